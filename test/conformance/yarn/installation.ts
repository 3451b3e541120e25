// What the check runs beside Flink: the jars of Hadoop's servers and of its clients. Knows no cluster.
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type { Context } from "../harness.js";
import { mavenClassPath, needJava } from "../java-programs.js";
import { needPrograms } from "../packages.js";
import versions from "../versions.json" with { type: "json" };

/** Jars of Hadoop, each a class path. */
export interface HadoopJars {
  readonly servers: string;
  readonly clients: string;
}

/** Brings Hadoop from Maven Central. */
export async function hadoopJars(context: Context): Promise<HadoopJars> {
  await needJava(context);
  await needPrograms(context, { curl: "curl" });
  const folder = join(context.root, "test/conformance/yarn");
  const version = { "hadoop.version": versions.yarn.hadoop };
  return {
    servers: await mavenClassPath(context, join(folder, "pom.xml"), version),
    clients: await mavenClassPath(context, join(folder, "client.pom.xml"), version),
  };
}

/** A folder for the PATH with Hadoop's command line. */
export function hadoopCommands(context: Context): string {
  const folder = join(context.scratch, "commands");
  mkdirSync(folder);
  const script = join(context.root, "test/conformance/yarn/hadoop.sh");
  for (const name of ["yarn", "hadoop"]) symlinkSync(script, join(folder, name));
  return folder;
}
