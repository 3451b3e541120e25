// What every part of the generator shares for one model: the target line, the mode and how to report.
// Decides nothing about single scripts.
import type { Report } from "../../src/diagnostics/diagnostic.js";
import type { PlanRequest } from "../../src/generator/contract.js";
import type { YarnDeployment } from "../../src/model/bindings.js";
import type { InfraModel, Process } from "../../src/model/infra-model.js";
import type { Origins } from "../../src/model/origins.js";
import type { Span } from "../../src/source/source-file.js";
import { lineAtLeast, type FlinkLineFacts } from "../../src/targets/flink/lines.js";

/** How jobs run: a cluster for each with its main method inside, the same without it, one for all. */
export type Mode = "application" | "per_job" | "session";

export interface Context {
  readonly request: PlanRequest;
  readonly model: InfraModel;
  readonly origins: Origins;
  readonly deployment: YarnDeployment;
  readonly facts: FlinkLineFacts;
  readonly mode: Mode;
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

/** The folder of a process's files. */
export function processFolder(process: Process): string {
  return process.name;
}

/** As Flink spells it after `yarn-`. */
export function modeWord(mode: Mode): string {
  return mode.replace("_", "-");
}

/** From 2.0 on `run` takes the target `yarn-application`, which it refused before: `run-application` did. */
export function submitAction({ mode, facts }: Pick<Context, "mode" | "facts">): string {
  return mode === "application" && !lineAtLeast(facts.line, "2.0") ? "run-application" : "run";
}
