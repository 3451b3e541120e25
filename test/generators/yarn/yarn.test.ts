// The scripts of the generator: the call of each mode and line, and what every property becomes.
import { expect, test } from "vitest";
import { yarn } from "../../../generators/yarn/index.js";
import { plannedFiles, type PlanOptions } from "../../fixtures/planned-files.js";

const totals = "{ parallelism: 4, task_memory: 2gb, jar: /jobs/totals.jar }";

function file(deployment = "", process = totals, sections = ""): string {
  return `
checkpoints:
  main: { type: hdfs, path: "hdfs://nn/flink/checkpoints", interval: 60s }
resources:
  totals: ${process}
  _task_managers: { slots_per_manager: 2 }
${sections}
deployment:
  type: yarn
${deployment}`;
}

async function script(text: string, options?: PlanOptions): Promise<string> {
  const { texts, diagnostics } = await plannedFiles(yarn, text, options);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors).toEqual([]);
  return texts.get("totals/submit.sh") ?? "";
}

/** The elements of an array of the script, as they are written. */
function elements(text: string, name: string): readonly string[] {
  const body = new RegExp(`^${name}=\\(\\n([\\s\\S]*?)^\\)$`, "mu").exec(text)?.[1] ?? "";
  return body.split("\n").flatMap((line) => (line === "" ? [] : [line.trim()]));
}

test("each process has a script, its configuration, and all share a README", async () => {
  const { files } = await plannedFiles(yarn, file());
  expect(files.map(({ path, language, executable }) => [path, language, executable])).toEqual([
    ["README.md", "markdown", undefined],
    ["script-library/yarn.bash", "shell", undefined],
    ["script-library/job.bash", "shell", undefined],
    ["totals/submit.sh", "shell", true],
    ["totals/conf/flink-conf.yaml", "flink-conf", undefined],
  ]);
});

test.each([
  ["application", "1.20", "run-application"],
  ["application", "1.17", "run-application"],
  ["application", "2.0", "run"],
  ["application", "2.2", "run"],
  ["per_job", "1.20", "run -d"],
  ["session", "1.20", "run -d"],
  ["session", "2.2", "run -d"],
])("mode %s on Flink %s is submitted by %s", async (mode, flinkVersion, action) => {
  const text = await script(file(`  mode: ${mode}`), { flinkVersion });
  expect(text).toContain(`\nmode=${mode.replace("_", "-")}\n`);
  expect(text).toContain(`\nsubmit_command=(${action})\n`);
  expect(text).toContain(`\nflink_line='${flinkVersion}'\n`);
});

test("a client that is told to stay is not detached", async () => {
  const text = await script(file("  mode: per_job\n  per_job: { detached: false }"));
  expect(text).toContain("\nsubmit_command=(run)\n");
});

test("every property of the request is an option of the call, and not in the file", async () => {
  const deployment = `
  queue: root.batch
  application: { name: Day, type: etl, tags: [Team-A, nightly], priority: 3, attempts: 2, node_label: ssd }
  application_master: { memory: 2gb, vcores: 2 }
  container: { memory: 4gb, vcores: 3, node_label: fast }
  resource: { dynamic: { enabled: true, min_containers: 1, max_containers: 4 } }
  yarn_settings: { provided_lib_dirs: ["hdfs:///flink/lib", "hdfs:///flink/plugins"] }`;
  const { texts } = await plannedFiles(yarn, file(deployment, `{ parallelism: 4, jar: /j.jar }`));
  expect(elements(texts.get("totals/submit.sh") ?? "", "submission")).toEqual([
    "'-Djobmanager.memory.process.size=2048m'",
    "'-Dslotmanager.number-of-slots.max=8'",
    "'-Dslotmanager.number-of-slots.min=2'",
    "'-Dtaskmanager.memory.process.size=4096m'",
    "'-Dtaskmanager.numberOfTaskSlots=2'",
    "'-Dyarn.application-attempts=2'",
    "'-Dyarn.application.name=Day'",
    "'-Dyarn.application.node-label=ssd'",
    "'-Dyarn.application.priority=3'",
    "'-Dyarn.application.queue=batch'",
    "'-Dyarn.application.type=etl'",
    "'-Dyarn.appmaster.vcores=2'",
    "'-Dyarn.containers.vcores=3'",
    "'-Dyarn.provided.lib.dirs=hdfs:///flink/lib;hdfs:///flink/plugins'",
    "'-Dyarn.tags=nexgen:test:totals,team-a,nightly'",
    "'-Dyarn.taskmanager.node-label=fast'",
  ]);
  const configuration = texts.get("totals/conf/flink-conf.yaml") ?? "";
  expect(configuration).toContain("execution.checkpointing.interval: 60 s");
  expect(configuration).not.toMatch(/^(?:yarn\.|taskmanager\.memory\.process)/mu);
});

