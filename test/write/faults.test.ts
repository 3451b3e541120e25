// A run that dies or fails at any call to the disk: nothing torn is seen, and the next run repairs.
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeDisk, type Disk } from "../../src/write/disk.js";
import type { Processes } from "../../src/write/lock.js";
import type { WritePorts } from "../../src/write/write-plan.js";
import { picture, put, run, temporaryFolder, wanted } from "./workspace.js";

const old = { "a.yaml": "old a\n", "b.yaml": "same\n", "gone.yaml": "gone\n", "x/y.yaml": "y\n" };
const fresh = { "a.yaml": "new a\n", "b.yaml": "same\n", "e/f.yaml": "f\n", "edited.yaml": "n\n" };

/** The real disk without flushing, which costs most of the time and shows in no picture. */
const quickDisk: Disk = {
  ...nodeDisk,
  create: (path, bytes, { mode }) => nodeDisk.create(path, bytes, { mode, durable: false }),
  syncFolder: () => undefined,
};

/** How a call fails: before it does anything, after it did everything, or half-way. */
type Fault = "before" | "after" | "half";

interface FaultPlan {
  readonly at: number;
  readonly fault: Fault;
  /** A dead process makes no further calls; a living one cleans up. */
  readonly dies: boolean;
}

interface Faulty {
  readonly disk: Disk;
  /** The calls made so far, by name. */
  readonly calls: readonly string[];
}

function ioError(path: unknown): Error {
  return Object.assign(new Error("EIO"), { code: "EIO", path: String(path) });
}

function faultyDisk({ at, fault, dies }: FaultPlan): Faulty {
  const calls: string[] = [];
  const disk = new Proxy(quickDisk, {
    get:
      (real, name: keyof Disk) =>
      (...given: never[]) => {
        calls.push(name);
        if (dies && calls.length > at) throw ioError(given[0]);
        const call = real[name] as (...rest: never[]) => unknown;
        if (calls.length !== at) return call(...given);
        if (fault === "after") call(...given);
        if (fault === "half" && name === "create") {
          const [path, bytes] = given as unknown as [string, Buffer];
          writeFileSync(path, bytes.subarray(0, 2));
        }
        throw ioError(given[0]);
      },
  });
  return { disk, calls };
}

let lastProcess = 1000;

/** Every run is a process of its own, and all earlier ones are dead. */
function newProcess(): Processes {
  lastProcess += 1;
  const self = { pid: lastProcess, host: "here", started: String(lastProcess) };
  return { self: () => self, runs: ({ pid }) => pid === self.pid };
}

function ports(disk: Disk): WritePorts {
  return { disk, processes: newProcess() };
}

/** The output before the run under test: ours, one file edited, one foreign. */
function prepared(out: string): void {
  run(out, [wanted({ ...old, "edited.yaml": "o\n" })], { ports: ports(quickDisk) });
  put(join(out, "production/k8s/edited.yaml"), "by hand\n");
  put(join(out, "production/k8s/x/mine.txt"), "mine\n");
}

const target = { scopes: [wanted(fresh)], force: true };

function runWith(out: string, disk: Disk): ReturnType<typeof run> {
  return run(out, target.scopes, { force: target.force, ports: ports(disk) });
}

/** Per path, what may be seen there at any moment; undefined stands for no file. */
const allowed: Readonly<Record<string, readonly (string | undefined)[]>> = {
  "a.yaml": ["old a\n", "new a\n"],
  "b.yaml": ["same\n"],
  "gone.yaml": ["gone\n", undefined],
  "x/y.yaml": ["y\n", undefined],
  "x/mine.txt": ["mine\n"],
  "e/f.yaml": [undefined, "f\n"],
  "edited.yaml": ["by hand\n", "n\n"],
};

function expectNothingTorn(out: string, when: string): void {
  for (const [path, texts] of Object.entries(allowed)) {
    let text: string | undefined;
    try {
      text = readFileSync(join(out, "production/k8s", path), "utf8");
    } catch {
      text = undefined;
    }
    if (!texts.includes(text)) throw new Error(`${path} after ${when}: ${text}`);
  }
}

interface Stand {
  readonly start: string;
  readonly clean: Record<string, string>;
  /** The calls of a run without a fault, by name. */
  readonly calls: readonly string[];
}

function stand(folder: string): Stand {
  const start = join(folder, "start");
  prepared(start);
  const reference = join(folder, "reference");
  cpSync(start, reference, { recursive: true });
  const counter = faultyDisk({ at: Infinity, fault: "before", dies: false });
  expect(runWith(reference, counter.disk).outcome.ok).toBe(true);
  const clean = picture(reference);
  expect(clean[".nexgen/backup/1/production/k8s/edited.yaml"]).toBe("644 by hand\n");
  expect(clean["production/k8s/x/mine.txt"]).toBe("644 mine\n");
  expect(Object.keys(clean).filter((path) => /lock|stage|journal/.test(path))).toEqual([]);
  return { start, clean, calls: counter.calls };
}

