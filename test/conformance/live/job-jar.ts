// The jar of the watched job, made as users make theirs: its own class, and the connector with its client.
import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { basename, delimiter, join } from "node:path";
import type { Context } from "../harness.js";
import { mavenClassPath } from "../java-programs.js";

/** Compiles the job against `flink` (the folder of a distribution); the path of its jar. */
export async function jobJar(context: Context, flink: string, connector: string): Promise<string> {
  const here = join(context.root, "test/conformance/live");
  const brought = await mavenClassPath(context, join(here, "pom.xml"), {
    "connector.version": connector,
  });
  const provided = readdirSync(join(flink, "lib")).map((name) => join(flink, "lib", name));
  const target = join(context.scratch, `job-${connector}`);
  // Flink's class loader for jobs looks into jars below lib/ of a jar.
  const inside = join(target, "lib");
  mkdirSync(inside, { recursive: true });
  for (const jar of brought.split(delimiter)) copyFileSync(jar, join(inside, basename(jar)));
  const classPath = [...provided, ...brought.split(delimiter)].join(delimiter);
  const source = join(here, "java/CountNumbers.java");
  await context.must("javac", ["--release", "11", "-cp", classPath, "-d", target, source]);
  const jar = `${target}.jar`;
  await context.must("jar", ["--create", "--file", jar, "-C", target, "."]);
  return jar;
}
