// Merging along `extends`, second spellings, groups and defaults, near misses.
import { expect, test } from "vitest";
import { analyseFiles, analyseText, codesOf, head, linesOf, marked, plainAt } from "./project.js";

async function merged(base: string, child: string, middle = "") {
  return analyseFiles({
    "base.infra": head("base", base),
    "middle.infra": head("base", `extends: base.infra\n${middle}`),
    "main.infra": head("production", `extends: middle.infra\n${child}`),
  });
}

const kafka = "type: kafka, topic: t, brokers: 'b:1'";

const merges: readonly {
  readonly name: string;
  readonly base: string;
  readonly child: string;
  readonly at: readonly [string, ...string[]];
  readonly want: unknown;
  readonly codes?: readonly string[];
}[] = [
  {
    name: "maps are merged deep",
    base: `streams: { s: { ${kafka}, consumer: { group_id: g, max_poll_records: 5 } } }`,
    child: "streams: { s: { consumer: { max_poll_records: 9 } } }",
    at: ["streams", "s", "consumer"],
    want: { group_id: "g", max_poll_records: 9 },
  },
  {
    name: "lists are replaced",
    base: "state_backends: { s: { type: rocksdb, storage: { local_directories: [/a, /b] } } }",
    child: "state_backends: { s: { storage: { local_directories: [/c] } } }",
    at: ["state_backends", "s", "storage", "local_directories"],
    want: ["/c"],
  },
  {
    name: "null unsets",
    base: `streams: { s: { ${kafka}, partitions: 3 } }`,
    child: "streams: { s: { partitions: null } }",
    at: ["streams", "s", "partitions"],
    want: undefined,
  },
  {
    name: "null unsets a whole binding",
    base: `streams: { s: { ${kafka} }, u: { ${kafka} } }`,
    child: "streams: { s: null }",
    at: ["streams", "s"],
    want: undefined,
  },
  {
    name: "null unsets a whole section",
    base: `streams: { s: { ${kafka} } }`,
    child: "streams: null",
    at: ["streams"],
    want: undefined,
  },
  {
    name: "null of a nullable property is a value",
    base: "regions: { a: { name: us-east-1, role: active } }\nfailover: { f: { primary: us-east-1, secondary: us-east-1 } }",
    child: "failover: { f: { secondary: null } }",
    at: ["failover", "f", "primary"],
    want: "us-east-1",
  },
  {
    name: "null with nothing inherited is an error",
    base: "",
    child: `streams: { s: { ${kafka}, partitions: null } }`,
    at: ["streams", "s", "topic"],
    want: "t",
    codes: ["E703"],
  },
  {
    name: "a changed type replaces",
    base: `streams: { s: { ${kafka}, partitions: 3 } }`,
    child: "streams: { s: { type: kinesis, stream: k, region: us-east-1 } }",
    at: ["streams", "s"],
    want: { type: "kinesis", stream: "k", region: "us-east-1" },
  },
  {
    name: "the same type again merges",
    base: `streams: { s: { ${kafka}, partitions: 3 } }`,
    child: "streams: { s: { type: kafka, topic: u } }",
    at: ["streams", "s", "partitions"],
    want: 3,
  },
  {
    name: "the type may come from the child alone",
    base: "lookups: { l: { key_pattern: 'a:{id}' } }",
    child: "lookups: { l: { type: redis, uri: 'redis://h' } }",
    at: ["lookups", "l", "lookup", "key_pattern"],
    want: "a:{id}",
  },
  {
    name: "a short spelling below a long one",
    base: "checkpoints: { c: { type: filesystem, path: 'file:///c', interval: 10s } }",
    child: "checkpoints: { c: { checkpoint: { interval: 20s } } }",
    at: ["checkpoints", "c", "checkpoint", "interval"],
    want: "20s",
  },
  {
    name: "a long spelling below a short one",
    base: "checkpoints: { c: { type: filesystem, path: 'file:///c', checkpoint: { interval: 10s } } }",
    child: "checkpoints: { c: { interval: 20s } }",
    at: ["checkpoints", "c", "checkpoint", "interval"],
    want: "20s",
  },
  {
    name: "null through the second spelling",
    base: "checkpoints: { c: { type: filesystem, path: 'file:///c', checkpoint: { interval: 10s } } }",
    child: "checkpoints: { c: { interval: null } }",
    at: ["checkpoints", "c", "checkpoint"],
    want: {},
  },
  {
    name: "parallelism as a number replaces the map",
    base: "resources: { p: { parallelism: { initial: 2, min: 1, max: 4 } } }",
    child: "resources: { p: { parallelism: 8 } }",
    at: ["resources", "p", "parallelism"],
    want: 8,
  },
];

