import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  jobManagerMemory,
  type JobManagerMemorySettings,
} from "../../../src/targets/flink/memory/job-manager-memory.js";
import {
  taskManagerMemory,
  type TaskManagerMemorySettings,
} from "../../../src/targets/flink/memory/task-manager-memory.js";

const MB = 1048576;
const GB = 1024 * MB;
const pinned = (size: number) => ({ min: size, max: size });

interface Accepted {
  readonly name: string;
  readonly given: TaskManagerMemorySettings;
  /** MB, rounded to two decimals: task heap, managed, network, overhead, Flink. */
  readonly want: readonly [number, number, number, number, number];
}

const accepted: readonly Accepted[] = [
  { name: "1728m", given: { processSize: 1728 * MB }, want: [384, 512, 128, 192, 1280] },
  { name: "1g", given: { processSize: GB }, want: [25.6, 230.4, 64, 192, 576] },
  { name: "2g", given: { processSize: 2 * GB }, want: [537.6, 634.88, 158.72, 204.8, 1587.2] },
  { name: "4g", given: { processSize: 4 * GB }, want: [1459.2, 1372.16, 343.04, 409.6, 3430.4] },
  { name: "8g", given: { processSize: 8 * GB }, want: [3302.4, 2846.72, 711.68, 819.2, 7116.8] },
  { name: "16g", given: { processSize: 16 * GB }, want: [7296, 6041.6, 1510.4, 1024, 15104] },
  { name: "32g", given: { processSize: 32 * GB }, want: [15488, 12595.2, 3148.8, 1024, 31488] },
  {
    name: "768m without managed memory leaves no task heap",
    given: { processSize: 768 * MB, managedSize: 0 },
    want: [0, 0, 64, 192, 320],
  },
  {
    name: "1g without managed memory",
    given: { processSize: GB, managedSize: 0 },
    want: [256, 0, 64, 192, 576],
  },
  {
    name: "2g, managed 512m, network 64m",
    given: { processSize: 2 * GB, managedSize: 512 * MB, network: pinned(64 * MB) },
    want: [755.2, 512, 64, 204.8, 1587.2],
  },
  {
    name: "4g, managed 1g, network 128m",
    given: { processSize: 4 * GB, managedSize: GB, network: pinned(128 * MB) },
    want: [2022.4, 1024, 128, 409.6, 3430.4],
  },
  {
    name: "16g, managed 4g, network 512m",
    given: { processSize: 16 * GB, managedSize: 4 * GB, network: pinned(512 * MB) },
    want: [10240, 4096, 512, 1024, 15104],
  },
  {
    name: "8g, managed 4g, network 64m",
    given: { processSize: 8 * GB, managedSize: 4 * GB, network: pinned(64 * MB) },
    want: [2700.8, 4096, 64, 819.2, 7116.8],
  },
  {
    name: "16g with the default fractions spelled out",
    given: { processSize: 16 * GB, managedFraction: 0.4, network: { fraction: 0.1 } },
    want: [7296, 6041.6, 1510.4, 1024, 15104],
  },
  {
    name: "16g, managed fraction 0.6",
    given: { processSize: 16 * GB, managedFraction: 0.6 },
    want: [4275.2, 9062.4, 1510.4, 1024, 15104],
  },
  {
    name: "4g, heap 2g, managed 1g, network 256m",
    given: {
      processSize: 4 * GB,
      taskHeapSize: 2 * GB,
      managedSize: GB,
      network: pinned(256 * MB),
    },
    want: [2048, 1024, 256, 256, 3584],
  },
  {
    name: "16g, heap 8g, managed 4g, network 1g and a wide overhead",
    given: {
      processSize: 16 * GB,
      taskHeapSize: 8 * GB,
      managedSize: 4 * GB,
      network: pinned(GB),
      overhead: { max: 3 * GB },
    },
    want: [8192, 4096, 1024, 2560, 13568],
  },
  {
    name: "heap 8g, managed 4g, network 1g, no process size",
    given: { taskHeapSize: 8 * GB, managedSize: 4 * GB, network: pinned(GB) },
    want: [8192, 4096, 1024, 1024, 13568],
  },
  {
    name: "Flink 4g, heap 2g, managed 1g",
    given: { flinkSize: 4 * GB, taskHeapSize: 2 * GB, managedSize: GB },
    want: [2048, 1024, 768, 483.56, 4096],
  },
  {
    name: "512m with everything small leaves no task heap",
    given: {
      processSize: 512 * MB,
      managedSize: 0,
      network: pinned(64 * MB),
      metaspaceSize: 128 * MB,
      frameworkHeapSize: 64 * MB,
      frameworkOffHeapSize: 64 * MB,
    },
    want: [0, 0, 64, 192, 192],
  },
];

