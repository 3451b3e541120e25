// Both hosts keep the same contract; the real one also survives what is no file.
import { execFileSync } from "node:child_process";
import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Host } from "../../src/source/host.js";
import { memoryHost } from "../../src/source/memory-host.js";
import { nodeHost } from "../../src/source/node-host.js";

const folder = mkdtempSync(join(tmpdir(), "host-"));
const server = createServer();

beforeAll(async () => {
  mkdirSync(join(folder, "sub"));
  writeFileSync(join(folder, "a.infra"), "a: é\n");
  writeFileSync(join(folder, "sub", "b.infra"), "");
  symlinkSync(join(folder, "a.infra"), join(folder, "link"));
  symlinkSync("loop", join(folder, "loop"));
  execFileSync("mkfifo", [join(folder, "pipe")]);
  await new Promise<void>((resolve) => server.listen(join(folder, "socket"), resolve));
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const hosts: readonly (readonly [name: string, () => Host])[] = [
  ["nodeHost", nodeHost],
  [
    "memoryHost",
    () =>
      memoryHost({
        files: {
          [join(folder, "a.infra")]: "a: é\n",
          [join(folder, "sub", "b.infra")]: new Uint8Array(),
        },
        environment: { PATH: "x" },
      }),
  ],
];

test.each(hosts)("%s reads files up to the limit", (_, make) => {
  const host = make();
  const path = join(folder, "a.infra");
  const outcome = host.readFile(path, 6);
  expect(outcome.kind === "file" ? new TextDecoder().decode(outcome.bytes) : outcome).toBe(
    "a: é\n",
  );
  expect(host.readFile(path, 5)).toEqual({ kind: "too-large", bytes: 6 });
  expect(host.readFile(join(folder, "sub", "b.infra"), 5)).toMatchObject({ kind: "file" });
});

test.each(hosts)("%s tells a missing file from a folder", (_, make) => {
  const host = make();
  expect(host.readFile(join(folder, "none"), 9)).toEqual({ kind: "missing" });
  expect(host.readFile(join(folder, "sub"), 9)).toEqual({ kind: "not-a-file", what: "a folder" });
  expect(host.realPath(join(folder, "none"))).toBeNull();
  expect(host.realPath(join(folder, "sub"))).not.toBeNull();
});

test.each(hosts)("%s lists folders in order and has an environment", (_, make) => {
  const host = make();
  expect(host.listFolder(folder).filter((name) => /infra|sub/.test(name))).toEqual([
    "a.infra",
    "sub",
  ]);
  expect(host.listFolder(join(folder, "none"))).toEqual([]);
  expect(host.environmentVariable("PATH")).toBeTypeOf("string");
  expect(host.environmentVariable("toString")).toBeUndefined();
});

test.each([
  ["pipe", { kind: "not-a-file", what: "a named pipe" }],
  ["socket", { kind: "not-a-file", what: "a socket" }],
  ["loop", { kind: "failed", reason: "its symbolic links form a loop" }],
  ["a.infra/b", { kind: "missing" }],
])("nodeHost answers for %s at once", (name, want) => {
  expect(nodeHost().readFile(join(folder, name), 99)).toEqual(want);
});

test("nodeHost refuses devices, and reads files that announce no size", () => {
  const host = nodeHost();
  expect(host.readFile("/dev/zero", 99)).toEqual({ kind: "not-a-file", what: "a device" });
  expect(host.readFile("/proc/self/status", 100_000)).toMatchObject({ kind: "file" });
  expect(host.readFile("/proc/self/status", 10)).toMatchObject({ kind: "too-large" });
});

test("a link leads to the same identity and real path", () => {
  const host = nodeHost();
  const identities = ["a.infra", "link", "sub/b.infra"].map((name) => {
    const outcome = host.readFile(join(folder, name), 99);
    return outcome.kind === "file" ? outcome.identity : outcome.kind;
  });
  expect(identities[0]).toBe(identities[1]);
  expect(identities[0]).not.toBe(identities[2]);
  expect(host.realPath(join(folder, "link"))).toBe(host.realPath(join(folder, "a.infra")));
});
