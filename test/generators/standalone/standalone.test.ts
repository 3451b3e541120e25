// The files of a cluster on fixed hosts: what each host reads, what starts it, and what each job is told.
import { expect, test } from "vitest";
import { standalone } from "../../../generators/standalone/index.js";
import { plannedFiles, type PlanOptions } from "../../fixtures/planned-files.js";

const hosts = `  cluster:
    job_manager: { host: jm.example.com, port: 6123, web_port: 8090 }
    task_managers:
      - { host: w1.example.com, slots: 4, port: 6122 }
      - { host: w2.example.com, slots: 2, port: 6132 }
      - { host: w3.example.com, slots: 2 }
      - { host: w3.example.com, slots: 2 }`;

const totals = "{ parallelism: 4, task_memory: 1gb, jar: /jobs/totals.jar }";

function file(deployment = hosts, process = totals, sections = ""): string {
  return `
checkpoints:
  main: { type: hdfs, path: "hdfs://nn/flink/checkpoints", interval: 60s }
resources:
  totals: ${process}
${sections}
deployment:
  type: standalone
${deployment}`;
}

async function texts(text: string, options?: PlanOptions): Promise<ReadonlyMap<string, string>> {
  const planned = await plannedFiles(standalone, text, options);
  expect(planned.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return planned.texts;
}

test("each host has its configuration, the job manager's the lists, each process a script", async () => {
  const { files } = await plannedFiles(standalone, file());
  expect(files.map(({ path }) => path)).toEqual([
    "README.md",
    "cluster.sh",
    "hosts/jm.example.com/flink-conf.yaml",
    "hosts/jm.example.com/masters",
    "hosts/jm.example.com/workers",
    "hosts/w1.example.com/flink-conf.yaml",
    "hosts/w2.example.com/flink-conf.yaml",
    "hosts/w3.example.com/flink-conf.yaml",
    "script-library/job.bash",
    "totals/submit.sh",
    "totals/conf/flink-conf.yaml",
  ]);
  const scripts = files.filter(({ executable }) => executable === true);
  expect(scripts.map(({ path }) => path)).toEqual(["cluster.sh", "totals/submit.sh"]);
});

test("masters and workers name a host once for each process that it runs", async () => {
  const found = await texts(file());
  expect(found.get("hosts/jm.example.com/masters")).toBe("jm.example.com:8090\n");
  expect(found.get("hosts/jm.example.com/workers")).toBe(
    "w1.example.com\nw2.example.com\nw3.example.com\nw3.example.com\n",
  );
});

test("hosts differ in slots, memory and port", async () => {
  const found = await texts(file());
  const lines = (host: string): readonly string[] =>
    (found.get(`hosts/${host}.example.com/flink-conf.yaml`) ?? "")
      .split("\n")
      .filter((line) =>
        /^(?:taskmanager\.(?:num|rpc|memory\.process)|jobmanager\.rpc)/u.test(line),
      );
  const manager = ["jobmanager.rpc.address: jm.example.com", "jobmanager.rpc.port: 6123"];
  expect(lines("w1")).toEqual([
    "taskmanager.memory.process.size: 4096m",
    "taskmanager.numberOfTaskSlots: 4",
    "taskmanager.rpc.port: 6122",
    ...manager,
  ]);
  expect(lines("w2")).toEqual([
    "taskmanager.memory.process.size: 2048m",
    "taskmanager.numberOfTaskSlots: 2",
    "taskmanager.rpc.port: 6132",
    ...manager,
  ]);
  expect(lines("w3")).toEqual([
    "taskmanager.memory.process.size: 2048m",
    "taskmanager.numberOfTaskSlots: 2",
    ...manager,
  ]);
});

test("a job is told its own options, and where the cluster is", async () => {
  const found = await texts(file(), { flinkVersion: "2.2" });
  const options = found.get("totals/conf/config.yaml") ?? "";
  expect(options).toContain(`jobmanager.rpc.address: "jm.example.com"\n`);
  expect(options).toContain("rest.port: 8090\n");
  expect(options).toContain(`pipeline.name: "totals"\n`);
  expect(options).not.toContain("taskmanager.");
  const script = found.get("totals/submit.sh") ?? "";
  expect(script).toContain("rest_address='jm.example.com:8090'\n");
  expect(script).toContain("jar='/jobs/totals.jar'\n");
  expect(script).toContain("savepoint_folder='hdfs://nn/flink/checkpoints/savepoints/totals'\n");
});

test("words of the job arrive as they are", async () => {
  const process = `{ jar: "/it's.jar", main_class: com.example.Totals, args: ["$(x)", "a;b"] }`;
  const script = (await texts(file(hosts, process))).get("totals/submit.sh") ?? "";
  expect(script).toContain(`jar='/it'\\''s.jar'\nmain_class='com.example.Totals'\n`);
  expect(script).toContain("arguments=(\n  '$(x)'\n  'a;b'\n)\n");
});

test("one cluster has one id of its own", async () => {
  const ha =
    "\n  ha: { enabled: true, type: zookeeper, storage_dir: 'hdfs://nn/ha', zookeeper: { quorum: 'z:2181' } }";
  const found = await texts(file(hosts + ha));
  expect(found.get("hosts/w1.example.com/flink-conf.yaml")).toContain(
    "high-availability.cluster-id: /test\n",
  );
});

test("a cluster that exists gets submit scripts alone", async () => {
  const {
    files,
    codes,
    texts: found,
  } = await plannedFiles(standalone, file("  job_manager: jm.example.com:8081"));
  expect(files.map(({ path }) => path)).toEqual([
    "README.md",
    "script-library/job.bash",
    "totals/submit.sh",
    "totals/conf/flink-conf.yaml",
  ]);
  expect(codes).toContain("W765");
  expect(found.get("README.md")).toContain("The cluster at `jm.example.com:8081` exists already");
});

test("the README says what the hosts must hold for the jobs", async () => {
  const secrets = `secrets: { db: { provider: vault, path: p } }
lookups:
  a: { type: mongodb, uri: "\${MONGO_URI}", database: d, collection: c }
  b: { type: redis, uri: "redis://r:6379", auth: { password: "secret://db/password" } }`;
  const readme = (await texts(file(hosts, totals, secrets))).get("README.md") ?? "";
  expect(readme).toContain("- the variable `MONGO_URI`, for `lookups.a.uri`");
  expect(readme).toContain("- the file `/mnt/secrets/db/password`, for `lookups.b.auth.password`");
});

type Case = readonly [code: string, text: string, at: string];

const one = "  cluster: { job_manager: { host: jm }, task_managers: ";
const cases: readonly Case[] = [
  [
    "E753",
    file(`${one}[{ host: a, port: 6122 }, { host: a }, { host: a }, { host: a }] }`),
    "6122",
  ],
  ["E753", file(`${one}[{ host: a, slots: 4 }, { host: a, slots: 2 }] }`), "2"],
  ["E762", file(hosts, "{ jar: 'hdfs:///j.jar' }"), "hdfs"],
  ["E762", file(hosts, "{ jar: '-j.jar' }"), "-j.jar"],
  ["E914", file(`${one}[{ host: a, slots: 2 }] }`), "4"],
  [
    "E934",
    file("  cluster: { job_manager: { host: my_host }, task_managers: [{ host: a, slots: 4 }] }"),
    "my_host",
  ],
  ["E934", file(`${one}[{ host: '-a', slots: 4 }] }`), "-a"],
  ["W762", file(`${hosts}\n  scaling: { max_replicas: 3 }`), "scaling"],
  ["W763", file(hosts, "{}"), "totals"],
  ["W765", file("  cluster: { job_manager: { host: jm } }"), "jm"],
  [
    "W766",
    file(hosts, "{ parallelism: 8, jar: /j.jar }\n  other: { parallelism: 8, jar: /j.jar }"),
    "host",
  ],
  [
    "W951",
    file(
      hosts,
      `${totals}\n  other: { task_memory: 2gb, jar: /j.jar, flink_options: { taskmanager.memory.jvm-overhead.fraction: 0.2 } }`,
    ),
    "totals",
  ],
];

test.each(cases)("%s: %#", async (code, text, at) => {
  const { diagnostics } = await plannedFiles(standalone, text);
  const found = diagnostics.filter((diagnostic) => diagnostic.code === code);
  expect(found.map((each) => each.code)).toEqual([code]);
  const span = found[0]?.span ?? null;
  expect(span?.file.text.slice(span.start, span.end)).toContain(at);
});

test.each([
  ["E757", "resources: { totals: {} }"],
  ["E758", "resources: { totals: {} }\ndeployment: { type: yarn }"],
  ["W909", "deployment: { type: standalone, job_manager: 'h:8081' }"],
])("%s for a file that is none for it", async (code, text) => {
  const { codes, files } = await plannedFiles(standalone, text);
  expect([codes, files]).toEqual([[code], []]);
});

test.each([
  ["resources.totals.args", file(hosts, '{ jar: /j.jar, args: ["--day", "a\\0b"] }'), "a\\0b"],
  [
    "checkpoints.main.recovery.from_savepoint.path",
    file(hosts).replace(
      "interval:",
      'recovery: { from_savepoint: { path: "hdfs:///a\\0b" } }, interval:',
    ),
    "a\\0b",
  ],
  [
    "deployment.savepoint.restore.path",
    file(`${hosts}\n  savepoint: { restore: { path: "hdfs:///a\\0b" } }`),
    "a\\0b",
  ],
])("NUL in %s is refused: no word of a command holds it", async (path, text, at) => {
  for (const flinkVersion of ["1.20", "2.2"]) {
    const { diagnostics } = await plannedFiles(standalone, text, { flinkVersion });
    const found = diagnostics.filter(({ code }) => code === "E763");
    expect(found.map(({ message }) => message.includes(`"${path}"`))).toEqual([true]);
    const span = found[0]?.span ?? null;
    expect(span?.file.text.slice(span.start, span.end)).toContain(at);
  }
});

test("NUL in a folder of savepoints is refused, though YAML could hold it", async () => {
  const directory = `${hosts}\n  savepoint: { directory: "hdfs:///a\\0b" }`;
  const { codes, texts: found } = await plannedFiles(standalone, file(directory), {
    flinkVersion: "2.2",
  });
  expect([codes.includes("E763"), found.size]).toEqual([true, 0]);
});
