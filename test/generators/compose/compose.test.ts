// The project of the generator: services, their configuration, and how credentials reach them.
import { load } from "js-yaml";
import { format } from "prettier";
import { expect, test } from "vitest";
import { stateVolumeName } from "../../../generators/compose/flink-services.js";
import { compose } from "../../../generators/compose/index.js";
import { plannedFiles, type PlanOptions } from "../../fixtures/planned-files.js";
import { file, project, standard, type Project } from "./project.js";

test("there is a project, an entry point, a configuration for each process and a README", async () => {
  const { files } = await plannedFiles(compose, file());
  expect(files.map(({ path, language, executable }) => [path, language, executable])).toEqual([
    ["compose.yaml", "yaml", undefined],
    ["start-flink.sh", "shell", true],
    ["hourly_totals/conf/flink-conf.yaml", "flink-conf", undefined],
    ["README.md", "markdown", undefined],
  ]);
});

/** The form that fails for a file that is not there; the short one makes a folder. */
function mounted(source: string, target: string): object {
  return { type: "bind", source, target, read_only: true, bind: { create_host_path: false } };
}

test("a process is a job manager that runs the job, and task managers that wait for it", async () => {
  const { name, services } = await project(file());
  expect(name).toBe("test");
  expect(Object.keys(services)).toEqual(["hourly-totals-jobmanager", "hourly-totals-taskmanager"]);
  expect(services["hourly-totals-jobmanager"]).toMatchObject({
    image: "flink:1.20",
    entrypoint: ["bash", "/etc/nexgen/start-flink.sh"],
    command: ["standalone-job", "--job-classname", "com.example.Totals", "--cost", "5$$"],
    ports: ["127.0.0.1:8081:8081"],
    volumes: [
      mounted("./hourly_totals/conf/flink-conf.yaml", "/etc/nexgen/flink-conf.yaml"),
      mounted("./start-flink.sh", "/etc/nexgen/start-flink.sh"),
      mounted("${PROJECT_FOLDER:-.}/jars/totals.jar", "/opt/flink/usrlib/hourly-totals.jar"),
    ],
  });
  expect(services["hourly-totals-taskmanager"]).toMatchObject({
    command: ["taskmanager"],
    depends_on: { "hourly-totals-jobmanager": { condition: "service_healthy" } },
    deploy: { replicas: 2 },
  });
});

test("the configuration names the service of the job manager, and is what the image copies", async () => {
  const { texts } = await plannedFiles(compose, file(), { flinkVersion: "2.2" });
  expect(texts.get("hourly_totals/conf/config.yaml")).toContain(
    `jobmanager.rpc.address: "hourly-totals-jobmanager"\n`,
  );
  expect(texts.get("start-flink.sh")).toContain(
    "cp /etc/nexgen/'config.yaml' /opt/flink/conf/'config.yaml'\n",
  );
});

const services = `
  compose:
    project_name: shop
    services:
      job_manager: { image: "flink:1.20.4", ports: ["8081:8081"], depends_on: [kafka] }
      task_manager: { image: "flink:1.20.4", replicas: 2, environment: ["JAVA_TOOL_OPTIONS=-Da=b"] }
    kafka: { image: "apache/kafka:3.9.1", replicas: 1, healthcheck: "test -e $HOME", environment: ["A=$x", "PASSWORD=\${DB_PASSWORD}"] }
    customer_db: { image: "mongo:7", volumes: ["customers:/data/db", "./init:/init"], command: [mongod, --quiet] }
  volumes: ["logs:/opt/flink/log", "./extra:/extra"]
`;

test("services of the file keep what they say, under names that Java takes for hosts", async () => {
  const { name, services: found, volumes } = await project(file(services));
  expect(name).toBe("shop");
  expect(Object.keys(found).filter((key) => key.includes("_"))).toEqual([]);
  expect(found["kafka"]).toEqual({
    image: "apache/kafka:3.9.1",
    environment: ["A=$$x", "PASSWORD=${DB_PASSWORD:?must be set}"],
    healthcheck: {
      test: ["CMD-SHELL", "test -e $$HOME"],
      interval: "5s",
      timeout: "5s",
      retries: 12,
      start_period: "10s",
    },
    deploy: { replicas: 1 },
  });
  expect(found["customer-db"]).toEqual({
    image: "mongo:7",
    command: ["mongod", "--quiet"],
    volumes: ["customers:/data/db", "./init:/init"],
  });
  expect(volumes).toEqual({ customers: {}, logs: {} });
  const manager = found["hourly-totals-jobmanager"];
  expect(manager?.depends_on).toEqual({ kafka: { condition: "service_healthy" } });
  expect(manager?.volumes).toContain("./extra:/extra");
  expect(found["hourly-totals-taskmanager"]?.environment).toEqual(["JAVA_TOOL_OPTIONS=-Da=b"]);
});

