// What a run does to files that are ours, edited, foreign or gone.
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describePlan } from "../../src/write/describe-plan.js";
import { picture, put, run, temporaryFolder, touches, wanted } from "./workspace.js";

const first = { "a.yaml": "a: 1\n", "auth/b.yaml": "b: 1\n", "run.sh": "echo\n" };

function written(): string {
  const out = join(temporaryFolder(), "out");
  expect(run(out, [wanted(first)]).codes).toEqual([]);
  return out;
}

test("a first run writes files, manifest and ignore file, and nothing else", () => {
  const seen = picture(written());
  expect(Object.keys(seen)).toEqual([
    ".nexgen",
    ".nexgen/.gitignore",
    ".nexgen/production.k8s.json",
    "production",
    "production/k8s",
    "production/k8s/a.yaml",
    "production/k8s/auth",
    "production/k8s/auth/b.yaml",
    "production/k8s/run.sh",
  ]);
  expect(seen["production/k8s/a.yaml"]).toBe("644 a: 1\n");
  expect(seen["production/k8s/run.sh"]).toBe("755 echo\n");
  expect(seen[".nexgen/.gitignore"]).toBe("644 /lock*/\n/stage-*/\n/journal.json\n/backup/\n");
});

test.each([0o077, 0o000])("permissions do not depend on umask %o", (mask) => {
  const before = process.umask(mask);
  try {
    const seen = picture(written());
    expect(seen["production/k8s/a.yaml"]).toMatch(/^644/);
    expect(seen["production/k8s/run.sh"]).toMatch(/^755/);
    expect(seen[".nexgen/production.k8s.json"]).toMatch(/^644/);
  } finally {
    process.umask(before);
  }
});

test("a second run touches nothing", () => {
  const out = written();
  const before = touches(out);
  const { plan, outcome, codes } = run(out, [wanted(first)]);
  expect(touches(out)).toEqual(before);
  expect([outcome.ok, outcome.written, codes]).toEqual([true, [], []]);
  expect(describePlan(plan)).toMatchObject({ differs: false, counts: { keep: 3 }, changes: [] });
});

test("only what differs is written", () => {
  const out = written();
  const before = touches(out);
  const { outcome } = run(out, [wanted({ ...first, "a.yaml": "a: 2\n" })]);
  expect(outcome.written).toEqual(["production/k8s/a.yaml"]);
  expect(readFileSync(join(out, "production/k8s/a.yaml"), "utf8")).toBe("a: 2\n");
  const after = touches(out);
  for (const kept of [
    "production/k8s/auth/b.yaml",
    "production/k8s/run.sh",
    ".nexgen/.gitignore",
  ]) {
    expect(after[kept]).toBe(before[kept]);
  }
});

test("what is no longer wanted goes, with folders left empty, and foreign files stay", () => {
  const out = written();
  put(join(out, "production/k8s/mine.txt"), "mine");
  const { outcome, codes } = run(out, [wanted({ "run.sh": "echo\n" })]);
  expect(outcome.removed).toEqual(["production/k8s/a.yaml", "production/k8s/auth/b.yaml"]);
  expect(codes).toEqual([]);
  expect(existsSync(join(out, "production/k8s/auth"))).toBe(false);
  expect(readFileSync(join(out, "production/k8s/mine.txt"), "utf8")).toBe("mine");
});

test("a scope with no files is emptied, and its manifest goes", () => {
  const out = written();
  run(out, [wanted({})]);
  expect(Object.keys(picture(out))).toEqual([".nexgen", ".nexgen/.gitignore"]);
});

test("a scope that never had files leaves no trace", () => {
  const folder = temporaryFolder();
  expect(run(join(folder, "out"), [wanted({})]).outcome.ok).toBe(true);
  expect(picture(folder)).toEqual({});
});

test("an edited file that is no longer wanted is kept with a warning, and then forgotten", () => {
  const out = written();
  put(join(out, "production/k8s/a.yaml"), "edited");
  const { "a.yaml": _, ...rest } = first;
  expect(run(out, [wanted(rest)]).codes).toEqual(["W970"]);
  expect(readFileSync(join(out, "production/k8s/a.yaml"), "utf8")).toBe("edited");
  expect(run(out, [wanted(rest)]).codes).toEqual([]);
});

test.each(["deleted", "emptied"])("a file that was %s is written again with a note", (how) => {
  const out = written();
  const path = join(out, "production/k8s/a.yaml");
  if (how === "deleted") rmSync(path);
  else writeFileSync(path, "");
  expect(run(out, [wanted(first)]).codes).toEqual(["N971"]);
  expect(readFileSync(path, "utf8")).toBe("a: 1\n");
});

