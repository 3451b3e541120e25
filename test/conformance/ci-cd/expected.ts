// What a pipeline has to run, worked out from the file itself and from what is emitted: by no code of
// the generator.
import { deepStrictEqual, ok } from "node:assert";
import type { RenderedFile } from "../harness.js";
import type { Bench, Call } from "./bench.js";
import type { PipelineInput } from "./inputs.js";

/** A command as it is meant: `$$` of the language is a dollar sign. */
export function meant(command: string): string {
  return command.split("$$").join("$");
}

/** The calls that commands make, when bash runs each as the file has it. */
export async function callsOf(bench: Bench, commands: readonly string[]): Promise<readonly Call[]> {
  for (const command of commands) {
    const { code, stderr } = await bench.run(meant(command));
    ok(code === 0, `${command}: ${stderr}`);
  }
  return bench.calls();
}

/** The folder of a generator's files below the output folder; null: there are none. */
function folderOf(files: readonly RenderedFile[], generator: string): string | null {
  const found = files.find((file) => file.generator === generator)?.path;
  return found === undefined
    ? null
    : found.slice(0, found.indexOf(`/${generator}/`) + 1) + generator;
}

/** The calls that deploy what was emitted; each script and folder that they name is there. */
export function deploymentCalls(
  { files }: PipelineInput,
  output: string,
  login: readonly Call[],
): readonly Call[] {
  const folder = (generator: string): string | null => {
    const found = folderOf(files, generator);
    return found === null ? null : `${output}/${found}`;
  };
  const scripts = (generator: string, name: RegExp): readonly string[] =>
    files
      .filter((file) => file.generator === generator && file.executable && name.test(file.path))
      .map(({ path }) => `${output}/${path}`)
      .toSorted();
  const manifests = folder("k8s");
  if (manifests !== null) {
    ok(files.some(({ path }) => `${output}/${path}` === `${manifests}/kustomization.yaml`));
    const apply = ["kubectl", "apply", "--server-side", "--field-manager=nexgen", "-k", manifests];
    return [...login, apply];
  }
  const project = folder("compose");
  if (project !== null) {
    const file = `${project}/compose.yaml`;
    ok(files.some(({ path }) => `${output}/${path}` === file));
    const compose = ["docker", "compose", "--file", file];
    return [...login, [...compose, "config", "--quiet"], [...compose, "up", "--detach", "--wait"]];
  }
  const generator = folder("yarn") === null ? "standalone" : "yarn";
  const shared = scripts(generator, /\/(?:session|cluster)\.sh$/u).map((path) => [
    path,
    "--status",
  ]);
  const jobs = scripts(generator, /\/submit\.sh$/u).map((path) => [path, "--deploy"]);
  ok(jobs.length > 0, "no script to deploy with");
  return [...login, ...shared, ...jobs];
}

/** The same calls, in the same order, each word whole. */
export function sameCalls(got: readonly Call[], want: readonly Call[]): void {
  deepStrictEqual(got, want);
}
