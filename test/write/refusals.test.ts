// Every refusal leaves the tree exactly as it was.
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { nodeDisk, type Disk } from "../../src/write/disk.js";
import { applyWrites } from "../../src/write/commit-stage.js";
import { deniedCodes, missingCodes, usageCodes } from "../../src/write/failures.js";
import { nodeProcesses } from "../../src/write/lock.js";
import { planWrites } from "../../src/write/plan-writes.js";
import type { DesiredScope } from "../../src/write/write-plan.js";
import { picture, put, run, temporaryFolder, touches, wanted } from "./workspace.js";

afterEach(() => vi.unstubAllEnvs());

const first = { "a.yaml": "a: 1\n", "auth/b.yaml": "b: 1\n" };
const next = { "a.yaml": "a: 2\n", "auth/b.yaml": "b: 2\n", "new/c.yaml": "c\n" };

interface Refusal {
  readonly name: string;
  /** Changes the output folder `out` of a first run; `outside` is a folder beside it. */
  readonly given: (out: string, outside: string) => void;
  readonly scopes?: readonly DesiredScope[];
  readonly want: readonly string[];
  /** What the messages must name. */
  readonly naming?: readonly string[];
}

function link(target: string, path: string): void {
  rmSync(path, { recursive: true, force: true });
  symlinkSync(target, path);
}

const manifest = ".nexgen/production.k8s.json";

