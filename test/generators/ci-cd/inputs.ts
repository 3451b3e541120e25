// Small files with a pipeline, and what the generator makes of them as data.
import { parse } from "yaml";
import { ciCd } from "../../../generators/ci-cd/index.js";
import { plannedFiles, type PlannedFiles } from "../../fixtures/planned-files.js";

const deployments = {
  kubernetes: "type: kubernetes\n  namespace: shop",
  yarn: "type: yarn",
  standalone:
    "type: standalone\n  cluster: { job_manager: { host: jm }, task_managers: [{ host: tm }] }",
  docker_compose: "type: docker_compose\n  compose: { project_name: shop }",
};

/** A file whose `ci_cd` is `pipeline`, in YAML. */
export function file(
  pipeline: string,
  target: keyof typeof deployments = "kubernetes",
  more = "",
): string {
  return `
resources:
  totals: { parallelism: 2 }
  alarms: { parallelism: 2 }
${more}
deployment:
  ${deployments[target]}
  ci_cd:
${pipeline
  .trim()
  .split("\n")
  .map((line) => `    ${line}`)
  .join("\n")}
`;
}

export function planned(text: string): Promise<PlannedFiles> {
  return plannedFiles(ciCd, text);
}

/** The pipeline of `text` as data; fails for a file with errors. */
export async function pipelineOf<Shape>(text: string): Promise<Shape> {
  const { texts, diagnostics } = await planned(text);
  const [, content] = [...texts].find(([path]) => /\.ya?ml$/u.test(path)) ?? [];
  if (content === undefined) throw new Error(JSON.stringify(diagnostics.map((d) => d.message)));
  return parse(content) as Shape;
}

/** Code and the text it points at, of everything that `text` is told. */
export async function told(text: string): Promise<readonly string[]> {
  const { diagnostics } = await planned(text);
  return diagnostics.map(
    ({ code, span }) => `${code} ${span?.file.text.slice(span.start, span.end) ?? ""}`,
  );
}
