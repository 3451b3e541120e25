// What the generator refuses and what it says of properties that it cannot honour: code and place.
import { expect, test } from "vitest";
import { yarn } from "../../../generators/yarn/index.js";
import { plannedFiles, type PlanOptions } from "../../fixtures/planned-files.js";

function file(
  deployment = "",
  process = "{ jar: /j.jar, task_memory: 2gb }",
  sections = "",
): string {
  return `
checkpoints:
  main: { type: hdfs, path: "hdfs://nn/flink", interval: 60s }
resources:
  totals: ${process}
${sections}
deployment:
  type: yarn
${deployment}`;
}

const long = "t".repeat(101);
const s3 = `main: { type: s3, bucket: b, prefix: p, auth: { type: static, access_key: "x-\${ID}", secret_key: "\${KEY}" } }`;

type Case = readonly [code: string, text: string, at: string, options: PlanOptions];

const found: readonly Case[] = [
  [
    "E754",
    file(
      "  container: { memory: 4gb }\n  resource: { maximum: { memory: 2gb } }",
      "{ jar: /j.jar }",
    ),
    "4gb",
  ],
  ["E754", file("  container: { vcores: 4 }\n  resource: { maximum: { vcores: 2 } }"), "4"],
  [
    "E754",
    file("  application_master: { memory: 4gb }\n  resource: { maximum: { memory: 2gb } }"),
    "4gb",
  ],
  ["E762", file("", "{ jar: 'local:///opt/flink/usrlib/j.jar' }"), "local"],
  ["E762", file("", "{ jar: 'https://e.com/j.jar' }"), "https"],
  ["E762", file("", "{ jar: '/jobs/a b.jar' }"), "a b"],
  ["E762", file("", "{ jar: 'hdfs:///jobs/a#b.jar' }"), "a#b"],
  ["E762", file("", "{ jar: '-j.jar' }"), "-j.jar"],
  ["E762", file("  mode: session", "{ jar: 'hdfs:///j.jar' }"), "hdfs"],
  ["E763", file("", "{ jar: /j.jar }").replace(/main: \{.*\}/u, s3), "x-"],
  [
    "E763",
    file(
      "",
      "{ jar: /j.jar }",
      "secrets: { login: { provider: env, variables: { a: A, b: B } } }\nlookups: { c: { type: mongodb, uri: 'secret://login', database: d, collection: c } }",
    ),
    "login",
  ],
  ["E901", file("  mode: per_job"), "per_job", { flinkVersion: "2.0" }],
  ["E934", file("  queue: 'a b'"), "a b"],
  ["E934", file("  application: { name: ' totals' }"), "totals"],
  ["E934", file('  application: { name: "a\\tb" }'), "a\\tb"],
  ["E934", file("  application: { name: '' }"), "''"],
  ["E934", file("  application: { tags: ['a,b'] }"), "a,b"],
  ["E934", file(`  application: { tags: [${long}] }`), long],
  ["E934", file("  application: { tags: ['größe'] }"), "größe"],
  ["E934", file("  application: { node_label: 'a b' }"), "a b"],
  ["E934", file("  container: { node_label: '*' }"), "*"],
  ["E934", file("  yarn_settings: { ship_files: ['/a;b'] }"), "/a;b"],
  ["W762", file("  scaling: { max_replicas: 3 }"), "scaling"],
  ["W762", file("  strategy: { type: canary, canary: { steps: [{ weight: 100 }] } }"), "canary"],
  ["W762", file("  strategy: { type: rolling_update, rolling: { max_surge: 1 } }"), "rolling"],
  [
    "W762",
    file(
      "  strategy: { type: rolling_update, hooks: { pre_upgrade: [{ action: verify_health }] } }",
    ),
    "verify_health",
  ],
  [
    "W762",
    file("  savepoint: { directory: 'hdfs://n/s', periodic: { enabled: true, interval: 6h } }"),
    "true",
  ],
  ["W762", file("  savepoint: { auto_savepoint: false }"), "false"],
  ["W762", file("  standby: { enabled: true }"), "true"],
  ["W762", file("  compliance: { data_residency: EU }"), "EU"],
  ["N767", file("  ci_cd: { type: gitlab_ci }"), "gitlab_ci"],
  ["W762", file("  mode: per_job\n  per_job: { shutdown_on_completion: false }"), "false"],
  ["W900", file("  container: { count: 4 }"), "4", { flinkVersion: "1.18" }],
  ["W900", file("  mode: session\n  session: { task_managers: 4 }"), "4", { flinkVersion: "1.18" }],
  [
    "W762",
    file(
      "",
      "{ jar: /j.jar }",
      "secrets: { login: { provider: vault, path: p, rotation: { auto_refresh: true } } }",
    ),
    "rotation",
  ],
  ["W763", file("", "{}"), "totals"],
  ["W905", file(`  application: { type: ${"x".repeat(21)} }`), "xxx"],
  ["W908", file("  mode: per_job"), "per_job"],
  ["W910", file("  yarn_settings: { log_aggregation: { enabled: true } }"), "true"],
].map(([code, text, at, options]) => [code, text, at, options ?? {}] as Case);