const refusals: readonly Refusal[] = [
  {
    name: "W01 an edited file",
    given: (out) => put(join(out, "production/k8s/a.yaml"), "edited"),
    want: ["E973"],
    naming: ["production/k8s/a.yaml"],
  },
  {
    name: "W01 all edited files are listed, sorted",
    given: (out) => {
      put(join(out, "production/k8s/auth/b.yaml"), "edited");
      put(join(out, "production/k8s/a.yaml"), "edited");
      put(join(out, "production/k8s/new/c.yaml"), "mine");
    },
    want: ["E973", "E973", "E974"],
    naming: ["k8s/a.yaml", "k8s/auth/b.yaml", "k8s/new/c.yaml"],
  },
  {
    name: "W02 a foreign file",
    given: (out) => put(join(out, "production/k8s/new/c.yaml"), "mine"),
    want: ["E974"],
  },
  {
    name: "W05 the file is a link to a file",
    given: (out, outside) => link(join(outside, "kept"), join(out, "production/k8s/a.yaml")),
    want: ["E971"],
    naming: ["production/k8s/a.yaml"],
  },
  {
    name: "W05 the file is a dangling link",
    given: (out, outside) => link(join(outside, "none"), join(out, "production/k8s/a.yaml")),
    want: ["E971"],
  },
  {
    name: "W05 the file is a link to itself",
    given: (out) => link("a.yaml", join(out, "production/k8s/a.yaml")),
    want: ["E971"],
  },
  {
    name: "W05 a folder of the file is a link",
    given: (out, outside) => link(outside, join(out, "production/k8s/auth")),
    want: ["E971"],
    naming: ["production/k8s/auth"],
  },
  {
    name: "W05 the folder of a scope is a link",
    given: (out, outside) => link(outside, join(out, "production")),
    want: ["E971"],
  },
  {
    name: "W05 the control folder is a link",
    given: (out, outside) => link(outside, join(out, ".nexgen")),
    want: ["E971"],
  },
  {
    name: "W05 the manifest is a link",
    given: (out, outside) => link(join(outside, "kept"), join(out, manifest)),
    want: ["E971"],
  },
  {
    name: "W05 the folder of a file that is to be removed is a link",
    given: (out, outside) => link(outside, join(out, "production/k8s/auth")),
    scopes: [wanted({ "a.yaml": "a: 2\n" })],
    want: ["E971"],
  },
  {
    name: "W06 a folder where a file is wanted",
    given: (out) => mkdirSync(join(out, "production/k8s/new/c.yaml"), { recursive: true }),
    want: ["E972"],
    naming: ["new/c.yaml", "a folder"],
  },
  {
    name: "W06 a file where a folder is wanted",
    given: (out) => put(join(out, "production/k8s/new"), "mine"),
    want: ["E972"],
    naming: ["production/k8s/new"],
  },
  {
    name: "W06 the control folder is a file",
    given: (out) => {
      rmSync(join(out, ".nexgen"), { recursive: true });
      writeFileSync(join(out, ".nexgen"), "mine");
    },
    want: ["E972"],
  },
  {
    name: "W15 a truncated manifest",
    given: (out) => put(join(out, manifest), '{"schema": 1, "fil'),
    scopes: [wanted({})],
    want: ["E978"],
    naming: [manifest],
  },
  {
    name: "W15 a manifest of a newer schema",
    given: (out) => put(join(out, manifest), '{"schema": 2, "entry": "e", "files": {}}'),
    want: ["E978"],
  },
  {
    name: "W15 a manifest with a path outside",
    given: (out) => {
      const record = `{"sha256": "${"0".repeat(64)}", "mode": "644"}`;
      const entry = "production.infra";
      put(join(out, manifest), `{"schema": 1, "entry": "${entry}", "files": {"../x": ${record}}}`);
    },
    want: ["E978"],
  },
  {
    name: "W15 a manifest with an unfinished merge",
    given: (out) => put(join(out, manifest), "{\n<<<<<<< ours\n=======\n>>>>>>> theirs\n}"),
    want: ["E978"],
    naming: ["unfinished merge"],
  },
  {
    name: "W15 a broken journal",
    given: (out) => put(join(out, ".nexgen/journal.json"), '{"schema": 1}'),
    want: ["E984"],
  },
  {
    name: "a journal that leads outside",
    given: (out) => {
      const removals = [{ path: "../outside/kept", before: "0" }];
      const rest = { backup: null, moves: [], manifests: [] };
      put(
        join(out, ".nexgen/journal.json"),
        JSON.stringify({ schema: 1, stage: "stage-1", removals, ...rest }),
      );
    },
    want: ["E984"],
  },
  {
    name: "another entry file",
    given: () => undefined,
    scopes: [wanted({ "a.yaml": "a: 1\n" }, { entry: "other.infra" })],
    want: ["E979"],
    naming: ["production.infra", "other.infra", "production/k8s"],
  },
  {
    name: "two entry files of one environment in one run, told once",
    given: () => undefined,
    scopes: [
      wanted({ "a.yaml": "1", "b.yaml": "1" }),
      wanted({ "a.yaml": "2", "b.yaml": "2" }, { entry: "other.infra" }),
    ],
    want: ["E979"],
    naming: ["production.infra", "other.infra", "production/k8s"],
  },
  {
    name: "W19 names that differ in case only",
    given: () => undefined,
    scopes: [wanted({ "Auth.yaml": "1", "auth.yaml": "2" })],
    want: ["E975"],
    naming: ["Auth.yaml", "auth.yaml"],
  },
  {
    name: "W24 two scopes that plan one path",
    given: () => undefined,
    scopes: [
      wanted({ "java/x": "1" }, { scope: { environment: "p", region: null, generator: "k8s" } }),
      wanted({ x: "2" }, { scope: { environment: "p", region: "k8s", generator: "java" } }),
    ],
    want: ["E975"],
    naming: ['"p/k8s/java/x" (k8s)', '"p/k8s/java/x" (java)'],
  },
  {
    name: "W21 a segment that is too long",
    given: () => undefined,
    scopes: [wanted({ [`${"x".repeat(256)}`]: "1" })],
    want: ["E976"],
  },
  {
    name: "W21 a path that is too long",
    given: () => undefined,
    scopes: [wanted({ [Array.from({ length: 45 }, () => "x".repeat(90)).join("/")]: "1" })],
    want: ["E976"],
  },
  {
    name: "a path that leaves the output folder",
    given: () => undefined,
    scopes: [wanted({ "../../../outside/x": "1" })],
    want: ["E976"],
  },
  {
    name: "a path that leaves its scope",
    given: () => undefined,
    scopes: [
      { ...wanted({}), files: [{ path: "production/java/x", text: "1", executable: false }] },
    ],
    want: ["E976"],
    naming: ["production/java/x", '"production/k8s"'],
  },
  {
    name: "an environment with a dot",
    given: () => undefined,
    scopes: [wanted({}, { scope: { environment: "a.b", region: null, generator: "k8s" } })],
    want: ["E976"],
  },
  {
    name: "a region with a slash, whose manifest would not be found again",
    given: () => undefined,
    scopes: [wanted({}, { scope: { environment: "a", region: "b/c", generator: "k8s" } })],
    want: ["E976"],
  },
];

