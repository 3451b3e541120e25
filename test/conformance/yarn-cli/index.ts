// Every emitted submit script, run with recording stand-ins for Flink and YARN; what it would have
// called is then read by Flink's own client classes of the line.
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Context, Rendered, System } from "../harness.js";
import { compileJava, mavenClassPath, needJava, type JavaPrograms } from "../java-programs.js";
import { inputsIn, render } from "../render.js";
import versions from "../versions.json" with { type: "json" };
import { claims, limits } from "./claims.js";
import { standIns } from "./stand-ins.js";

type Line = keyof typeof versions.flinkYarn;

const lines: readonly Line[] = ["1.20", "2.2"];

export const yarnCli: System = {
  name: "yarn-cli",
  proves: "submit scripts call Flink with words that its own client understands as the file says",
  claims,
  limits,
  async run(context) {
    await needJava(context);
    for (const line of lines) await judgeLine(context, line);
  },
};

async function judgeLine(context: Context, line: Line): Promise<void> {
  const folder = join(context.root, "test/conformance/yarn-cli/java");
  // These bring Hadoop's classes, without which Flink knows no YARN.
  const pom = join(context.root, "test/conformance/flink/pom.xml");
  const properties = { "flink.version": versions.flinkYarn[line] };
  const classPath = await mavenClassPath(context, pom, properties);
  const programs = await compileJava(context, folder, classPath, `yarn-cli-${line}`);
  for (const input of inputsIn(context.root)) {
    const rendered = await render(input, { generator: "yarn", flinkVersion: line });
    if (rendered !== null) await judgeOutput(context, programs, rendered, line);
  }
}

/** A script with the call that it made. */
interface Call {
  /** Folder of the configuration that Flink was to read. */
  readonly configuration: string;
  /** Behind `flink`. */
  readonly words: readonly string[];
}

async function judgeOutput(
  context: Context,
  programs: JavaPrograms,
  rendered: Rendered,
  line: Line,
): Promise<void> {
  const folder = join(context.scratch, line, rendered.name.replaceAll("/", "-"));
  for (const { path, text, executable } of rendered.files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    // Files of the machine that submits are below the stand-ins here.
    const place = join(dirname(target), "stand-ins");
    writeFileSync(target, executable ? text.replaceAll("'/etc/", `'${place}/etc/`) : text);
    if (executable) chmodSync(target, 0o755);
  }
  const scripts = rendered.files.filter(({ path }) => path.endsWith("/submit.sh"));
  for (const { path, text } of scripts) {
    const title = `${versions.flinkYarn[line]}: ${rendered.name}, ${path.split("/").at(-2) ?? ""}`;
    await context.check(title, async () => {
      const call = await recordedCall(context, join(folder, path), line);
      const understood = await understoodBy(programs, call);
      compare(call, understood, text);
    });
  }
}

async function recordedCall(context: Context, script: string, line: Line): Promise<Call> {
  const place = standIns(join(dirname(script), "stand-ins"), line);
  const outcome = await context.exec("bash", [script, "--timeout", "30"], {
    env: place.environment,
    timeout: 120_000,
  });
  if (existsSync(join(process.cwd(), "executed"))) throw new Error("text was run as a command");
  const calls = existsSync(place.record) ? readFileSync(place.record, "utf8").split("\0\0") : [];
  const words = calls.map((call) => call.split("\0").filter((_, at, all) => at < all.length));
  const submission = words.find(([action]) => action === "run" || action === "run-application");
  if (outcome.code !== 0 || submission === undefined) {
    throw new Error(`the script ended with ${String(outcome.code)}: ${outcome.stderr}`);
  }
  return { configuration: join(dirname(script), "conf"), words: submission };
}

/** What Flink's client makes of the call. */
interface Understood {
  readonly options: ReadonlyMap<string, string>;
  readonly mainClass: string;
  readonly programArguments: readonly string[];
}

async function understoodBy(programs: JavaPrograms, call: Call): Promise<Understood> {
  const { stdout } = await programs.run("ParseCommand", [call.configuration, ...call.words]);
  // Flink logs to the same stream before.
  const records = stdout.slice(stdout.indexOf("D")).split("\0").slice(0, -1);
  const options = new Map<string, string>();
  const programArguments: string[] = [];
  let mainClass = "";
  for (const record of records) {
    const at = record.indexOf("=");
    const name = record.slice(1, at);
    const value = record.slice(at + 1);
    if (record.startsWith("C")) mainClass = value;
    else if (record.startsWith("A")) programArguments.push(value);
    else options.set(name, value);
  }
  return { options, mainClass, programArguments };
}

/** Each option must be known to the client as it was given; nothing may be taken for something else. */
function compare({ words }: Call, understood: Understood, script: string): void {
  const wrong: string[] = [];
  const { options, mainClass, programArguments } = understood;
  let at = 1;
  for (; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (word.startsWith("-D")) {
      const [, key = "", value = ""] = /^-D([^=]*)=([\s\S]*)$/u.exec(word) ?? [];
      if (options.get(key) !== value)
        wrong.push(`${key}: given ${value}, understood ${String(options.get(key))}`);
    } else if (word === "-t" || word === "-c" || word === "-s") {
      at += 1;
      const value = words[at] ?? "";
      if (word === "-t" && options.get("execution.target") !== value) wrong.push(`-t ${value}`);
      if (word === "-c" && mainClass !== value) wrong.push(`-c ${value}: ${mainClass}`);
    } else if (word !== "-d") break;
  }
  const jar = words[at] ?? "";
  // A list of one, in which Flink doubles single quotes.
  const known = (options.get("pipeline.jars") ?? "").replaceAll("''", "'");
  if (!known.includes(jar.replace(/^file:/u, ""))) wrong.push(`jar ${jar}: ${known}`);
  const given = words.slice(at + 1);
  if (JSON.stringify(given) !== JSON.stringify(programArguments))
    wrong.push(`arguments ${JSON.stringify(given)}: ${JSON.stringify(programArguments)}`);
  if (!script.includes("submission=(")) wrong.push("the script has no request");
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
}
