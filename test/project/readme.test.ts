import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { project } from "../cli/run.js";

const readme = readFileSync("README.md", "utf8");
const scripts = (
  JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> }
).scripts;

test.each(
  [...readme.matchAll(/<!-- excerpt of (\S+) -->\n+```yaml\n([\s\S]*?)```/gu)].map(
    ([, path, block]) => [path ?? "", block ?? ""],
  ),
)("the excerpt of %s is in the file, in this order", (path, block) => {
  const lines = readFileSync(path, "utf8").split("\n");
  let at = 0;
  for (const line of block.trimEnd().split("\n")) {
    if (line === "") continue;
    const found = lines.indexOf(line, at);
    expect([line, found]).toEqual([line, expect.any(Number)]);
    expect([line, found >= at]).toEqual([line, true]);
    at = found + 1;
  }
});

test("the mistake that is shown prints what is shown", async () => {
  const shown = /<!-- output of a mistake -->\n+```\n([\s\S]*?)```/u.exec(readme)?.[1] ?? "";
  const source = readFileSync("examples/quickstart/quickstart.infra", "utf8");
  const place = project({
    "quickstart.infra": source.replace("    parallelism: 4", "    paralelism: 4"),
  });
  const { err } = await place.run("validate", "quickstart.infra");
  place.remove();
  const lines = err.split("\n").map((line) => line.trim());
  for (const line of shown.trimEnd().split("\n")) expect(lines).toContain(line.trim());
});

test("every script, path and command that is named exists", async () => {
  for (const [, name] of readme.matchAll(/npm run ([a-z:]+)/gu))
    expect(scripts).toHaveProperty(name ?? "");
  for (const [, path] of readme.matchAll(/\]\(([^)#:]+)\)/gu))
    expect([path, existsSync(path ?? "")]).toEqual([path, true]);
  for (const [, path] of readme.matchAll(/`(src\/[a-z]+)`/gu))
    expect([path, existsSync(path ?? "")]).toEqual([path, true]);
  const place = project({});
  const { out } = await place.run("--help");
  place.remove();
  for (const [, command] of readme.matchAll(/^\| `nexgen ([a-z0-9-]+)/gmu))
    expect(out).toContain(`  ${command ?? ""} `);
});