test("a second process publishes its web UI one port further", async () => {
  const two = standard.replace("  _task", "  other: { jar: /j.jar }\n  _task");
  const { services: found } = await project(file(services, "", two));
  expect(found["hourly-totals-jobmanager"]?.ports).toEqual(["8081:8081"]);
  expect(found["other-jobmanager"]?.ports).toEqual(["8082:8081"]);
});

const secrets = `
secrets:
  kafka: { provider: vault, path: secret/data/kafka, keys: [password] }
streams:
  s: { type: kafka, topic: t, brokers: "kafka:9092", properties: { sasl.password: "secret://kafka/password" } }
lookups:
  c: { type: mongodb, uri: "\${MONGO_URI}", database: d, collection: c }
checkpoints:
  main: { type: s3, bucket: b, prefix: p, interval: 60s, auth: { type: static, access_key: "\${ID}", secret_key: "secret://aws/key" } }
`;

test("credentials are variables of the caller and files, and nothing of them is written", async () => {
  const text = file("  compose: { job_manager: { image: 'flink:1.20.4' } }", secrets);
  const found = await project(
    text.replace("secrets:", "secrets:\n  aws: { provider: vault, path: secret/data/aws }"),
  );
  expect(found.services["hourly-totals-taskmanager"]).toMatchObject({
    environment: [
      "AWS_ACCESS_KEY_ID=${ID:?must be set}",
      "MONGO_URI=${MONGO_URI:?must be set}",
      "VARIABLES_FROM_FILES=AWS_SECRET_ACCESS_KEY=/mnt/secrets/aws/key",
      "ENABLE_BUILT_IN_PLUGINS=flink-s3-fs-hadoop-1.20.4.jar",
    ],
    secrets: [
      { source: "aws.key", target: "/mnt/secrets/aws/key" },
      { source: "kafka.password", target: "/mnt/secrets/kafka/password" },
    ],
  });
  expect(found.secrets).toEqual({
    "aws.key": { file: "${NEXGEN_SECRETS_FOLDER:-./secrets}/aws/key" },
    "kafka.password": { file: "${NEXGEN_SECRETS_FOLDER:-./secrets}/kafka/password" },
  });
});

test("a password in a file of a test environment is asked for under the name that it has in the container", async () => {
  const written = "environment: ['A=1', 'DB_PASSWORD=hunter2']";
  const text = file(
    `  compose: { services: { task_manager: { image: f, ${written} } }, db: { image: i, ${written} } }`,
  );
  const { texts } = await plannedFiles(compose, text);
  expect([...texts.values()].join("")).not.toContain("hunter2");
  const found = load(texts.get("compose.yaml") ?? "") as Project;
  expect(found.services["db"]?.environment).toEqual([
    "A=1",
    "DB_PASSWORD=${COMPOSE_DB_ENVIRONMENT_DB_PASSWORD:?must be set}",
  ]);
  expect(found.services["hourly-totals-taskmanager"]?.environment?.slice(0, 2)).toEqual([
    "A=1",
    "DB_PASSWORD=${COMPOSE_SERVICES_TASK_MANAGER_ENVIRONMENT_DB_PASSWORD:?must be set}",
  ]);
});

test("checkpoints in a folder get a volume that job and task managers share", async () => {
  const local =
    "checkpoints: { main: { type: filesystem, path: 'file:///state/c', interval: 1m } }";
  const found = await project(file("  compose: {}", local));
  for (const service of Object.values(found.services)) {
    expect(service.volumes).toContain("state.state.c:/state/c");
    expect(service.environment).toEqual(["STATE_FOLDERS=/state/c"]);
  }
  expect(found.volumes).toEqual({ "state.state.c": {} });
  const mounted = await project(file("  compose: {}\n  volumes: ['/tmp/s:/state']", local));
  expect(mounted.volumes).toBeUndefined();
});

test("no two folders share a volume", async () => {
  const folders = ["/st/a/b", "/st/a-b", "/st/a_b", "/st/a.b", "/st/a_/b", "/st/a/_b", "/st/a b"];
  const names = folders.map((folder) => stateVolumeName(folder));
  expect(new Set(names).size).toBe(folders.length);
  for (const name of names) expect(name).toMatch(/^[a-z][A-Za-z0-9._-]*$/u);
  const checkpoints = `checkpoints:
  a: { type: filesystem, path: "file:///st/a/b", interval: 1m }
  b: { type: filesystem, path: "file:///st/a-b/", interval: 1m }
`;
  const two = standard
    .replace("hourly_totals: {", "hourly_totals: { checkpoint: a,")
    .replace("  _task", "  other: { jar: /j.jar, checkpoint: b }\n  _task");
  const found = await project(file("  compose: {}", checkpoints, two));
  expect(found.volumes).toEqual({ "state.st.a-b": {}, "state.st.a.b": {} });
});