test.each(merges)("$name", async ({ base, child, at, want, codes = [] }) => {
  const outcome = await merged(base, `${child}\n`);
  expect(codesOf(outcome.diagnostics)).toEqual(codes);
  expect(plainAt(outcome, ...at)).toEqual(want);
});

const spellings: readonly (readonly [name: string, text: string, codes: readonly string[]])[] = [
  [
    "both spellings",
    "checkpoints: { c: { type: filesystem, path: 'file:///c', interval: 1s, checkpoint: { interval: 1s } } }",
    ["E705"],
  ],
  [
    "both, equal, where that is allowed",
    "state_backends: { s: { type: rocksdb, memory: { write_buffer_count: 3 }, options: { max_write_buffer_number: 3 } } }",
    [],
  ],
  [
    "both, different, where equal is allowed",
    "state_backends: { s: { type: rocksdb, memory: { write_buffer_count: 3 }, options: { max_write_buffer_number: 4 } } }",
    ["E705"],
  ],
  [
    "a map named like another type's number",
    "checkpoints: { c: { type: s3, bucket: b, replication: { enabled: false } } }",
    [],
  ],
];

test.each(spellings)("%s", async (_, text, codes) => {
  const { diagnostics } = await analyseText(text);
  expect(codesOf(diagnostics)).toEqual(codes);
});

const converted: readonly (readonly [string, readonly [string, ...string[]], unknown])[] = [
  [
    "secrets: { s: { provider: env, key: k, variables: { k: V } } }",
    ["secrets", "s", "keys"],
    ["k"],
  ],
  [
    "secrets: { s: { provider: env, variable: V, default: '' } }",
    ["secrets", "s", "on_missing"],
    { action: "default", default_value: "" },
  ],
  [
    "deployment: { type: standalone, job_manager: 'host:8081' }",
    ["deployment", "cluster", "job_manager"],
    { host: "host", web_port: 8081 },
  ],
  [
    "resources: { p: { slot_sharing_group: g } }",
    ["resources", "p", "slot_sharing", "groups"],
    [{ name: "g", operators: ["*"] }],
  ],
];

test.each(converted)("a spelling of another form: %s", async (text, at, want) => {
  const outcome = await analyseText(text);
  expect(codesOf(outcome.diagnostics)).toEqual([]);
  expect(plainAt(outcome, ...at)).toEqual(want);
});

// ---- groups

const layers = `resources:
  _defaults: { parallelism: 1, task_cpu: 1, memory: { heap: 1gb } }
  _groups: { big: { parallelism: 2, memory: { managed: 2gb } } }
`;

test("an entry wins over its group, the group over the defaults", async () => {
  const outcome = await analyseText(
    `${layers}  p: { _group: big, parallelism: 3 }\n  q: { _group: big }\n  r: {}\n`,
  );
  expect(codesOf(outcome.diagnostics)).toEqual([]);
  const parallelism = ["p", "q", "r"].map((name) =>
    plainAt(outcome, "resources", name, "parallelism"),
  );
  expect(parallelism).toEqual([3, 2, 1]);
  expect(plainAt(outcome, "resources", "p", "memory")).toEqual({ heap: "1gb", managed: "2gb" });
});