test.each([
  ["root.finance.nightly", "root.finance.nightly", true],
  ["root.batch", "batch", false],
])("the README tells of the warning that Flink gives for the queue %s", async (...row) => {
  const [queue, name, told] = row;
  const { texts } = await plannedFiles(yarn, file(`  queue: ${queue}`));
  const readme = texts.get("README.md") ?? "";
  expect(readme).toContain(`The queue \`${name}\``);
  expect(readme.includes("does not exist")).toBe(told);
});

test("the job is one array element a word, however it is written", async () => {
  const process = `{ jar: "hdfs:///jobs/it's.jar", main_class: com.example.Totals, args: ["--day", "it's $(date); rm *", "a\\nb"] }`;
  const text = await script(file("", process));
  expect(text).toContain(`jar='hdfs:///jobs/it'\\''s.jar'\n`);
  expect(text).toContain(`main_class='com.example.Totals'\n`);
  expect(text).toContain(`arguments=(\n  '--day'\n  'it'\\''s $(date); rm *'\n  'a\nb'\n)\n`);
});

test("a jar that nothing names stands beside the script", async () => {
  const { texts, codes } = await plannedFiles(yarn, file("", "{}"));
  expect(texts.get("totals/submit.sh")).toContain(`jar=$here/'totals.jar'\n`);
  expect(codes).toContain("W763");
});

test("in ship files only the star is special", async () => {
  const text = await script(
    file(`  yarn_settings: { ship_files: ["/opt/my lib/*.jar", "hdfs:///x/y.conf", "/a?[b]*"] }`),
  );
  expect(elements(text, "ship_files")).toEqual([
    "'/opt/my lib/'*'.jar'",
    "'hdfs:///x/y.conf'",
    "'/a?[b]'*",
  ]);
});

test("relative jars and ship files count from the output, or from PROJECT_FOLDER", async () => {
  const text = await script(
    file(
      `  yarn_settings: { ship_files: ["conf/*.csv", "*.txt"] }`,
      `{ jar: "./jobs/a;b.jar", task_memory: 2gb }`,
    ),
  );
  const base = '"${PROJECT_FOLDER:-$here/..}"/';
  expect(text).toContain(`jar=${base}'jobs/a;b.jar'\n`);
  expect(elements(text, "ship_files")).toEqual([`${base}'conf/'*'.csv'`, `${base}*'.txt'`]);
  const uri = await script(file("", "{ jar: 'file:/jobs/a.jar', task_memory: 2gb }"));
  expect(uri).toContain("jar='file:/jobs/a.jar'\n");
});

test("savepoints go to the folder of the file, else below the checkpoints", async () => {
  expect(await script(file())).toContain(
    "savepoint_folder='hdfs://nn/flink/checkpoints/savepoints/totals'\n",
  );
  const named = await script(
    file(`  savepoint: { directory: "hdfs://nn/sp", restore: { path: "hdfs://nn/sp/first" } }`),
  );
  expect(named).toContain("savepoint_folder='hdfs://nn/sp'\n");
  expect(named).toContain("first_savepoint='hdfs://nn/sp/first'\n");
  expect(named).toContain("keeps_state=yes\n");
});

test("a job without checkpoints has no state to lose", async () => {
  const text = await script(file().replace(/checkpoints:[\s\S]*?(?=resources:)/u, ""));
  expect(text).toContain("keeps_state=no\n");
  expect(text).toContain("savepoint_folder=''\n");
});

test("Kerberos: a ticket for YARN's command, the key file for Flink", async () => {
  const kerberos = "{ enabled: true, principal: flink@EXAMPLE.COM, keytab: /etc/flink.keytab }";
  const { texts } = await plannedFiles(yarn, file(`  kerberos: ${kerberos}`));
  const text = texts.get("totals/submit.sh") ?? "";
  expect(text).toContain("principal='flink@EXAMPLE.COM'\nkeytab='/etc/flink.keytab'\n");
  expect(texts.get("totals/conf/flink-conf.yaml")).toContain(
    "security.kerberos.login.keytab: /etc/flink.keytab\n",
  );
  expect(await script(file())).toContain("principal=''\nkeytab=''\n");
});