test("compose.yaml is what prettier prints", async () => {
  const { texts } = await plannedFiles(
    compose,
    file(
      services,
      secrets.replace(
        / {2}main:.*/u,
        "  main: { type: filesystem, path: 'file:///s/c', interval: 1m }",
      ),
    ),
  );
  const text = texts.get("compose.yaml") ?? "";
  expect(await format(text, { parser: "yaml" })).toBe(text);
});

type Case = readonly [code: string, text: string, at: string, options: PlanOptions];

const cases: readonly Case[] = [
  ["E753", file("  compose: { task_manager: { image: f, ports: ['6122:6122'] } }"), "6122"],
  ["E760", file("  compose: { a: { image: i, depends_on: [b] } }"), "b"],
  ["E760", file("  compose: { job_manager: { image: f, depends_on: [kafak] } }"), "kafak"],
  ["E753", file("  compose: { a: { image: i, depends_on: [job_manager] } }"), "job_manager"],
  ["E753", file("  compose: { a: { image: i, depends_on: [a] } }"), "a"],
  [
    "E753",
    file(
      "  compose: { a: { image: i, depends_on: [b] }, b: { image: i, depends_on: [c_c] }, c_c: { image: i, depends_on: [d, a] }, d: { image: i } }",
    ),
    "a",
  ],
  ["E753", file("  compose: { a: { image: i, replicas: 2, ports: ['80', '81:80'] } }"), "81:80"],
  [
    "E948",
    file("  compose: { job_manager: { image: f }, jobmanager: { image: f } }"),
    "jobmanager",
  ],
  ["W762", file("  compose: { job_manager: { image: f, command: [x, y] } }"), "[x, y]"],
  ["W762", file("  compose: { task_manager: { image: f, command: [x, y] } }"), "[x, y]"],
  ["W762", file("  compose: { job_manager: { image: f, replicas: 2 } }"), "2"],
  [
    "E762",
    file("  compose: {}", "", "resources: { p: { jar: 'https://e/j.jar' } }"),
    "https",
    { flinkVersion: "1.18" },
  ],
  ["E762", file("  compose: {}", "", "resources: { p: { jar: '/a:b.jar' } }"), "/a:b.jar"],
  ["E934", file("  compose: { project_name: My Shop }"), "My Shop"],
  ["E948", file("  compose: { a_b: { image: i }, a-b: { image: i } }"), "a-b"],
  [
    "W701",
    file(
      "  compose: { job_manager: { image: f, environment: ['JOB_MANAGER_RPC_ADDRESS=job_manager'] } }",
    ),
    "JOB_MANAGER",
  ],
  [
    "W755",
    file("  compose: { job_manager: { image: f, environment: ['FLINK_PROPERTIES=a: b'] } }"),
    "FLINK_PROPERTIES",
  ],
  ["W755", file("  compose: {}\n  savepoint: { restore: { path: 's3://b/s' } }"), "s3://b/s"],
  [
    "W762",
    file("  compose: {}\n  savepoint: { auto_savepoint: true, directory: 's3://b/s' }"),
    "true",
  ],
  [
    "W762",
    file(
      "  compose: {}\n  strategy: { type: rolling_update, hooks: { post_upgrade: [{ action: verify_health }] } }",
    ),
    "verify_health",
  ],
  ["W763", file("  compose: {}", "", "resources: { p: {} }"), "p"],
  [
    "W764",
    file("  compose: {}", "streams: { s: { type: kafka, topic: t, brokers: 'localhost:9092' } }"),
    "localhost",
  ],
  [
    "W764",
    file(
      "  compose: { my_db: { image: i } }",
      "lookups: { c: { type: mongodb, uri: 'mongodb://my_db:27017', database: d, collection: c } }",
    ),
    "my_db",
  ],
  ["W906", file("  compose: { task_manager: { image: f, replicas: 5 } }"), "5"],
  [
    "W953",
    file(
      "  compose: { job_manager: { image: 'flink:1.20' } }",
      "checkpoints: { c: { type: s3, bucket: b, prefix: p, interval: 1m } }",
    ),
    "flink:1.20",
  ],
].map(([code = "", text = "", at = "", options]) => [code, text, at, options ?? {}] as Case);

test.each(cases)("%s: %#", async (code, text, at, options) => {
  const { diagnostics } = await plannedFiles(compose, text, options);
  const found = diagnostics.filter((diagnostic) => diagnostic.code === code);
  expect(found.map((each) => each.code)).toEqual([code]);
  const span = found[0]?.span ?? null;
  expect(span?.file.text.slice(span.start, span.end)).toContain(at);
});

test.each([
  ["E757", "resources: { totals: {} }"],
  ["E758", "resources: { totals: {} }\ndeployment: { type: yarn }"],
  ["W909", "deployment: { type: docker_compose, compose: {} }"],
])("%s for a file that is none for it", async (code, text) => {
  const { codes, files } = await plannedFiles(compose, text);
  expect([codes, files]).toEqual([[code], []]);
});