test.each(refusals)("$name", ({ given, scopes, want, naming = [] }) => {
  const folder = temporaryFolder();
  const out = join(folder, "out");
  run(out, [wanted(first)]);
  put(join(folder, "outside/kept"), "kept");
  given(out, join(folder, "outside"));
  const before = { picture: picture(folder), touches: touches(folder) };
  const { outcome, codes, diagnostics } = run(out, scopes ?? [wanted(next)]);
  expect(codes).toEqual(want);
  expect(outcome.ok).toBe(false);
  expect({ picture: picture(folder), touches: touches(folder) }).toEqual(before);
  const messages = diagnostics.map(({ message }) => message).join("\n");
  for (const name of naming) expect(messages).toContain(name);
  for (const { help } of diagnostics) expect(help).not.toBe(null);
});

test.each(["W05 a link", "W06 a folder"])("--force does not replace %s", (name) => {
  const folder = temporaryFolder();
  const out = join(folder, "out");
  run(out, [wanted(first)]);
  const path = join(out, "production/k8s/a.yaml");
  rmSync(path);
  if (name === "W05 a link") symlinkSync("../../../x", path);
  else mkdirSync(path);
  const before = picture(folder);
  expect(run(out, [wanted(next)], { force: true }).outcome.ok).toBe(false);
  expect(picture(folder)).toEqual(before);
});

interface RootCase {
  readonly name: string;
  /** Prepares `folder` and gives the output folder. */
  readonly given: (folder: string) => string;
  readonly want: string | null;
}

const roots: readonly RootCase[] = [
  { name: "a missing folder is made", given: (at) => join(at, "out"), want: null },
  { name: "a folder with foreign files", given: (at) => (put(join(at, "x"), "1"), at), want: null },
  { name: "the root", given: () => "/", want: "E977" },
  {
    name: "a home folder with files",
    given: (at) => (put(join(at, "x"), "1"), vi.stubEnv("HOME", at), at),
    want: "E977",
  },
  { name: "an empty home folder", given: (at) => (vi.stubEnv("HOME", at), at), want: null },
  {
    name: "a home folder with our records",
    given: (at) => (put(join(at, "x"), "1"), run(at, [wanted(first)]), vi.stubEnv("HOME", at), at),
    want: null,
  },
  {
    name: "the folder of git",
    given: (at) => (put(join(at, ".git/HEAD"), "x"), join(at, ".git")),
    want: "E977",
  },
  {
    name: "a new folder in the folder of git",
    given: (at) => (mkdirSync(join(at, ".git")), join(at, ".git/out")),
    want: "E977",
  },
  {
    name: "a package in node_modules",
    given: (at) => (put(join(at, "node_modules/a/x"), "1"), join(at, "node_modules/a")),
    want: "E977",
  },
  { name: "a file", given: (at) => (put(join(at, "x"), "1"), join(at, "x")), want: "E977" },
  {
    name: "a link to a folder",
    given: (at) => (mkdirSync(join(at, "real")), link("real", join(at, "l")), join(at, "l")),
    want: "E977",
  },
  {
    name: "a dangling link",
    given: (at) => (link("none", join(at, "l")), join(at, "l")),
    want: "E977",
  },
  {
    name: "a folder below a link",
    given: (at) => (mkdirSync(join(at, "real")), link("real", join(at, "l")), join(at, "l/out")),
    want: null,
  },
  { name: "a missing parent", given: (at) => join(at, "none/out"), want: "E981" },
  {
    name: "a parent that is a file",
    given: (at) => (put(join(at, "x"), ""), join(at, "x/out")),
    want: "E981",
  },
];

test.each(roots)("W07 as output folder: $name", ({ given, want }) => {
  const folder = temporaryFolder();
  const out = given(folder);
  const before = picture(folder);
  const { codes, outcome, diagnostics } = run(out, [wanted(next)]);
  expect(codes).toEqual(want === null ? [] : [want]);
  expect(outcome.ok).toBe(want === null);
  if (want === null) return;
  expect(picture(folder)).toEqual(before);
  expect(diagnostics[0]?.message).toContain(out);
  const status = want === "E977" ? usageCodes : missingCodes;
  expect([...status]).toContain(want);
});