const inMegabytes = (bytes: number) => Math.round((bytes / MB) * 100) / 100;

test.each(accepted)("TaskManager $name", ({ given, want }) => {
  const result = taskManagerMemory(given);
  if (!result.ok) throw new Error(result.refusal.message);
  const { taskHeap, managed, network, overhead, flink } = result.memory;
  expect([taskHeap, managed, network, overhead, flink].map(inMegabytes)).toEqual(want);
});

test("TaskManager shares are exact to the byte", () => {
  const result = taskManagerMemory({ processSize: 1728 * MB });
  expect(result).toMatchObject({
    ok: true,
    memory: { taskHeap: 402653174, managed: 536870920, network: 134217730 },
  });
});

test("TaskManager without process size gets the overhead on top", () => {
  const heap = { taskHeapSize: 8 * GB, managedSize: 4 * GB, network: pinned(GB) };
  expect(taskManagerMemory(heap)).toMatchObject({ ok: true, memory: { process: 14848 * MB } });
  const flink = taskManagerMemory({ flinkSize: 4 * GB, taskHeapSize: 2 * GB, managedSize: GB });
  expect(flink.ok && inMegabytes(flink.memory.process)).toBe(4835.56);
});

interface Refused {
  readonly name: string;
  readonly given: TaskManagerMemorySettings;
  readonly reason: string;
  readonly message?: string;
}

const fourGigabytes = { processSize: 4 * GB, taskHeapSize: 2 * GB, managedSize: GB };
const fourSlots = { processSize: 16 * GB, taskHeapSize: 8 * GB, managedSize: 4 * GB };

// Flink's own answers, where the product of two doubles would be a byte off.
test.each([
  {
    name: "a share of the whole",
    given: {
      processSize: 11_123_294_208,
      managedSize: 132_556_326,
      network: { fraction: 0.69 },
      taskOffHeapSize: 228_162_572,
    },
    want: { taskHeap: 2_402_991_918, network: 6_748_970_656 },
  },
  {
    name: "a share on top",
    given: {
      taskHeapSize: 398_458_880,
      managedSize: 1_469_275_519,
      overhead: { max: 1_066_401_792, fraction: 0.25 },
    },
    want: { network: 237_352_210, overhead: 880_652_506 },
  },
])("fractions are multiplied as decimals: $name", ({ given, want }) => {
  expect(taskManagerMemory(given)).toMatchObject({ ok: true, memory: want });
});