const secrets = `
secrets:
  kafka: { provider: vault, path: secret/data/kafka, keys: [password] }
  token: { provider: env, variables: { api: API_TOKEN } }
streams:
  s: { type: kafka, topic: t, brokers: "k:9092", properties: { sasl.password: "secret://kafka/password" } }
lookups:
  c: { type: mongodb, uri: "\${MONGO_URI}", database: d, collection: c }
  r: { type: redis, uri: "redis://r:6379", auth: { password: "secret://token/api" } }
`;

test("what only the job may see is collected in files, and named by no option", async () => {
  const { texts } = await plannedFiles(yarn, file("", totals, secrets));
  const text = texts.get("totals/submit.sh") ?? "";
  expect(text).toContain(`  add_variable 'API_TOKEN' "\${API_TOKEN?is needed by the job}"\n`);
  expect(text).toContain(`  add_variable 'MONGO_URI' "\${MONGO_URI?is needed by the job}"\n`);
  expect(text).toContain(`  add_secret 'kafka' 'password' required\n`);
  expect(text).toContain("has_runtime_values=yes\n");
  const readme = texts.get("README.md") ?? "";
  expect(readme).toContain("- `MONGO_URI`, for `lookups.c.uri`");
  expect(readme).toContain("- `kafka/password`, for `streams.s.properties.sasl.password`");
});

test("storage clients get their keys as variables", async () => {
  const text = await script(
    file("", totals).replace(
      /main: \{.*\}/u,
      `main: { type: s3, bucket: b, prefix: p, interval: 60s, auth: { type: static, access_key: "\${ID}", secret_key: "secret://aws/key" } }`,
    ) + "\nsecrets: { aws: { provider: vault, path: secret/data/aws } }",
  );
  expect(text).toContain(`  add_variable 'AWS_ACCESS_KEY_ID' "\${ID?is needed by the job}"\n`);
  expect(text).toContain("  add_variable_from_secret 'AWS_SECRET_ACCESS_KEY' 'aws/key'\n");
});

const two = `{ parallelism: 4, task_memory: 2gb, jar: /j.jar }
  large: { parallelism: 2, task_memory: 4gb, jar: /j.jar, flink_options: { taskmanager.memory.jvm-overhead.fraction: 0.2 } }`;

test("session mode: one cluster for the largest process, and jobs with options of their own", async () => {
  const deployment = "  mode: session\n  session: { name: Shared, task_managers: 3 }\n  queue: q";
  const { texts, codes } = await plannedFiles(yarn, file(deployment, two));
  expect([...texts.keys()].filter((path) => path.startsWith("session-cluster/"))).toEqual([
    "session-cluster/session.sh",
    "session-cluster/conf/flink-conf.yaml",
  ]);
  const cluster = texts.get("session-cluster/session.sh") ?? "";
  expect(elements(cluster, "submission")).toEqual([
    "'-Djobmanager.memory.process.size=1600m'",
    "'-Dslotmanager.number-of-slots.min=6'",
    "'-Dtaskmanager.memory.process.size=8192m'",
    "'-Dtaskmanager.numberOfTaskSlots=2'",
    "'-Dyarn.application.name=Shared'",
    "'-Dyarn.application.queue=q'",
    "'-Dyarn.containers.vcores=2'",
    "'-Dyarn.tags=nexgen:test'",
  ]);
  expect(texts.get("session-cluster/conf/flink-conf.yaml")).toContain(
    "taskmanager.memory.jvm-overhead.fraction: 0.2\n",
  );
  const job = texts.get("totals/submit.sh") ?? "";
  expect(job).toContain("application_tag='nexgen:test'\n");
  expect(job).toContain("submission=()\n");
  const options = texts.get("totals/conf/flink-conf.yaml") ?? "";
  expect(options).toContain("pipeline.name: totals\n");
  expect(options).not.toContain("taskmanager.");
  expect(codes).toContain("W951");
});

test("a session cluster that nothing names is called after the environment", async () => {
  const { texts } = await plannedFiles(yarn, file("  mode: session"));
  expect(texts.get("session-cluster/session.sh")).toContain("application_name='test-session'\n");
});
