// What every part of the generator shares for one model, and how it reports.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { Report } from "../../src/diagnostics/diagnostic.js";
import { keySpan } from "../../src/document/node.js";
import type { PlanRequest } from "../../src/generator/contract.js";
import type { Deployment } from "../../src/model/bindings.js";
import type { InfraModel } from "../../src/model/infra-model.js";
import type { Origins } from "../../src/model/origins.js";
import type { Span } from "../../src/source/source-file.js";
import type { NameProblem } from "../../src/targets/kubernetes/names.js";

/** `deployment.ci_cd`. */
export type CiCd = NonNullable<Deployment["ciCd"]>;

export interface Context {
  readonly request: PlanRequest;
  readonly model: InfraModel;
  readonly origins: Origins;
  readonly deployment: Deployment;
  readonly ciCd: CiCd;
  /** Folder of all generated files, from the root of the repository. */
  readonly output: string;
  /** Folder of this environment and region, which holds one folder for each generator. */
  readonly folder: string;
  /** `production`, or `production-eu-west-1` for a region. */
  readonly scope: string;
  readonly report: Report;
}

/** Null where the file has no pipeline. */
export function contextOf(request: PlanRequest, report: Report): Context | null {
  const { model, origins } = request;
  const { deployment, environment } = model;
  if (deployment === null || deployment.ciCd === null) return null;
  const region = model.region?.regionName ?? null;
  const output = (deployment.ciCd.pipeline?.output ?? "out").replace(/\/+$/u, "");
  return {
    request,
    model,
    origins,
    deployment,
    ciCd: deployment.ciCd,
    output,
    folder: [output, environment, ...(region === null ? [] : [region])].join("/"),
    scope: [environment, ...(region === null ? [] : [region])].join("-"),
    report,
  };
}

/** The path of `object[key]` as diagnostics name it. */
export function pathOf({ origins }: Pick<Context, "origins">, object: object, key: string): string {
  return origins.of(object, key)?.path ?? key;
}

/** The place of the key itself: of names that people choose. */
export function keyPlace(
  { origins }: Pick<Context, "origins">,
  object: object,
  key: string,
): Span | null {
  const entry = origins.of(object, key)?.entry ?? null;
  return entry === null ? origins.span(object) : keySpan(entry);
}

/** Reports E934 when `problem` is one. */
export function checkText(
  { report }: Pick<Context, "report">,
  [text, what]: readonly [text: string, what: string],
  problem: NameProblem,
  span: Span | null,
): void {
  if (problem !== null) report(diagnose("E934", span, { text, what, problem }));
}
