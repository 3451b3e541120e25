import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { project, type Project } from "./run.js";

const head = 'version: "1.0"\nenvironment: production\n';
const valid = `${head}streams:
  auth_events:
    type: kafka
    topic: prod.auth.events.v3
    brokers: \${KAFKA_BROKERS:-broker:9092}
    partitions: 8
checkpoints:
  default:
    type: s3
    bucket: checkpoints
    interval: 60s
resources:
  _defaults:
    task_memory: 2gb
  enrichment:
    parallelism: 4
`;

let current: Project | null = null;
function given(files: Readonly<Record<string, string>>, input?: string): Project {
  current = project(files, input);
  return current;
}
afterEach(() => {
  current?.remove();
  current = null;
});

test.each<[string, Record<string, string>, string[], number, RegExp]>([
  ["a missing file", {}, ["validate", "none.infra"], 3, /^error\[E730\].*none\.infra/u],
  ["a folder", { "d/x": "" }, ["k8s", "d"], 1, /^error\[E731\].*"d"/u],
  [
    "a file in a folder that is missing",
    {},
    ["validate", "none/none.infra"],
    3,
    /^error\[E730\].*none\/none\.infra/u,
  ],
  [
    "a project root that is not there",
    { "a.infra": valid },
    ["validate", "a.infra", "--project", "none"],
    3,
    /^error\[E730\]: "none" does not exist\.\n.*--project/u,
  ],
  [
    "a typo",
    { "a.infra": valid.replace("partitions", "partitons") },
    ["validate", "a.infra"],
    1,
    /^a\.infra:8:5: error\[E704\].*partitons/u,
  ],
  [
    "an unset variable",
    { "a.infra": valid.replace(":-broker:9092", "") },
    ["validate", "a.infra"],
    1,
    /^a\.infra:7:14: error\[E710\].*KAFKA_BROKERS/u,
  ],
  [
    "a cycle",
    { "a.infra": `${head}extends: b.infra\n`, "b.infra": `${head}extends: a.infra\n` },
    ["validate", "a.infra"],
    1,
    /error\[E706\].*a\.infra → b\.infra → a\.infra/u,
  ],
  [
    "a missing parent",
    { "a.infra": `${head}extends: b.infra\n` },
    ["validate", "a.infra"],
    1,
    /^a\.infra:3:10: error\[E706\].*b\.infra/u,
  ],
  [
    "a bad unit",
    { "a.infra": valid.replace("2gb", "2 gigs") },
    ["validate", "a.infra"],
    1,
    /^a\.infra:16:18: error\[E703\].*2 gigs/u,
  ],
  [
    "a wrong type",
    { "a.infra": valid.replace("partitions: 8", "partitions: many") },
    ["validate", "a.infra"],
    1,
    /^a\.infra:8:17: error\[E703\].*many/u,
  ],
  [
    "a duplicate key",
    { "a.infra": `${valid}  enrichment:\n    parallelism: 5\n` },
    ["validate", "a.infra"],
    1,
    /^a\.infra:19:3: error\[E740\].*enrichment/u,
  ],
  [
    "an unknown secret",
    { "a.infra": valid.replace("${KAFKA_BROKERS:-broker:9092}", "secret://kafka/brokers") },
    ["validate", "a.infra"],
    1,
    /^a\.infra:7:14: error\[E711\].*secret:\/\/kafka\/brokers/u,
  ],
  [
    "broken YAML",
    { "a.infra": `${head}streams: [a, b\n` },
    ["validate", "a.infra"],
    1,
    /^a\.infra:\d+:\d+: error\[E733\]/u,
  ],
  [
    "an unknown option",
    { "a.infra": valid },
    ["validate", "a.infra", "--strickt"],
    2,
    /unknown option '--strickt'/u,
  ],
  ["an unknown command", {}, ["k9s"], 2, /unknown command 'k9s'/u],
  [
    "a malformed --env",
    { "a.infra": valid },
    ["validate", "a.infra", "--env", "kafka"],
    2,
    /--env takes NAME=value/u,
  ],
  [
    "--processes that are not there",
    { "a.infra": valid },
    ["validate", "a.infra", "--processes", "p"],
    3,
    /error\[E730\]: "p" does not exist/u,
  ],
  [
    "an unknown region",
    { "a.infra": valid },
    ["validate", "a.infra", "--region", "mars"],
    1,
    /error\[E719\].*mars/u,
  ],
  [
    "an unknown process",
    { "a.infra": valid },
    ["flink-conf", "a.infra", "--only", "enrichmnt"],
    1,
    /error\[E759\].*enrichmnt/u,
  ],
  [
    "k8s without a deployment",
    { "a.infra": valid },
    ["k8s", "a.infra"],
    1,
    /error\[E757\].*kubernetes/u,
  ],
  [
    "k8s on a YARN file",
    { "a.infra": `${valid}deployment:\n  type: yarn\n` },
    ["k8s", "a.infra"],
    1,
    /error\[E758\].*yarn/u,
  ],
  [
    "a base",
    { "base.infra": valid.replace("production", "base") },
    ["flink-conf", "base.infra"],
    1,
    /error\[E756\].*base\.infra/u,
  ],
])("%s is told, and nothing is written", async (_, files, args, code, message) => {
  const place = given(files);
  const before = place.snapshot();
  const outcome = await place.run(...args);
  expect(outcome.err).toMatch(message);
  expect(outcome.err).not.toMatch(/\n\s+at /u);
  expect(outcome.code).toBe(code);
  expect(place.snapshot()).toEqual(before);
});