function failing(when: keyof Disk, code: string, where: RegExp): Disk {
  return new Proxy(nodeDisk, {
    get: (disk, name: keyof Disk) =>
      name !== when
        ? disk[name]
        : (...given: never[]) => {
            if (where.test(String(given[0]))) {
              throw Object.assign(new Error(code), { code, path: String(given[0]) });
            }
            return (disk[name] as (...rest: never[]) => unknown)(...given);
          },
  });
}

test.each([
  ["W08 the output folder", "makeFolder", "EACCES", /\.nexgen\/lock/, "E982"],
  ["W08 a read-only file system", "makeFolder", "EROFS", /\.nexgen\/lock/, "E982"],
  ["W08 an unreadable output folder", "stat", "EACCES", /\.nexgen$/, "E982"],
  ["W09 a full disk", "create", "ENOSPC", /stage-\d+\/1$/, "E983"],
  ["W09 a full disk, at the journal", "create", "ENOSPC", /stage-\d+\/journal$/, "E983"],
  ["W10 an error at the commit point", "move", "EIO", /stage-\d+\/journal$/, "E983"],
  ["W16 an unreadable manifest", "read", "EIO", /production\.k8s\.json$/, "E983"],
  ["W16 a closed manifest", "read", "EACCES", /production\.k8s\.json$/, "E982"],
] as const)("%s", (_, when, code, where, want) => {
  const out = join(temporaryFolder(), "out");
  run(out, [wanted(first)]);
  const before = picture(out);
  const ports = { disk: failing(when, code, where), processes: nodeProcesses };
  const { codes, outcome } = run(out, [wanted(next)], { ports });
  expect(codes).toEqual([want]);
  expect(outcome.ok).toBe(false);
  expect(deniedCodes.has(want)).toBe(want === "E982");
  expect(picture(out)).toEqual(before);
});

test("W09 a full disk on a first run leaves not even the output folder", () => {
  const folder = temporaryFolder();
  const ports = { disk: failing("create", "ENOSPC", /stage-/), processes: nodeProcesses };
  expect(run(join(folder, "out"), [wanted(first)], { ports }).codes).toEqual(["E983"]);
  expect(picture(folder)).toEqual({});
});

test("W20 a folder on another file system", () => {
  const out = join(temporaryFolder(), "out");
  run(out, [wanted(first)]);
  const before = picture(out);
  const disk: Disk = {
    ...nodeDisk,
    stat: (path) => {
      const found = nodeDisk.stat(path);
      return found !== null && path.endsWith("/auth") ? { ...found, device: -1 } : found;
    },
  };
  const ports = { disk, processes: nodeProcesses };
  expect(run(out, [wanted(next)], { ports }).codes).toEqual(["E985"]);
  expect(picture(out)).toEqual(before);
});

test.each([
  ["an updated file", "production/k8s/a.yaml"],
  ["a new file", "production/k8s/new/c.yaml"],
  ["a file to be removed", "production/k8s/gone.yaml"],
  ["the manifest", manifest],
])("W23 %s changed between plan and commit", (_, path) => {
  const out = join(temporaryFolder(), "out");
  run(out, [wanted({ ...first, "gone.yaml": "gone\n" })]);
  const codes: string[] = [];
  const report = ({ code }: { readonly code: string }): void => void codes.push(code);
  const plan = planWrites(out, [wanted(next)], report, { force: false });
  put(join(out, path), "changed meanwhile");
  const before = picture(out);
  expect(applyWrites(plan, report).ok).toBe(false);
  expect(codes).toEqual(["E980"]);
  expect(picture(out)).toEqual(before);
});

test("W23 a folder was replaced by a link between plan and commit", () => {
  const folder = temporaryFolder();
  const out = join(folder, "out");
  run(out, [wanted(first)]);
  const codes: string[] = [];
  const report = ({ code }: { readonly code: string }): void => void codes.push(code);
  const plan = planWrites(out, [wanted(next)], report, { force: false });
  put(join(folder, "outside/b.yaml"), "b: 1\n");
  link(join(folder, "outside"), join(out, "production/k8s/auth"));
  const before = picture(folder);
  expect(applyWrites(plan, report).ok).toBe(false);
  expect(codes).toEqual(["E980"]);
  expect(picture(folder)).toEqual(before);
});
