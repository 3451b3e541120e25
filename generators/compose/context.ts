// What every part of the generator shares for one model, and the services that the file describes.
import type { Report } from "../../src/diagnostics/diagnostic.js";
import type { PlanRequest } from "../../src/generator/contract.js";
import type {
  DockerComposeDeployment,
  DockerComposeDeploymentComposeServices,
} from "../../src/model/bindings.js";
import type { InfraModel, Process } from "../../src/model/infra-model.js";
import type { Origins } from "../../src/model/origins.js";
import type { Span } from "../../src/source/source-file.js";
import type { FlinkLineFacts } from "../../src/targets/flink/lines.js";
import { kubernetesName } from "../../src/targets/kubernetes/names.js";

/** A service as the file describes it. */
export type StatedService = DockerComposeDeploymentComposeServices;

export interface Context {
  readonly request: PlanRequest;
  readonly model: InfraModel;
  readonly origins: Origins;
  readonly deployment: DockerComposeDeployment;
  readonly facts: FlinkLineFacts;
  /** How the file wants Flink's own containers; null: it does not say. */
  readonly jobManager: StatedService | null;
  readonly taskManager: StatedService | null;
  /** All other services, by the name that they get: host names have no underscore. */
  readonly supporting: ReadonlyMap<string, StatedService>;
  /** Names of the file to names of services, where they differ. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly report: Report;
}

/** The place of `object[key]`, or null. */
export function spanOf({ origins }: Context, object: object | null, key?: string): Span | null {
  return object === null ? null : origins.span(object, key);
}

/** The path of `object[key]` as messages name it. */
export function pathOf({ origins }: Context, object: object, key: string): string {
  return origins.of(object, key)?.path ?? key;
}

/** `hourly_totals` in the names of services and hosts: `hourly-totals`. */
export function processName(process: Process): string {
  return kubernetesName(process.name);
}

/** Which of Flink's own containers a service of the file stands for; null: none. */
export function flinkRole(name: string): "job_manager" | "task_manager" | null {
  switch (name.toLowerCase().replace(/[-_.]/gu, "")) {
    case "jobmanager":
      return "job_manager";
    case "taskmanager":
      return "task_manager";
    default:
      return null;
  }
}

/** Parts the services of the file: Flink's own two, and the others by their host names. */
export function partServices({
  compose,
}: DockerComposeDeployment): Pick<
  Context,
  "jobManager" | "taskManager" | "supporting" | "renamed"
> {
  const own: Record<"job_manager" | "task_manager", StatedService | null> = {
    job_manager: null,
    task_manager: null,
  };
  const supporting = new Map<string, StatedService>();
  const renamed = new Map<string, string>();
  for (const [name, service] of Object.entries({ ...compose.services, ...compose.others })) {
    const role = flinkRole(name);
    if (role !== null) {
      own[role] ??= service;
      continue;
    }
    const host = name.replace(/_+/gu, "-").replace(/-+$/u, "");
    if (host !== name) renamed.set(name, host);
    supporting.set(host, service);
  }
  return { jobManager: own.job_manager, taskManager: own.task_manager, supporting, renamed };
}
