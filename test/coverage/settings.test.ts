// No property is ignored in silence in another flavor of a generator, another mode of a deployment, or on
// another line of Flink either. What it becomes there is not in the table; that it is answered is proven.
import { expect, test } from "vitest";
import { concernOf } from "../../src/language/coverage/concerns.js";
import { fatesOf, rowOf } from "../../src/language/coverage/coverage.js";
import { compileTree } from "./measure.js";
import { bases } from "./bases.js";
import { observe } from "./observe.js";
import { propertyCases, type PropertyCase } from "./property-cases.js";
import { settings, type Setting } from "./settings.js";
import { withValue } from "./trees.js";

const cases = propertyCases();

/** `--flavor` wins over the file. */
const decided = new Set(["deployment.<kubernetes>.kubernetes.flavor"]);

/** Generators that owe an answer in `setting`; a warning of the model speaks for all of them. */
function owing({ key }: PropertyCase, setting: Setting): readonly string[] {
  const told = fatesOf(rowOf(key) ?? {}).get("model")?.says;
  if (decided.has(key) || told?.some((code) => !code.startsWith("E")) === true) return [];
  return concernOf(key).generators.filter(setting.isFor);
}

test.each(settings.map((setting) => [setting.name, setting] as const))(
  "%s: every property is answered",
  async (_, setting) => {
    const silent: string[] = [];
    for (const property of cases) {
      const wanted = owing(property, setting);
      if (wanted.length === 0) continue;
      const fates = await observe(property, setting);
      const missing = wanted.filter((id) => !fates.has(id));
      silent.push(...missing.map((id) => `${property.key}: ${id}`));
    }
    expect(silent).toEqual([]);
  },
  120_000,
);

test("plain manifests of a session are refused as a whole", async () => {
  const tree = bases.find(({ name }) => name === "sizing.infra#kubernetes")?.tree ?? null;
  const session = withValue(tree, ["deployment", "mode"], "session");
  const { made } = await compileTree(session, ["k8s"], "plain");
  const codes = made.get("k8s")?.findings.filter(({ severity }) => severity === "error");
  expect(codes?.map(({ message }) => message)).toContainEqual(
    expect.stringContaining('"deployment.mode" contradicts "the flavor plain"'),
  );
});