test("a lost executable bit is restored", () => {
  const out = written();
  chmodSync(join(out, "production/k8s/run.sh"), 0o644);
  expect(run(out, [wanted(first)]).outcome.written).toEqual(["production/k8s/run.sh"]);
  expect(picture(out)["production/k8s/run.sh"]).toMatch(/^755/);
});

test("files that are right without a record are adopted and not rewritten", () => {
  const out = written();
  const before = touches(out);
  rmSync(join(out, ".nexgen/production.k8s.json"));
  const { plan, outcome } = run(out, [wanted(first)]);
  expect(describePlan(plan)).toMatchObject({ differs: true, counts: { adopt: 3 } });
  expect(outcome).toMatchObject({ ok: true, written: [] });
  expect(touches(out)["production/k8s/a.yaml"]).toBe(before["production/k8s/a.yaml"]);
  expect(run(out, [wanted({})]).outcome.removed).toHaveLength(3);
});

test("--only keeps and still owns the other files", () => {
  const out = written();
  const some = wanted({ "a.yaml": "a: 2\n" }, { prune: false });
  expect(run(out, [some]).outcome).toMatchObject({
    written: ["production/k8s/a.yaml"],
    removed: [],
  });
  expect(run(out, [wanted({})]).outcome.removed).toHaveLength(3);
});

test("scopes do not see each other's files", () => {
  const out = written();
  const east = { environment: "production", region: "us-east-1", generator: "k8s" };
  run(out, [wanted({ "a.yaml": "east\n" }, { scope: east })]);
  run(out, [wanted({}, { scope: east, entry: "production.infra" })]);
  expect(picture(out)["production/k8s/a.yaml"]).toBe("644 a: 1\n");
  expect(picture(out)["production/us-east-1"]).toBe(undefined);
});

test("--force keeps what it replaces, in a numbered backup", () => {
  const out = written();
  for (const [round, text] of ["one", "two"].entries()) {
    put(join(out, "production/k8s/auth/b.yaml"), text);
    const { outcome, diagnostics } = run(out, [wanted(first)], { force: true });
    const backup = `.nexgen/backup/${round + 1}/production/k8s/auth/b.yaml`;
    expect(outcome.backups).toEqual([{ path: "production/k8s/auth/b.yaml", backup }]);
    expect(diagnostics[0]).toMatchObject({ code: "N970", severity: "note" });
    expect(diagnostics[0]?.message).toContain(backup);
    expect(readFileSync(join(out, backup), "utf8")).toBe(text);
    expect(picture(out)["production/k8s/auth/b.yaml"]).toBe("644 b: 1\n");
  }
});

test("--force takes over the output of another entry file", () => {
  const out = written();
  const other = wanted({ "a.yaml": "a: 1\n" }, { entry: "renamed.infra" });
  expect(run(out, [other], { force: true }).outcome.removed).toHaveLength(2);
  expect(run(out, [other]).codes).toEqual([]);
});

test("a description tells actions and diffs, conflicts included", () => {
  const out = written();
  put(join(out, "production/k8s/auth/b.yaml"), "edited\n");
  const next = wanted({ "a.yaml": "a: 2\n", "auth/b.yaml": "b: 1\n", "new.yaml": "n\n" });
  const { plan } = run(out, [next]);
  const { changes, differs } = describePlan(plan);
  expect(differs).toBe(true);
  expect(changes.map(({ path, action, diff }) => [path, action, diff()])).toEqual([
    [
      "production/k8s/a.yaml",
      "update",
      "--- a/production/k8s/a.yaml\n+++ b/production/k8s/a.yaml\n@@ -1 +1 @@\n-a: 1\n+a: 2\n",
    ],
    [
      "production/k8s/auth/b.yaml",
      "conflict",
      "--- a/production/k8s/auth/b.yaml\n+++ b/production/k8s/auth/b.yaml\n@@ -1 +1 @@\n-edited\n+b: 1\n",
    ],
    [
      "production/k8s/new.yaml",
      "create",
      "--- /dev/null\n+++ b/production/k8s/new.yaml\n@@ -0,0 +1 @@\n+n\n",
    ],
    [
      "production/k8s/run.sh",
      "prune",
      "--- a/production/k8s/run.sh\n+++ /dev/null\n@@ -1 +0,0 @@\n-echo\n",
    ],
  ]);
});