function copyOf(start: string, folder: string): string {
  const out = join(folder, "out");
  rmSync(out, { recursive: true, force: true });
  cpSync(start, out, { recursive: true });
  return out;
}

const faults = (["before", "after", "half"] as const).flatMap((fault) =>
  [true, false].map((dies) => ({ fault, dies })),
);

test.each(faults)("W09 W10 W11 at every call: fault $fault, dies: $dies", ({ fault, dies }) => {
  const folder = temporaryFolder();
  const { start, clean, calls } = stand(folder);
  expect(calls.length).toBeGreaterThan(60);
  for (const [index, name] of calls.entries()) {
    // Only a write can be left half done.
    if (fault === "half" && name !== "create") continue;
    const at = index + 1;
    const out = copyOf(start, folder);
    const when = `call ${at} (${name})`;
    const { outcome, diagnostics } = runWith(out, faultyDisk({ at, fault, dies }).disk);
    expectNothingTorn(out, when);
    const reported = diagnostics.some(({ severity }) => severity === "error");
    expect({ when, ok: outcome.ok }).toEqual({ when, ok: !reported });
    expect({ when, ok: runWith(out, quickDisk).outcome.ok }).toEqual({ when, ok: true });
    expect({ when, tree: picture(out) }).toEqual({ when, tree: clean });
  }
});

test("a run that dies while it completes a dead run is completed by the third", () => {
  const folder = temporaryFolder();
  const { start, clean, calls } = stand(folder);
  for (let first = Math.floor(calls.length / 2); first <= calls.length; first += 9) {
    for (let second = 1; second <= calls.length; second += 8) {
      const out = copyOf(start, folder);
      const when = `calls ${first} and ${second}`;
      runWith(out, faultyDisk({ at: first, fault: "after", dies: true }).disk);
      runWith(out, faultyDisk({ at: second, fault: "before", dies: true }).disk);
      expectNothingTorn(out, when);
      expect({ when, ok: runWith(out, quickDisk).outcome.ok }).toEqual({ when, ok: true });
      expect({ when, tree: picture(out) }).toEqual({ when, tree: clean });
    }
  }
});

/** Output of a run that died right after its commit point. */
function committed(folder: string): { readonly out: string; readonly clean: Stand["clean"] } {
  const { start, clean } = stand(folder);
  const out = copyOf(start, folder);
  let dead = false;
  const disk = new Proxy(quickDisk, {
    get:
      (real, name: keyof Disk) =>
      (...given: never[]) => {
        if (dead) throw ioError(given[0]);
        if (name === "move" && String(given[1]).endsWith("journal.json")) dead = true;
        return (real[name] as (...rest: never[]) => unknown)(...given);
      },
  });
  runWith(out, disk);
  expect(dead).toBe(true);
  return { out, clean };
}

test("a committed run is completed, with a note, by a run that wants the same", () => {
  const { out, clean } = committed(temporaryFolder());
  const { codes, outcome } = runWith(out, quickDisk);
  expect([codes, outcome.ok]).toEqual([["N972", "N973"], true]);
  expect(picture(out)).toEqual(clean);
});

test("planning after a crash foresees the completed run and writes nothing", () => {
  const { out } = committed(temporaryFolder());
  const before = picture(out);
  const refused = run(out, [wanted(fresh, { entry: "other.infra" })], { ports: ports(quickDisk) });
  expect(refused.codes).toEqual(["N972", "E979"]);
  expect(picture(out)).toEqual(before);
});

test("a file edited after the crash is not overwritten by the recovery", () => {
  const { out } = committed(temporaryFolder());
  put(join(out, "production/k8s/a.yaml"), "edited after the crash\n");
  const { codes } = run(out, [wanted(fresh)], { ports: ports(quickDisk) });
  expect(codes).toEqual(["N972", "E973"]);
  expect(picture(out)["production/k8s/a.yaml"]).toBe("644 edited after the crash\n");
});

test("staged bytes lost in a power failure are generated again", () => {
  const { out, clean } = committed(temporaryFolder());
  const stage = Object.keys(picture(out)).find((path) => /stage-\d+$/.test(path));
  writeFileSync(join(out, stage ?? "", "0"), "ne");
  rmSync(join(out, stage ?? "", "1"));
  expect(runWith(out, quickDisk).outcome.ok).toBe(true);
  expect(picture(out)).toEqual(clean);
});
