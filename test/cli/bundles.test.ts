// The command as it is built: its two bundles share no class, so what one throws the other must
// still know. Everything else of the command line is tested without a process of its own.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const entry = "examples/quickstart/quickstart.infra";

test.each([
  { args: ["k8s", entry, "--env", "FOO"], says: "--env takes NAME=value" },
  { args: ["k8s", "-", "-"], says: "Standard input can be read once only." },
  { args: ["k8s", entry, "--check", "--stdout"], says: "use one of them." },
  { args: ["k8s", entry, "-o", ""], says: "-o has no folder" },
  { args: ["k8s", entry, "--diff"], says: "--diff shows what --check or --dry-run found" },
])("a wrong call of the built command is no bug of nexgen: $args", ({ args, says }) => {
  const options = { cwd: root, encoding: "utf8", input: "" } as const;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["dist/nexgen.cjs", ...args],
    options,
  );
  expect([status, stdout, stderr]).toEqual([2, "", expect.stringContaining(says)]);
});

test("the reader of process files is a bundle of its own, loaded with --processes alone", () => {
  const holdsReader = (name: string) =>
    readFileSync(`${root}dist/${name}.cjs`, "utf8").includes("this is outside of a process");
  expect(["core", "core.k8s", "command", "processes"].map(holdsReader)).toEqual([
    false,
    false,
    false,
    true,
  ]);
  const folder = "examples/card-processing";
  const args = ["validate", `${folder}/production.infra`, "--processes", `${folder}/processes`];
  const options = { cwd: root, encoding: "utf8" } as const;
  const { status, stdout } = spawnSync(process.execPath, ["dist/nexgen.cjs", ...args], options);
  expect([status, stdout]).toEqual([0, expect.stringContaining("(5 processes)")]);
});
