// What every part of the generator shares for one model. Decides nothing about single classes.
import type { Report } from "../../src/diagnostics/diagnostic.js";
import type { PlanRequest } from "../../src/generator/contract.js";
import type { Secret } from "../../src/model/bindings.js";
import type { InfraModel, Named } from "../../src/model/infra-model.js";
import type { Origins } from "../../src/model/origins.js";
import type { Span } from "../../src/source/source-file.js";
import type { FlinkLine } from "../../src/targets/flink/lines.js";
import type { BindingSection } from "./java-class.js";
import { ClassNames, pascalCase } from "./java-names.js";
import { SupportClasses } from "./support.js";

export interface JavaContext {
  readonly request: PlanRequest;
  readonly model: InfraModel;
  readonly origins: Origins;
  readonly line: FlinkLine;
  /** Package that all generated packages are below: the same in every environment. */
  readonly basePackage: string;
  readonly names: ClassNames;
  /** Shared classes, each in the project once something uses it. */
  readonly support: SupportClasses;
  /** The declared secrets by name. */
  readonly secrets: ReadonlyMap<string, Named<Secret>>;
  readonly report: Report;
}

/** Everything is below it, so that a job compiles against the project of any environment. */
const basePackage = "nexgen.bindings";

export function javaContext(request: PlanRequest, line: FlinkLine, report: Report): JavaContext {
  const { model, origins } = request;
  return {
    request,
    model,
    origins,
    line,
    basePackage,
    names: new ClassNames(report),
    support: new SupportClasses(`${basePackage}.runtime`, line),
    secrets: new Map(model.secrets.map((secret) => [secret.name, secret])),
    report,
  };
}

const packages: Readonly<Record<BindingSection, string>> = {
  streams: "streams",
  lookups: "lookups",
  dead_letters: "deadletters",
  completions: "completions",
};

/** The package of a section's classes. */
export function packageOf(context: JavaContext, section: BindingSection): string {
  return `${context.basePackage}.${packages[section]}`;
}

/** Name of a binding's class, `auth_events` with `Source` is `AuthEventsSource`; taken by the call. */
export function claimClassName(
  context: JavaContext,
  section: BindingSection,
  binding: Named<object>,
  suffix: string,
): string {
  const name = `${pascalCase(binding.name)}${suffix}`;
  context.names.claim({
    packageName: packageOf(context, section),
    name,
    path: `${section}.${binding.name}`,
    span: spanOf(context, binding),
  });
  return name;
}

/** The path of `object[key]` as diagnostics and comments name it. */
export function pathOf(context: JavaContext, object: object, key: string): string {
  return context.origins.of(object, key)?.path ?? key;
}

/** The place of `object[key]`, or null. */
export function spanOf(context: JavaContext, object: object, key?: string): Span | null {
  return context.origins.span(object, key);
}

/** Whether the file states `object[key]`, so that it is not the language's default. */
export function isStatedIn(context: JavaContext, object: object, key: string): boolean {
  return context.origins.states(object, key);
}
