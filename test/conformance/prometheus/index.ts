// promtool and amtool of two generations read every rule file, unit test and Alertmanager configuration;
// the unit tests must fail when a rule's threshold or waiting time is changed.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { load } from "js-yaml";
import type { Context, Rendered, System } from "../harness.js";
import { claims, limits } from "./claims.js";
import { crdProblems, type CustomObject } from "./crd.js";
import { everythingName, expectedReceivers, renderInputs } from "./inputs.js";
import { changedRules } from "./mutations.js";
import { tools, type Generation, type Tools } from "./tools.js";

export const prometheus: System = {
  name: "prometheus",
  proves:
    "rules, their unit tests and the routes are read by promtool and amtool, old and current; a changed threshold fails its test",
  claims,
  limits,
  run,
};

/** What is looked at of `rules.yaml`. */
interface RuleFile {
  readonly groups: readonly { readonly rules: readonly unknown[] }[];
}

/** What is looked at of `alertmanager.yml`. */
interface Routing {
  readonly route: {
    readonly receiver: string;
    readonly routes: readonly { readonly receiver: string }[];
  };
  readonly receivers: readonly { readonly name: string }[];
}

/** The emitted files of one environment and region. */
interface Emitted {
  readonly name: string;
  /** Absolute folder with the files. */
  readonly folder: string;
  /** Relative paths. */
  readonly paths: readonly string[];
}

async function run(context: Context): Promise<void> {
  const installed = await tools(context);
  const all = [...context.rendered, ...(await renderInputs())].flatMap((rendered, index) =>
    writeFiles(context, rendered, index),
  );
  let rules = 0;
  for (const emitted of all) rules += await checkRules(context, installed, emitted);
  for (const emitted of all) await checkRouting(context, installed, emitted);
  for (const emitted of all) await checkObjects(context, installed, emitted);
  await context.check(`${String(rules)} rules in ${String(all.length)} environments`, () => {
    if (rules === 0) throw new Error("no rule was found");
  });
}

function writeFiles({ scratch }: Context, rendered: Rendered, index: number): readonly Emitted[] {
  const byFolder = new Map<string, string[]>();
  for (const { path, text, generator } of rendered.files) {
    if (generator !== "prometheus-rules") continue;
    const [, scope = "", rest = ""] = /^(.*)\/prometheus-rules\/(.*)$/u.exec(path) ?? [];
    const folder = join(scratch, String(index), scope);
    mkdirSync(dirname(join(folder, rest)), { recursive: true });
    writeFileSync(join(folder, rest), text);
    const paths = byFolder.get(folder);
    if (paths === undefined) byFolder.set(folder, [rest]);
    else paths.push(rest);
  }
  return [...byFolder].map(([folder, paths]) => {
    const scope = folder.slice(join(scratch, String(index)).length);
    return { name: `${rendered.name}${scope}`, folder, paths };
  });
}

function rulesPath({ folder, paths }: Emitted): string | null {
  const path = ["rules.yaml", "tests/rules.yaml"].find((candidate) => paths.includes(candidate));
  return path === undefined ? null : join(folder, path);
}

/** Of a file that was emitted; a form other than expected fails the check that looks at it. */
function readYaml(path: string): unknown {
  return load(readFileSync(path, "utf8"));
}

/** Checks one rule file with both generations; gives the number of its rules. */
async function checkRules(
  context: Context,
  { old, current }: Tools,
  emitted: Emitted,
): Promise<number> {
  const path = rulesPath(emitted);
  if (path === null) return 0;
  const rules = (readYaml(path) as RuleFile).groups.flatMap((group) => group.rules);
  const tests = join(emitted.folder, "tests/rules.test.yaml");
  for (const generation of [old, current]) {
    await context.check(`${emitted.name}: ${String(rules.length)} rules (${generation.name})`, () =>
      lint(context, generation, path, rules.length),
    );
    await context.check(`${emitted.name}: unit tests (${generation.name})`, async () => {
      await context.must(generation.promtool, ["test", "rules", tests]);
    });
  }
  // One line of Flink is enough: the tests are made alike for all.
  if (emitted.name.includes(", ")) return rules.length;
  await context.check(`${emitted.name}: a changed rule fails its test`, () =>
    changesFail(context, old, path, tests),
  );
  return rules.length;
}

async function lint(
  { must }: Context,
  { promtool }: Generation,
  path: string,
  count: number,
): Promise<void> {
  const { stdout } = await must(promtool, ["check", "rules", "--lint=all", "--lint-fatal", path]);
  const found = /SUCCESS: (\d+) rules found/u.exec(stdout)?.[1];
  if (Number(found) !== count)
    throw new Error(`${String(found)} rules found, not ${String(count)}`);
}

