// Small Java programs that ask a real library: its jars from Maven, the programs compiled against them.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Context, ExecOptions, Outcome } from "./harness.js";
import { needPrograms } from "./packages.js";

/** Programs of one folder, compiled against one class path. */
export interface JavaPrograms {
  /** Runs `main`; an exit code other than 0 is an error that shows the output. */
  readonly run: (main: string, args: readonly string[], options?: ExecOptions) => Promise<Outcome>;
  /** What `java -cp` takes: the compiled programs before the rest. */
  readonly classPath: string;
}

/** What `java`, `javac` and `mvn` come from where a machine lacks them. */
export async function needJava(context: Context): Promise<void> {
  const jdk = "openjdk-17-jdk-headless";
  await needPrograms(context, { java: jdk, javac: jdk, mvn: "maven" });
}

/** The class path of what `pom` (absolute) depends on; asked of Maven once for each set of properties. */
export async function mavenClassPath(
  context: Context,
  pom: string,
  properties: Readonly<Record<string, string>>,
): Promise<string> {
  const key = createHash("sha256").update(readFileSync(pom)).update(JSON.stringify(properties));
  const file = join(context.cache, `class-path-${key.digest("hex").slice(0, 16)}.txt`);
  const known = existsSync(file) ? readFileSync(file, "utf8") : "";
  if (known !== "" && known.split(delimiter).every((jar) => existsSync(jar))) return known;
  const set = Object.entries(properties).map(([name, value]) => `-D${name}=${value}`);
  const target = join(context.scratch, "class-path.txt");
  await context.must("mvn", [
    "-q",
    "-B",
    "-f",
    pom,
    ...set,
    "dependency:build-classpath",
    `-Dmdep.outputFile=${target}`,
  ]);
  const found = readFileSync(target, "utf8").trim();
  writeFileSync(file, found);
  return found;
}

/** Compiles every `.java` file of `folder` (absolute) against `classPath`. */
export async function compileJava(
  context: Context,
  folder: string,
  classPath: string,
  name: string,
): Promise<JavaPrograms> {
  const target = join(context.scratch, "classes", name);
  mkdirSync(target, { recursive: true });
  const sources = readdirSync(folder)
    .filter((file) => file.endsWith(".java"))
    .map((file) => join(folder, file));
  await context.must("javac", ["--release", "11", "-cp", classPath, "-d", target, ...sources]);
  const path = [target, classPath].join(delimiter);
  // They live for seconds: no time for the second compiler.
  const flags = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", path];
  const run: JavaPrograms["run"] = (main, args, options) =>
    context.must("java", [...flags, main, ...args], options);
  return { run, classPath: path };
}