const refused: readonly Refused[] = [
  { name: "981m", given: { processSize: 981 * MB }, reason: "parts-exceed-flink" },
  { name: "512m", given: { processSize: 512 * MB }, reason: "parts-exceed-flink" },
  { name: "640m", given: { processSize: 640 * MB }, reason: "parts-exceed-flink" },
  { name: "700m", given: { processSize: 700 * MB }, reason: "parts-exceed-flink" },
  {
    name: "767m without managed memory",
    given: { processSize: 767 * MB, managedSize: 0 },
    reason: "parts-exceed-flink",
    message:
      "framework heap 128 MB + framework off-heap 128 MB + task off-heap 0 MB + managed 0 MB + network 64 MB = 320 MB is more than the Flink memory 319 MB",
  },
  {
    name: "managed fraction 0.9 with network 0.1",
    given: { processSize: 16 * GB, managedFraction: 0.9, network: { fraction: 0.1 } },
    reason: "parts-exceed-flink",
  },
  {
    name: "4g, heap 2g, managed 1g",
    given: fourGigabytes,
    reason: "overhead-outside-range",
    message: "142.22 MB is left for JVM overhead, which must be 192 MB to 1024 MB",
  },
  {
    name: "the same with a network range",
    given: { ...fourGigabytes, network: { min: 128 * MB, max: 512 * MB } },
    reason: "overhead-outside-range",
  },
  {
    name: "four slots of that",
    given: { ...fourSlots, network: pinned(GB) },
    reason: "overhead-outside-range",
  },
  {
    name: "parts that leave more than the pinned overhead",
    given: {
      ...fourSlots,
      network: pinned(2 * GB),
      frameworkHeapSize: 256 * MB,
      frameworkOffHeapSize: 256 * MB,
      metaspaceSize: 256 * MB,
      overhead: pinned(GB),
    },
    reason: "overhead-outside-range",
  },
  {
    name: "16g with Flink 14g",
    given: { processSize: 16 * GB, flinkSize: 14 * GB },
    reason: "overhead-outside-range",
  },
  {
    name: "16g with Flink 12g",
    given: { processSize: 16 * GB, flinkSize: 12 * GB },
    reason: "overhead-outside-range",
  },
  {
    name: "Flink larger than the process",
    given: { processSize: GB, flinkSize: 2 * GB },
    reason: "process-too-small",
    message: "Flink memory 2048 MB + metaspace 256 MB is more than the process size 1024 MB",
  },
  { name: "nothing set", given: {}, reason: "no-total" },
  { name: "only a heap", given: { taskHeapSize: GB }, reason: "no-total" },
  {
    name: "network max below the default min",
    given: { processSize: 4 * GB, network: { max: 32 * MB } },
    reason: "range",
    message: "network min 64 MB is above max 32 MB",
  },
  {
    name: "overhead max below the default min",
    given: { processSize: 4 * GB, overhead: { max: 128 * MB } },
    reason: "range",
  },
  {
    name: "overhead min above the default max",
    given: { processSize: 8 * GB, overhead: { min: 2 * GB } },
    reason: "range",
  },
  {
    name: "a fraction of one",
    given: { processSize: 4 * GB, managedFraction: 1 },
    reason: "fraction",
  },
  {
    name: "metaspace larger than the process",
    given: { processSize: 400 * MB },
    reason: "jvm-exceeds-process",
  },
  {
    name: "a rest for the network outside its range",
    given: {
      flinkSize: 4 * GB,
      taskHeapSize: 2 * GB,
      managedSize: GB,
      network: { max: 512 * MB },
    },
    reason: "network-outside-range",
  },
  { name: "no slots", given: { processSize: 4 * GB, slots: 0 }, reason: "slots" },
  {
    name: "segments that are no power of two",
    given: { processSize: 4 * GB, segmentSize: 10000 },
    reason: "segment-size",
  },
  {
    name: "segments too small",
    given: { processSize: 4 * GB, segmentSize: 2048 },
    reason: "segment-size",
  },
];

test.each(refused)("TaskManager refused: $name", ({ given, reason, message }) => {
  expect(taskManagerMemory(given)).toMatchObject({
    ok: false,
    refusal: { reason, ...(message === undefined ? {} : { message }) },
  });
});

test("982m is the smallest process that starts with all defaults", () => {
  expect(taskManagerMemory({ processSize: 982 * MB }).ok).toBe(true);
  expect(taskManagerMemory({ processSize: 982 * MB, slots: 1, segmentSize: 32768 }).ok).toBe(true);
});