async function changesFail(
  { exec }: Context,
  { promtool }: Generation,
  path: string,
  tests: string,
): Promise<void> {
  const original = readFileSync(path, "utf8");
  const changes = changedRules(original, (line) => (load(line) as { alert: string }).alert);
  const unnoticed: string[] = [];
  try {
    for (const { what, text, alerts } of changes) {
      writeFileSync(path, text);
      const { stdout, stderr } = await exec(promtool, ["test", "rules", tests]);
      const report = stdout + stderr;
      for (const alert of alerts) {
        if (!report.includes(`alertname: ${alert},`)) unnoticed.push(`${alert}: ${what}`);
      }
    }
  } finally {
    writeFileSync(path, original);
  }
  if (changes.length === 0) throw new Error("no change was made");
  if (unnoticed.length > 0) throw new Error(`unnoticed:\n${unnoticed.join("\n")}`);
}

async function checkRouting(
  context: Context,
  { old, current }: Tools,
  { name, folder, paths }: Emitted,
): Promise<void> {
  if (!paths.includes("alertmanager.yml")) return;
  const path = join(folder, "alertmanager.yml");
  await context.check(`${name}: every receiver has a route, and the other way round`, () => {
    const { route, receivers } = readYaml(path) as Routing;
    const routed = new Set([route.receiver, ...route.routes.map(({ receiver }) => receiver)]);
    const known = new Set(receivers.map(({ name }) => name));
    const alone = [...routed, ...known].filter((one) => !routed.has(one) || !known.has(one));
    if (alone.length > 0) throw new Error(`alone: ${alone.join(", ")}`);
  });
  await context.check(`${name}: Alertmanager's configuration (${current.name})`, () =>
    readConfiguration(context, current, path),
  );
  await context.check(`${name}: Alertmanager's configuration (${old.name})`, () =>
    readConfiguration(context, old, withoutUrlFiles(path)),
  );
  if (name.startsWith(`${everythingName}/`)) await checkReceivers(context, [old, current], path);
}

/** 0.25 reads the URL of a webhook from no file: the rest of the configuration is checked. */
function withoutUrlFiles(path: string): string {
  const plain = `${path}.old`;
  const text = readFileSync(path, "utf8").replace(
    /url_file: .*\/webhook-.*/gu,
    "url: https://example.com/",
  );
  writeFileSync(plain, text);
  return plain;
}

async function readConfiguration(
  { must }: Context,
  { amtool }: Generation,
  path: string,
): Promise<void> {
  const { stdout, stderr } = await must(amtool, ["check-config", path]);
  if (/WARN|level=warn/iu.test(stdout + stderr)) throw new Error(stdout + stderr);
}

async function checkReceivers(
  context: Context,
  generations: readonly Generation[],
  path: string,
): Promise<void> {
  const file = withoutUrlFiles(path);
  for (const { name, amtool } of generations) {
    for (const [alert, receivers] of Object.entries(expectedReceivers)) {
      await context.check(`"${alert}" goes to ${receivers.join(", ")} (${name})`, async () => {
        const verify = `--verify.receivers=${receivers.join(",")}`;
        const labels = ["environment=prod-eu", `alertname=${JSON.stringify(alert)}`];
        const test = ["config", "routes", "test", `--config.file=${file}`, verify];
        await context.must(amtool, [...test, ...labels]);
      });
    }
  }
}

async function checkObjects(
  context: Context,
  { crds }: Tools,
  { name, folder, paths }: Emitted,
): Promise<void> {
  for (const path of ["prometheus-rule.yaml", "alertmanager-config.yaml"]) {
    if (!paths.includes(path)) continue;
    await context.check(`${name}: ${path} is what its CRD takes`, () => {
      const problems = crdProblems(crds, readYaml(join(folder, path)) as CustomObject);
      if (problems.length > 0) throw new Error(problems.join("\n"));
    });
  }
  if (!paths.includes("prometheus-rule.yaml")) return;
  await context.check(`${name}: the object has the rules that promtool read`, () => {
    const rule = readYaml(join(folder, "prometheus-rule.yaml")) as { readonly spec: RuleFile };
    const file = readYaml(join(folder, "tests/rules.yaml")) as RuleFile;
    if (JSON.stringify(rule.spec.groups) !== JSON.stringify(file.groups))
      throw new Error("they differ");
  });
}