test.each(found)("%s: %#", async (code, text, at, options) => {
  const { diagnostics } = await plannedFiles(yarn, text, options);
  const found = diagnostics.filter((diagnostic) => diagnostic.code === code);
  expect(found.map(({ code }) => code)).toEqual([code]);
  const span = found[0]?.span ?? null;
  expect(span?.file.text.slice(span.start, span.end)).toContain(at);
});

test("a variable that the scripts could have overwritten is refused", async () => {
  const lookup =
    'secrets: { s: { provider: env, variable: jar } }\nlookups: { c: { type: mongodb, uri: "secret://s", database: d, collection: c } }';
  const { codes } = await plannedFiles(yarn, file("", "{ jar: /j.jar, task_memory: 2gb }", lookup));
  expect(codes).toContain("E763");
});

test.each([
  ["savepoints before an upgrade", "hooks: { pre_upgrade: [{ action: savepoint }] }"],
  ["health after it", "hooks: { post_upgrade: [{ action: verify_health, timeout: 5m }] }"],
])("nothing is said of what the scripts do: %s", async (_, hooks) => {
  const text = file(`  strategy: { type: rolling_update, ${hooks} }`);
  const { codes } = await plannedFiles(yarn, text);
  expect(codes).toEqual([]);
});

test.each([
  ["E757", "resources: { totals: {} }"],
  ["E758", "resources: { totals: {} }\ndeployment: { type: standalone, job_manager: 'h:8081' }"],
  ["W909", "deployment: { type: yarn }"],
])("%s for a file that is none for it", async (code, text) => {
  const { codes, files } = await plannedFiles(yarn, text);
  expect([codes, files]).toEqual([[code], []]);
});

test.each([
  ["resources.totals.args", file("", '{ jar: /j.jar, args: ["--day", "a\\0b"] }'), "a\\0b"],
  [
    "checkpoints.main.recovery.from_savepoint.path",
    file("").replace(
      "interval:",
      'recovery: { from_savepoint: { path: "hdfs:///a\\0b" } }, interval:',
    ),
    "a\\0b",
  ],
  [
    "deployment.savepoint.restore.path",
    file('  savepoint: { restore: { path: "hdfs:///a\\0b" } }'),
    "a\\0b",
  ],
])("NUL in %s is refused: no word of a command holds it", async (path, text, at) => {
  for (const flinkVersion of ["1.20", "2.2"]) {
    const { diagnostics } = await plannedFiles(yarn, text, { flinkVersion });
    const found = diagnostics.filter(({ code }) => code === "E763");
    expect(found.map(({ message }) => message.includes(`"${path}"`))).toEqual([true]);
    const span = found[0]?.span ?? null;
    expect(span?.file.text.slice(span.start, span.end)).toContain(at);
  }
});

test("NUL in an option of the command line is refused on every line of Flink", async () => {
  const options =
    '{ jar: /j.jar, task_memory: 2gb, flink_options: { yarn.file-replication: "1\\0" } }';
  for (const flinkVersion of ["1.20", "2.2"]) {
    const { diagnostics, texts } = await plannedFiles(yarn, file("", options), { flinkVersion });
    expect([diagnostics.some(({ severity }) => severity === "error"), texts.size]).toEqual([
      true,
      0,
    ]);
  }
});