test("all errors of a stage are reported at once", async () => {
  const place = given({
    "a.infra": valid
      .replace("partitions: 8", "partitions: x")
      .replace("2gb", "y")
      .replace("bucket:", "buckt:"),
  });
  const { err } = await place.run("validate", "a.infra");
  expect(err.match(/error\[E\d+\]/gu)).toEqual([
    "error[E703]",
    "error[E702]",
    "error[E704]",
    "error[E703]",
  ]);
});

test("validate says what it found, in text and in JSON", async () => {
  const place = given({ "a.infra": valid });
  const text = await place.run("validate", "a.infra");
  expect([text.code, text.out]).toEqual([
    0,
    expect.stringMatching(/^a\.infra: valid for production \(1 process\)/u),
  ]);
  const json = await place.run("validate", "a.infra", "--format", "json");
  expect(JSON.parse(json.out)).toMatchObject({ errors: [], summary: { errorCount: 0 } });
});

test("--strict makes warnings errors", async () => {
  const place = given({ "a.infra": valid });
  place.write("b.infra", `${valid}  scoring:\n    parallelism: 4\n`);
  const relaxed = await place.run("validate", "b.infra");
  const strict = await place.run("validate", "b.infra", "--strict");
  expect([relaxed.code, strict.code]).toEqual([0, 1]);
});

function accept(code: string): string {
  return `accept_warnings:\n  - code: ${code}\n    reason: every process reads every stream\n`;
}

test("an accepted warning is not reported; an acceptance that met nothing is (W754)", async () => {
  const two = `${valid}  scoring:\n    parallelism: 4\n`;
  const place = given({
    "a.infra": `${two}${accept("W752")}`,
    "b.infra": `${two}${accept("W702")}`,
  });
  const accepted = await place.run("validate", "a.infra", "--strict", "--no-generators");
  expect([accepted.code, accepted.err]).toEqual([0, ""]);
  const stale = await place.run("validate", "b.infra");
  expect(stale.err).toMatch(/^b\.infra:22:5: warning\[W754\].*W702/mu);
});

test("explain shows no item of a list that may hold credentials", async () => {
  const place = given({ "a.infra": `${valid}    pasword: [hunter2]\n` });
  const { out, err } = await place.run("explain", "a.infra", "resources.enrichment.pasword");
  expect(out).toContain("[(hidden)]");
  expect(out + err).not.toContain("hunter2");
});

test("standard input is an entry", async () => {
  const place = given({}, valid);
  const { code, out } = await place.run("validate", "-");
  expect([code, out]).toEqual([0, expect.stringContaining("valid for production")]);
});

test("variables: --env wins over .env, .env over the default", async () => {
  const place = given({ "a.infra": valid, ".env": "KAFKA_BROKERS=from-file:9092\n" });
  const file = await place.run("resolve", "a.infra");
  expect(file.out).toContain("brokers: from-file:9092");
  const option = await place.run("resolve", "a.infra", "--env", "KAFKA_BROKERS=from-option:9092");
  expect(option.out).toContain("brokers: from-option:9092");
});

