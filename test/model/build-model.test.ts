// The model: units, defaults, absence, names, order; where each value came from; what the job needs at
// run time; which bindings a process runs on.
import { expect, test } from "vitest";
import { positionAt } from "../../src/source/source-file.js";
import { analyseFiles, analyseText, codesOf, head, linesOf, modelIn } from "../resolve/project.js";

async function modelOf(text: string) {
  return modelIn(await analyseText(text));
}

const sample = `streams:
  z: { type: kafka, topic: t, brokers: "b:1", producer: { acks: 1 }, consumer: {} }
  a: { type: pulsar, topic: "persistent://a/b/c", service_url: "pulsar://h:1", retention_size: 2GB, retention_time: 36h }
resources:
  p:
    task_memory: 512mb
    managed_memory: 40%
    memory: { heap: 0.25, network: 64mb, task_off_heap: 0 }
    network: { buffer_timeout: 100ms }
    sla: { availability: 99.9% }
  q: { parallelism: { min: 1, initial: 2, max: 4 } }
checkpoints: { c: { type: filesystem, path: "file:///c", interval: 90s } }
`;

test("units, defaults and absence", async () => {
  const { model } = await modelOf(sample);
  const [p, q] = model.processes;
  expect(p).toMatchObject({
    taskMemoryBytes: 512 * 1024 ** 2,
    taskCpu: 1,
    cpuShares: 1024,
    maxParallelism: null,
    parallelism: { initial: 1, min: null, max: null },
    memory: {
      heap: { kind: "fraction", fraction: 0.25 },
      managed: { kind: "fraction", fraction: 0.4 },
      network: { kind: "bytes", bytes: 64 * 1024 ** 2 },
      taskOffHeapBytes: 0,
      networkMinBytes: null,
    },
    network: { bufferTimeoutMs: 100, memorySegmentSizeBytes: null },
    jvm: null,
  });
  expect(p?.sla?.availabilityFraction).toBeCloseTo(0.999);
  expect(q?.parallelism).toEqual({ initial: 2, min: 1, max: 4 });
  expect(q?.taskMemoryBytes).toBe(1024 ** 3);
  expect(model.checkpoints[0]?.checkpoint?.intervalMs).toBe(90_000);
  expect(model.streams[0]).toMatchObject({
    retentionSizeBytes: 2 * 1024 ** 3,
    retentionTimeMs: 36 * 3_600_000,
  });
});

test("lists are sorted by name, and names come first", async () => {
  const { model } = await modelOf(sample);
  expect(model.streams.map(({ name }) => name)).toEqual(["a", "z"]);
  expect(Object.keys(model.streams[1] ?? {}).slice(0, 2)).toEqual(["name", "type"]);
  expect(model.deployment).toBeNull();
  expect(model.lookups).toEqual([]);
});

test.each([
  ["acks: 1", false],
  ["acks: 0", false],
  ["acks: all", true],
  ["retries: 2", true],
  ["acks: all, idempotence: false", false],
])("the default of idempotence follows acks: %s", async (producer, want) => {
  const { model } = await modelOf(
    `streams: { s: { type: kafka, topic: t, brokers: "b:1", producer: { ${producer} } } }\n`,
  );
  const [stream] = model.streams;
  expect(stream?.type === "kafka" && stream.producer?.idempotence).toBe(want);
});

// ---- origins

const base = `streams:
  s:
    type: kafka
    topic: base
    brokers: "b:1"
    partitions: 1
resources:
  _defaults: { task_cpu: 2 }
  _groups: { g: { task_memory: 2gb } }
  p: { _group: g, managed_memory: 1gb }
regions: { r: { name: us-east-1, role: active } }
`;
const child = `extends: base.infra
streams:
  s: { partitions: 2, regional: true, us-east-1: { topic: overlay } }
`;

async function layered() {
  return modelIn(
    await analyseFiles({
      "base.infra": head("base", base),
      "main.infra": head("production", child),
    }),
  );
}