describe("JobManager", () => {
  const heaps: readonly [string, JobManagerMemorySettings, number][] = [
    ["1600m", { processSize: 1600 * MB }, 1024],
    ["2g", { processSize: 2 * GB }, 1459.2],
    ["8g", { processSize: 8 * GB }, 6988.8],
    ["577m", { processSize: 577 * MB }, 1],
    ["Flink 1g", { flinkSize: GB }, 896],
    ["Flink 1g, heap 900m", { flinkSize: GB, heapSize: 900 * MB }, 900],
  ];
  test.each(heaps)("%s", (_, given, heap) => {
    const result = jobManagerMemory(given);
    expect(result.ok && inMegabytes(result.memory.heap)).toBe(heap);
  });

  test("2g with heap 1g leaves 640 MB of overhead", () => {
    const result = jobManagerMemory({ processSize: 2 * GB, heapSize: GB });
    expect(result).toMatchObject({ ok: true, memory: { overhead: 640 * MB, offHeap: 128 * MB } });
  });

  const refusals: readonly [string, JobManagerMemorySettings, string][] = [
    ["576m", { processSize: 576 * MB }, "parts-exceed-flink"],
    ["nothing set", {}, "no-total"],
    ["Flink 128m", { flinkSize: 128 * MB }, "parts-exceed-flink"],
    ["heap above Flink", { flinkSize: GB, heapSize: 2 * GB }, "parts-exceed-flink"],
    [
      "heap and off-heap that do not add up",
      { flinkSize: GB, heapSize: 512 * MB, offHeapSize: 128 * MB },
      "parts-differ-from-flink",
    ],
    ["4g with heap 1g", { processSize: 4 * GB, heapSize: GB }, "overhead-outside-range"],
    ["400m", { processSize: 400 * MB }, "jvm-exceeds-process"],
    ["an overhead range", { processSize: 4 * GB, overhead: { max: MB } }, "range"],
  ];
  test.each(refusals)("refused: %s", (_, given, reason) => {
    expect(jobManagerMemory(given)).toMatchObject({ ok: false, refusal: { reason } });
  });
});

const big = (value: number | undefined, usual: number) => BigInt(value ?? usual);
const given = (value: number | undefined) => (value === undefined ? null : BigInt(value));
/** As Java's BigDecimal: by the digits that the fraction prints with. */
const times = (n: bigint, f: number) => {
  const [, whole = "", rest = "", exponent = "0"] =
    /^(\d+)\.?(\d*)(?:e([+-]\d+))?$/u.exec(String(f)) ?? [];
  const shift = Number(exponent) - rest.length;
  const product = n * BigInt(whole + rest);
  return shift < 0 ? product / 10n ** BigInt(-shift) : product * 10n ** BigInt(shift);
};
const check = (good: boolean) => {
  if (!good) throw new Error("refused");
};

const fraction = (value: number | undefined, usual: number) => {
  const f = Math.fround(value ?? usual);
  check(f >= 0 && f < 1);
  return f;
};

/** The rules once more, dense and in big integers; throws where Flink refuses. */
function modelled(s: TaskManagerMemorySettings): bigint[] {
  const range = (r: TaskManagerMemorySettings["network"], min: number, max: number) => {
    const [lo, hi] = [big(r?.min, min), big(r?.max, max)];
    check(lo <= hi);
    const f = fraction(r?.fraction, 0.1);
    const cut = (v: bigint) => (v < lo ? lo : v > hi ? hi : v);
    return {
      of: (base: bigint) => cut(times(base, f)),
      onTop: (base: bigint) => cut(times(base, f / (1 - f))),
      within: (v: bigint) => (check(v >= lo && v <= hi), v),
    };
  };
  const network = () => range(s.network, 64 * MB, 2 ** 62);
  const overhead = () => range(s.overhead, 192 * MB, GB);
  const base =
    big(s.frameworkHeapSize, 128 * MB) +
    big(s.frameworkOffHeapSize, 128 * MB) +
    big(s.taskOffHeapSize, 0);
  const meta = big(s.metaspaceSize, 256 * MB);
  const [heap, managed] = [given(s.taskHeapSize), given(s.managedSize)];
  const [flink, process] = [given(s.flinkSize), given(s.processSize)];
  const inside = (all: bigint): [bigint, bigint, bigint] => {
    const m = managed ?? times(all, fraction(s.managedFraction, 0.4));
    const net = heap === null ? network().of(all) : network().within(all - base - m - heap);
    const rest = heap ?? all - base - m - net;
    check(rest >= 0n && all - base - m - rest >= 0n);
    return [rest, m, net];
  };
  let parts: [bigint, bigint, bigint];
  let jvm: bigint | null = null;
  if (heap !== null && managed !== null && flink === null) {
    parts = [heap, managed, network().onTop(base + heap + managed)];
  } else if (flink !== null) {
    parts = inside(flink);
  } else {
    check(process !== null);
    jvm = overhead().of(process ?? 0n);
    check(meta + jvm <= (process ?? 0n));
    parts = inside((process ?? 0n) - meta - jvm);
  }
  const all = base + parts[0] + parts[1] + parts[2];
  if (jvm === null) {
    jvm = process === null ? overhead().onTop(all + meta) : overhead().within(process - all - meta);
  }
  return [...parts, jvm, all, all + meta + jvm];
}