test("resolve prints references, never values", async () => {
  const place = given({
    "a.infra": `${valid}lookups:\n  customers:\n    type: mongodb\n    uri: \${MONGO_URI}\n    database: cc\n    collection: c\n`,
    ".env": "MONGO_URI=mongodb://user:canary-31337@host/db\n",
  });
  const { code, out, err } = await place.run("resolve", "a.infra");
  expect(code).toBe(0);
  expect(out).toContain('uri: "${MONGO_URI}"');
  expect(out + err).not.toContain("canary-31337");
});

test("explain leads from a value through defaults and overlays to the variable", async () => {
  const place = given({
    "base.infra": valid.replace("production", "base"),
    "prod.infra": `${head}extends: base.infra\nstreams:\n  auth_events:\n    partitions: 16\n`,
  });
  const partitions = await place.run("explain", "prod.infra", "streams.auth_events.partitions");
  expect(partitions.out).toBe(`streams.auth_events.partitions = 16
  prod.infra:6:5  streams.auth_events.partitions: 16  (set here)
  base.infra:8:5  streams.auth_events.partitions: 8  (overridden)
`);
  const memory = await place.run("explain", "prod.infra", "resources.enrichment.task_memory");
  expect(memory.out).toContain(
    "base.infra:16:5  resources._defaults.task_memory: 2gb  (set here) [defaults]",
  );
  const brokers = await place.run("explain", "prod.infra", "streams.auth_events.brokers");
  expect(brokers.out).toContain("${KAFKA_BROKERS}  (not set: the default in the reference)");
  const interval = await place.run("explain", "prod.infra", "checkpoints.default.interval");
  expect(interval.out).toContain("checkpoints.default.checkpoint.interval = 60s");
  const cpu = await place.run("explain", "prod.infra", "resources.enrichment.task_cpu");
  expect(cpu.out).toContain("resources.enrichment.task_cpu = 1\n");
  expect(cpu.out).toContain("default of the property");
  const nothing = await place.run("explain", "prod.infra", "streams.auth_event.topic");
  expect([nothing.code, nothing.err]).toEqual([
    1,
    expect.stringContaining('Did you mean "auth_events"?'),
  ]);
  const unset = await place.run("explain", "prod.infra", "streams.auth_events.replication");
  expect([unset.code, unset.err]).toEqual([1, expect.not.stringContaining("Did you mean")]);
});

test("explain says that a path ends at a section, and what is in it", async () => {
  const place = given({ "prod.infra": valid });
  for (const [section, example] of [
    ["streams", "streams.auth_events"],
    ["resources", "resources._defaults"],
  ] as const) {
    const { code, err } = await place.run("explain", "prod.infra", section);
    expect([code, err]).toEqual([
      1,
      expect.stringContaining(
        `"${section}" is a section: name what you mean in it, such as "${example}"`,
      ),
    ]);
  }
});

test.each(["development", "staging", "production", "production-flink2"])(
  "what resolve prints of %s is a valid file of its own",
  async (name) => {
    const folder = fileURLToPath(new URL("../../examples/card-processing/", import.meta.url));
    const place = given({});
    const { code, out } = await place.run("resolve", `${folder}${name}.infra`);
    expect(code).toBe(0);
    place.write("resolved.infra", out);
    const again = await place.run("validate", "resolved.infra", "--quiet");
    expect([again.code, again.err]).toEqual([0, ""]);
    expect((await place.run("resolve", "resolved.infra")).out).toBe(out);
  },
);

test("schema prints a JSON Schema; completion a script for each shell", async () => {
  const place = given({});
  const schema = await place.run("schema");
  expect(JSON.parse(schema.out)).toMatchObject({ properties: { streams: {}, deployment: {} } });
  for (const shell of ["bash", "zsh", "fish"]) {
    const { code, out } = await place.run("completion", shell);
    expect([code, out]).toEqual([0, expect.stringContaining("validate")]);
  }
  expect((await place.run("completion", "tcsh")).code).toBe(2);
});

test("every command has help with an example", async () => {
  const place = given({});
  const { out } = await place.run("--help");
  const commands = [...out.matchAll(/^ {2}([a-z0-9-]+) /gmu)].flatMap(([, name]) =>
    name === "help" ? [] : (name ?? []),
  );
  expect(commands).toContain("k8s");
  for (const command of commands) {
    const help = await place.run(command, "--help");
    expect([command, help.code, help.out]).toEqual([
      command,
      0,
      expect.stringContaining("Examples:"),
    ]);
  }
});