test("each value leads to the entry that set it", async () => {
  const { model, origins } = await layered();
  const [stream] = model.streams;
  const [process] = model.processes;
  if (stream === undefined || process === undefined || process.memory === null)
    throw new Error("the sample has both");
  const place = (object: object, key?: string): string => {
    const span = origins.span(object, key);
    if (span === null) return "nowhere";
    const { line } = positionAt(span.file, span.start);
    return `${span.file.path}:${line} ${span.file.text.slice(span.start, span.end)}`;
  };
  expect({
    inherited: place(stream, "brokers"),
    overridden: place(stream, "partitions"),
    overlay: place(stream, "topic"),
    group: place(process, "taskMemoryBytes"),
    defaults: place(process, "taskCpu"),
    spelling: place(process.memory, "managed"),
    ofTheTable: place(process, "cpuShares"),
    itself: place(process),
  }).toEqual({
    inherited: 'base.infra:7 "b:1"',
    overridden: "main.infra:5 2",
    overlay: "main.infra:5 overlay",
    group: "base.infra:11 2gb",
    defaults: "base.infra:10 2",
    spelling: "base.infra:12 1gb",
    ofTheTable: "base.infra:12 p",
    itself: "base.infra:12 p",
  });
});

test("origins name the canonical path, what was replaced, and the property of a default", async () => {
  const { model, origins } = await layered();
  const [stream] = model.streams;
  const [process] = model.processes;
  if (stream === undefined || process === undefined) throw new Error("the sample has both");
  const partitions = origins.of(stream, "partitions");
  expect(partitions?.path).toBe("streams.s.partitions");
  expect(partitions?.entry?.replaced?.file.path).toBe("base.infra");
  const shares = origins.of(process, "cpuShares");
  expect(shares).toMatchObject({ path: "resources.p.cpu_shares", entry: null });
  expect(shares?.property?.default).toBe(1024);
  expect(origins.of(process)?.path).toBe("resources.p");
  expect(origins.of({})).toBeNull();
});

// ---- run time

test("the contract lists variables and secret keys with the properties that use them", async () => {
  const { model } =
    await modelOf(`secrets: { v: { provider: vault, path: p, keys: [user, password] } }
lookups:
  a: { type: redis, uri: "\${REDIS:-redis://h}", auth: { username: "secret://v/user", password: "secret://v/password" } }
  b: { type: redis, uri: "redis://h/\${DB}", auth: { password: "secret://v/password" } }
streams:
  s: { type: kafka, topic: t, brokers: "b:1", properties: { ssl.key.password: "a-\${DB}-b" } }
`);
  expect(model.runtime).toEqual({
    variables: [
      {
        name: "DB",
        fallback: null,
        usedBy: ["lookups.b.uri", "streams.s.properties.ssl.key.password"],
      },
      { name: "REDIS", fallback: "redis://h", usedBy: ["lookups.a.uri"] },
    ],
    secrets: [
      {
        secret: "v",
        key: "password",
        version: null,
        optional: false,
        usedBy: ["lookups.a.auth.password", "lookups.b.auth.password"],
      },
      {
        secret: "v",
        key: "user",
        version: null,
        optional: false,
        usedBy: ["lookups.a.auth.username"],
      },
    ],
  });
});

// ---- links

const bindings = (...names: string[]) =>
  `checkpoints: { ${names.map((name) => `${name}: { type: s3, bucket: b }`).join(", ")} }\n`;

const links: readonly (readonly [
  name: string,
  text: string,
  want: string | null,
  codes: readonly string[],
])[] = [
  ["its own", `${bindings("a", "default")}resources: { p: { checkpoint: a } }`, "a", []],
  [
    "from the defaults",
    `${bindings("a", "b")}resources: { _defaults: { checkpoint: b }, p: {} }`,
    "b",
    [],
  ],
  ["the one called default", `${bindings("a", "default")}resources: { p: {} }`, "default", []],
  ["the only one", `${bindings("a")}resources: { p: {} }`, "a", []],
  ["none of several", `${bindings("a", "b")}resources: { p: {} }`, null, ["W751"]],
  ["none at all", "resources: { p: {} }", null, []],
];

test.each(links)("a process runs on %s", async (_, text, want, codes) => {
  const outcome = await analyseText(`${text}\n`);
  expect(codesOf(outcome.diagnostics)).toEqual(codes);
  expect(modelIn(outcome).model.processes[0]?.checkpointBinding?.name ?? null).toBe(want);
});

test("W751 names the candidates", async () => {
  const { diagnostics } = await analyseText(`${bindings("a", "b")}resources: { p: {} }\n`);
  expect(linesOf(diagnostics)).toEqual([
    'W751 main.infra:4:14 The process "p" does not say which of "checkpoints" it uses (a, b); none is applied.',
  ]);
});
