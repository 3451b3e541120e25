// What tests of the generator share: a small file, and the project that it becomes.
import { load } from "js-yaml";
import { expect } from "vitest";
import { compose } from "../../../generators/compose/index.js";
import { plannedFiles, type PlanOptions } from "../../fixtures/planned-files.js";

export const standard = `
resources:
  hourly_totals: { parallelism: 4, task_memory: 1gb, jar: jars/totals.jar, main_class: com.example.Totals, args: ["--cost", "5$"] }
  _task_managers: { slots_per_manager: 2 }
`;

/** A file with a `docker_compose` deployment. */
export function file(deployment = "  compose: {}", sections = "", resources = standard): string {
  return `${resources}${sections}
deployment:
  type: docker_compose
${deployment}`;
}

/** A service as far as tests look into it. */
interface Service {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly environment?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly unknown[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
}

/** A project file. */
export interface Project {
  readonly name: string;
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes?: Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, unknown>>;
}

/** The project that is written for `text`, which must have no error. */
export async function project(text: string, options?: PlanOptions): Promise<Project> {
  const { texts, diagnostics } = await plannedFiles(compose, text, options);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return load(texts.get("compose.yaml") ?? "") as Project;
}