const size = (most: number) =>
  fc.oneof(
    fc.constant(undefined),
    fc.integer({ min: 0, max: most }).map((mb) => mb * MB),
    fc.integer({ min: 0, max: most * MB }),
  );
const share = fc.record({
  min: size(600),
  max: size(3000),
  fraction: fc.option(fc.double({ min: 0, max: 1.05, noNaN: true }), { nil: undefined }),
});
const someSettings = fc.record({
  processSize: size(20000),
  flinkSize: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, size(16000)),
  taskHeapSize: fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, size(8000)),
  managedSize: size(4000),
  managedFraction: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
  network: fc.option(share, { nil: undefined }),
  overhead: fc.option(share, { nil: undefined }),
  metaspaceSize: size(400),
  frameworkHeapSize: size(300),
  frameworkOffHeapSize: size(300),
  taskOffHeapSize: size(300),
});

function modelledOrNull(settings: TaskManagerMemorySettings): bigint[] | null {
  try {
    return modelled(settings);
  } catch {
    return null;
  }
}

/** The same list from the code under test; the two sums must hold by themselves. */
function computedOrNull(settings: TaskManagerMemorySettings): bigint[] | null {
  const result = taskManagerMemory(settings);
  if (!result.ok) return null;
  const m = result.memory;
  const heapAndDirect = m.frameworkHeap + m.frameworkOffHeap + m.taskHeap + m.taskOffHeap;
  const flink = heapAndDirect + m.managed + m.network;
  const process = settings.processSize ?? m.flink + m.metaspace + m.overhead;
  if (m.process !== m.flink + m.metaspace + m.overhead) throw new Error("process is no sum");
  return [m.taskHeap, m.managed, m.network, m.overhead, flink, process].map(BigInt);
}

test("TaskManager agrees with an independent model, and its parts add up", () => {
  let started = 0;
  fc.assert(
    fc.property(someSettings, (settings) => {
      const want = modelledOrNull(settings);
      if (want !== null) started += 1;
      expect(computedOrNull(settings)).toEqual(want);
    }),
    { seed: 7, numRuns: 5000 },
  );
  // A generator that is always refused would prove nothing.
  expect(started).toBeGreaterThan(300);
});

const someJobManagers = fc.record({
  processSize: size(8000),
  flinkSize: size(6000),
  heapSize: size(4000),
  offHeapSize: size(600),
  metaspaceSize: size(400),
  overhead: fc.option(share, { nil: undefined }),
});

test("JobManager: parts always add up, and the process size is kept", () => {
  const started = fc.sample(someJobManagers, { seed: 7, numRuns: 5000 }).flatMap((settings) => {
    const result = jobManagerMemory(settings);
    return result.ok ? [{ settings, memory: result.memory }] : [];
  });
  expect(started.length).toBeGreaterThan(100);
  for (const { settings, memory } of started) {
    expect(memory.heap + memory.offHeap).toBe(memory.flink);
    expect(memory.flink + memory.metaspace + memory.overhead).toBe(memory.process);
    expect(memory.process).toBe(settings.processSize ?? memory.process);
  }
});
