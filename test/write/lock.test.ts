// One run at a time, and locks of the dead.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeDisk } from "../../src/write/disk.js";
import { nodeProcesses } from "../../src/write/lock.js";
import { commitStage } from "../../src/write/commit-stage.js";
import { planWrites } from "../../src/write/plan-writes.js";
import { abandonStage, stageWrites } from "../../src/write/stage-writes.js";
import { picture, put, run, temporaryFolder, wanted } from "./workspace.js";

const first = { "a.yaml": "a: 1\n" };
const next = { "a.yaml": "a: 2\n" };

function written(): string {
  const out = join(temporaryFolder(), "out");
  run(out, [wanted(first)]);
  return out;
}

function deadProcess(): number {
  return spawnSync("true").pid;
}

const ignored = (): void => undefined;

const self = nodeProcesses.self();

test.each([
  ["a dead process", () => ({ ...self, pid: deadProcess(), started: "boot/1" })],
  ["a dead process with no start time", () => ({ ...self, pid: deadProcess(), started: null })],
  ["a process number used again", () => ({ ...self, started: "another-boot/1" })],
])("W14 a lock of %s is taken over", (_, owner) => {
  const out = written();
  put(join(out, ".nexgen/lock/owner.json"), JSON.stringify(owner()));
  const { codes, outcome } = run(out, [wanted(next)]);
  expect(codes).toEqual(["N973"]);
  expect(outcome.ok).toBe(true);
  expect(readdirSync(join(out, ".nexgen"))).toEqual([".gitignore", "production.k8s.json"]);
});

test.each([
  ["a running process", () => self],
  ["a process of another host", () => ({ ...self, host: "elsewhere", pid: deadProcess() })],
  ["an owner file with other content", () => ({ pid: "x" })],
  ["a process number that is none", () => ({ ...self, pid: -1 })],
])("W14 a lock of %s is respected", (_, owner) => {
  const out = written();
  put(join(out, ".nexgen/lock/owner.json"), JSON.stringify(owner()));
  const before = picture(out);
  const { codes, diagnostics, outcome } = run(out, [wanted(next)]);
  expect(codes).toEqual(["E970"]);
  expect(diagnostics[0]?.help).not.toBe(null);
  expect(outcome.ok).toBe(false);
  expect(picture(out)).toEqual(before);
});

test("W14 a corrupt owner file is refused with help that names the folder to delete", () => {
  const out = written();
  put(join(out, ".nexgen/lock/owner.json"), "\0\0");
  const { diagnostics } = run(out, [wanted(next)]);
  expect(diagnostics[0]).toMatchObject({ code: "E970" });
  expect(diagnostics[0]?.help).toContain(".nexgen/lock");
});

test("a lock that is no folder is not taken", () => {
  const out = written();
  writeFileSync(join(out, ".nexgen/lock"), "x");
  expect(run(out, [wanted(next)]).codes).toEqual(["E970"]);
});

test("W13 the second run names the first, which then completes", () => {
  const out = written();
  const codes: string[] = [];
  const report = ({ code }: { readonly code: string }): void => void codes.push(code);
  const staged = stageWrites(planWrites(out, [wanted(next)], report, { force: false }), report);
  if (typeof staged === "string") throw new Error(staged);
  const second = run(out, [wanted({ "a.yaml": "a: 3\n" })]);
  expect(second.codes).toEqual(["E970"]);
  expect(second.diagnostics[0]?.message).toContain(
    `process ${process.pid} on host "${hostname()}"`,
  );
  expect(commitStage(staged, report).ok).toBe(true);
  expect(codes).toEqual([]);
  expect(picture(out)["production/k8s/a.yaml"]).toBe("644 a: 2\n");
});

test("W13 what looks like a conflict while another run writes is reported as its lock", () => {
  const out = written();
  put(join(out, "production/k8s/a.yaml"), "half way");
  put(join(out, ".nexgen/lock/owner.json"), JSON.stringify(self));
  expect(run(out, [wanted(next)]).codes).toEqual(["E970"]);
});

test("W13 a run that finished between plan and lock is noticed", () => {
  const out = written();
  const codes: string[] = [];
  const report = ({ code }: { readonly code: string }): void => void codes.push(code);
  const plan = planWrites(out, [wanted(next)], report, { force: false });
  run(out, [wanted({ "a.yaml": "a: 3\n" })]);
  const staged = stageWrites(plan, report);
  if (typeof staged === "string") throw new Error(staged);
  expect(commitStage(staged, report).ok).toBe(false);
  expect(new Set(codes)).toEqual(new Set(["E980"]));
  expect(picture(out)["production/k8s/a.yaml"]).toBe("644 a: 3\n");
});

test("a journal that appeared between plan and lock stops the run before anything is judged", () => {
  const out = written();
  const codes: string[] = [];
  const report = ({ code }: { readonly code: string }): void => void codes.push(code);
  const plan = planWrites(out, [wanted(next)], report, { force: false });
  put(join(out, ".nexgen/journal.json"), "of another run");
  const before = picture(out);
  expect(stageWrites(plan, report)).toBe("failed");
  expect(codes).toEqual(["E980"]);
  expect(picture(out)).toEqual(before);
});

test.each([true, false])("W12 an abandoned stage leaves no trace (output exists: %s)", (exists) => {
  const out = written();
  if (!exists) rmSync(out, { recursive: true });
  const before = exists ? picture(out) : null;
  const plan = planWrites(out, [wanted(next)], ignored, { force: false });
  const staged = stageWrites(plan, ignored);
  expect(typeof staged).toBe("object");
  abandonStage();
  abandonStage();
  expect(existsSync(out) ? picture(out) : null).toEqual(before);
});

test("leftovers of crashed runs go with the next run, even one with nothing else to do", () => {
  const out = written();
  put(join(out, ".nexgen/stage-7/0"), "torn");
  put(join(out, ".nexgen/lock-7/owner.json"), "{}");
  mkdirSync(join(out, ".nexgen/lock"));
  const { outcome, codes } = run(out, [wanted(first)]);
  expect(outcome).toMatchObject({ ok: true, written: [] });
  expect(codes).toEqual([]);
  expect(readdirSync(join(out, ".nexgen"))).toEqual([".gitignore", "production.k8s.json"]);
});

test("a lock replaced by a living run while it is taken over is left to that run", () => {
  const out = written();
  const dead = { ...self, pid: deadProcess(), started: "boot/1" };
  const owner = join(out, ".nexgen/lock/owner.json");
  put(owner, JSON.stringify(dead));
  const disk = {
    ...nodeDisk,
    move: (from: string, to: string) => {
      // The other run wins the race right before our rename.
      if (to.endsWith("-stale")) writeFileSync(owner, JSON.stringify(self));
      nodeDisk.move(from, to);
    },
  };
  const { codes } = run(out, [wanted(next)], { ports: { disk, processes: nodeProcesses } });
  expect(codes).toEqual(["E970"]);
  expect(existsSync(owner)).toBe(true);
});