test("a child changes the base's defaults and groups before they are applied", async () => {
  const outcome = await merged(
    `${layers}  p: { _group: big }\n`,
    "resources: { _defaults: { task_cpu: 4 }, _groups: { big: { parallelism: 9 } } }\n",
  );
  expect(plainAt(outcome, "resources", "p", "task_cpu")).toBe(4);
  expect(plainAt(outcome, "resources", "p", "parallelism")).toBe(9);
});

test("an unknown group is an error with the near name", async () => {
  const { diagnostics } = await analyseText(`${layers}  p: { _group: bigg }\n`);
  expect(linesOf(diagnostics)).toEqual([
    'E717 main.infra:6:16 process "p" refers to the group "bigg", which does not exist.',
  ]);
  expect(diagnostics[0]?.help).toBe('Did you mean "big"?');
});

test("a secret's provider comes from itself, its group, or the default provider", async () => {
  const outcome = await analyseText(`secrets:
  _config: { default_provider: vault }
  _groups: { g: { provider: env } }
  a: { path: p }
  b: { _group: g, variable: B }
  c: { provider: kubernetes, namespace: n, secret_name: s, key: k }
`);
  expect(codesOf(outcome.diagnostics)).toEqual([]);
  expect(["a", "b", "c"].map((name) => plainAt(outcome, "secrets", name, "provider"))).toEqual([
    "vault",
    "env",
    "kubernetes",
  ]);
});

// ---- near misses

const misses: readonly {
  readonly name: string;
  readonly base: string;
  readonly child: string;
  readonly at: readonly string[];
}[] = [
  {
    name: "client property",
    base: `streams: { s: { ${kafka}, properties: { security.protocol: SSL } } }`,
    child: "streams: { s: { properties: { security.protocl: PLAINTEXT } } }",
    at: ["security.protocl"],
  },
  {
    name: "label",
    base: "monitoring: { metrics: { type: prometheus, labels: { service: a } } }",
    child: "monitoring: { metrics: { labels: { servise: b } } }",
    at: ["servise"],
  },
  {
    name: "Flink option",
    base: "resources: { p: { flink_options: { web.timeout: 1 } } }",
    child: "resources: { p: { flink_options: { web.timout: 2 } } }",
    at: ["web.timout"],
  },
  {
    name: "process",
    base: "resources: { enrichment: { parallelism: 2 } }",
    child: "resources: { enrichmet: { parallelism: 4 } }",
    at: ["enrichmet"],
  },
  {
    name: "another word",
    base: "monitoring: { metrics: { type: prometheus, labels: { service: a } } }",
    child: "monitoring: { metrics: { labels: { team: b } } }",
    at: [],
  },
  {
    name: "another number",
    base: "monitoring: { metrics: { type: prometheus, labels: { shard_1: a } } }",
    child: "monitoring: { metrics: { labels: { shard_2: b } } }",
    at: [],
  },
  {
    name: "both are written",
    base: "monitoring: { metrics: { type: prometheus, labels: { service: a } } }",
    child: "monitoring: { metrics: { labels: { service: b, services: c } } }",
    at: [],
  },
  {
    name: "nothing inherited",
    base: "",
    child: "monitoring: { metrics: { type: prometheus, labels: { service: b, services: c } } }",
    at: [],
  },
];

test.each(misses)("W705 for a near miss: $name", async ({ base, child, at }) => {
  const { diagnostics } = await merged(base, `${child}\n`);
  expect(diagnostics.map(marked)).toEqual(at);
  expect(codesOf(diagnostics)).toEqual(at.map(() => "W705"));
  expect(diagnostics.flatMap(({ related }) => related.map(({ span }) => span.file.path))).toEqual(
    at.map(() => "base.infra"),
  );
});

test("a misspelt binding lacks its type, and the help names the inherited one", async () => {
  const { diagnostics } = await merged(
    `streams: { auth_events: { ${kafka} } }`,
    "streams: { auth_event: { partitions: 3 } }\n",
  );
  expect(codesOf(diagnostics)).toEqual(["E702"]);
  expect(diagnostics[0]?.help).toContain('Did you mean to override "auth_events"?');
  expect(diagnostics[0]?.related[0]?.span.file.path).toBe("base.infra");
});
