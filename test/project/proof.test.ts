// docs/proof.md says what the systems claim today: a new generator, system, claim or version is on the
// page, with the checks that a run counted.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generators } from "../../generators/index.js";
import { judgeNames } from "../conformance/claims.js";
import { proofPage } from "../conformance/proof-page.js";
import { readRecord } from "../conformance/proof.js";
import { systems } from "../conformance/systems.js";

const record = readRecord(".");
const pinned = ["test/conformance/versions.json", "package.json"]
  .map((path) => readFileSync(path, "utf8"))
  .join("\n");

test("the page is made of the record", async () => {
  expect(readFileSync("docs/proof.md", "utf8")).toBe(await proofPage(systems, record));
});

// A failure here is cured by `npm run conformance -- --proof <name>`.
test.each(systems.map((system) => [system.name, system] as const))(
  "%s: what a run proved is what it claims",
  (name, { claims }) => {
    const claimed = claims.map(({ generator, artifact, holds, by }) => {
      return { generator, artifact, holds, by: judgeNames(by), checks: expect.any(Number) };
    });
    expect(claims.length).toBeGreaterThan(0);
    expect(record[name]).toEqual(claimed);
    expect(record[name]?.filter(({ checks }) => checks === 0)).toEqual([]);
  },
);

test.each(generators.map(({ id }) => id))("what %s emits is judged by a system", (id) => {
  const claims = systems.flatMap((system) => system.claims);
  expect(claims.filter(({ generator }) => generator === id)).not.toEqual([]);
});

test("claims name generators that exist, and pinned versions only", () => {
  const ids = generators.map(({ id }) => id);
  const claims = systems.flatMap((system) => system.claims);
  const limits = systems.flatMap((system) => system.limits);
  const unknown = [...claims, ...limits].filter(({ generator }) => !ids.includes(generator));
  expect(unknown).toEqual([]);
  const typed = claims.filter(({ artifact, holds }) => /\d+\.\d+/u.test(artifact + holds));
  expect(typed).toEqual([]);
  const versions = claims.flatMap(({ by }) => by.flatMap(({ version }) => version ?? []));
  expect(versions.filter((version) => !pinned.includes(`"${version}"`))).toEqual([]);
});

test("every system and every generator is on the page", () => {
  const page = readFileSync("docs/proof.md", "utf8");
  for (const { name } of systems) expect(page).toContain(`| \`${name}\` `);
  for (const { id } of generators) expect(page).toContain(`\n## ${id}\n`);
});
