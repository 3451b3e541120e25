// Every emitted Compose project, read by two readers: the library of docker compose, and the binary of
// its predecessor, which knows no `name` and is given it on the command line, and no `create_host_path`,
// which it never does for mounts in the long form.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Context, Rendered, System } from "../harness.js";
import { needPrograms } from "../packages.js";
import versions from "../versions.json" with { type: "json" };
import { claims, limits } from "./claims.js";

export const compose: System = {
  name: "compose",
  proves:
    "compose files load, need no underscore in a host, and name every variable that is missing",
  claims,
  limits,
  run,
};

async function run(context: Context): Promise<void> {
  await needPrograms(context, { "docker-compose": "docker-compose" });
  const reader = await buildReader(context);
  for (const rendered of context.rendered) {
    const files = rendered.files.filter(({ generator }) => generator === "compose");
    if (files.length > 0) await checkProject(context, { ...rendered, files }, reader);
  }
}

/** A program around compose-go, the library with which docker compose reads its files. */
async function buildReader(context: Context): Promise<string> {
  const version = versions.composeGo;
  const folder = join(context.cache, `compose-go-${version}`);
  const program = join(folder, "compose-go");
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(context.root, "test/conformance/compose/main.go"), join(folder, "main.go"));
  const require = `require github.com/compose-spec/compose-go/v2 v${version}`;
  writeFileSync(join(folder, "go.mod"), `module conformance\n\ngo 1.23\n\n${require}\n`);
  await context.must("go", ["mod", "tidy"], { cwd: folder });
  await context.must("go", ["build", "-o", program, "."], { cwd: folder });
  return program;
}

interface Service {
  readonly volumes?: readonly { readonly type: string; readonly source: string }[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
}

interface Project {
  readonly name: string;
  readonly services: Readonly<Record<string, Service>>;
}

async function checkProject(context: Context, rendered: Rendered, reader: string): Promise<void> {
  const folder = join(context.scratch, rendered.name.replaceAll("/", "-"));
  let file = "";
  for (const { path, text } of rendered.files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    if (path.endsWith("/compose.yaml")) file = target;
  }
  const wanted = variablesOf(readFileSync(file, "utf8"));
  const env = Object.fromEntries(wanted.map((name) => [name, `value-of-${name}`]));
  let project: Project | null = null;
  await context.check(`${rendered.name}: compose-go loads it`, async () => {
    const { stdout } = await context.must(reader, [file], { env });
    project = JSON.parse(stdout) as Project;
  });
  await context.check(`${rendered.name}: docker-compose config accepts it`, async () => {
    await acceptedByBinary(context, file, env);
  });
  if (project === null) return;
  const loaded: Project = project;
  await context.check(`${rendered.name}: no host has an underscore`, () => {
    demandNone(Object.keys(loaded.services).filter((name) => name.includes("_")));
  });
  await context.check(`${rendered.name}: what is mounted from the output is in it`, () => {
    const mounted = Object.values(loaded.services).flatMap(({ volumes }) => volumes ?? []);
    const sources = mounted.filter(({ type }) => type === "bind").map(({ source }) => source);
    const missing = sources.filter(
      (source) => source.startsWith(dirname(file)) && !existsSync(source),
    );
    // Jars are the user's.
    demandNone(missing.filter((source) => !source.endsWith(".jar")));
  });
  for (const name of wanted) {
    await context.check(`${rendered.name}: a missing ${name} is named`, async () => {
      const { [name]: _, ...others } = env;
      const outcome = await context.exec("env", ["-u", name, reader, file], { env: others });
      if (outcome.code === 0 || !outcome.stderr.includes(name)) throw new Error(outcome.stderr);
    });
  }
}

/** Names in `${NAME:?…}`. */
function variablesOf(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(/\$\{(\w+):\?/gu), ([, name = ""]) => name))];
}

async function acceptedByBinary(
  context: Context,
  file: string,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const text = readFileSync(file, "utf8");
  const name = /^name: (.*)$/mu.exec(text)?.[1] ?? "";
  const unnamed = join(dirname(file), "compose-unnamed.yaml");
  const known = text.replace(/^name: .*\n|^ *bind:\n *create_host_path: false\n/gmu, "");
  writeFileSync(unnamed, known);
  await context.must("docker-compose", ["-p", name, "-f", unnamed, "config", "--quiet"], { env });
}

function demandNone(wrong: readonly string[]): void {
  if (wrong.length > 0) throw new Error(wrong.join(", "));
}
