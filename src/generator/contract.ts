// What a generator is: a pure, synchronous function from the model to a plan. It decides which files,
// which names, which values; the core renders, verifies and writes. No I/O, no text, no clock.
import type { Diagnostic, Report } from "../diagnostics/diagnostic.js";
import type { MapNode } from "../document/node.js";
import type { Absent, Code, OriginLeaf } from "../encode/leaf.js";
import type { InfraModel } from "../model/infra-model.js";
import type { Origins } from "../model/origins.js";

/** Deployment targets of the language (`deployment.type`). */
export type DeploymentType = "kubernetes" | "yarn" | "standalone" | "docker_compose";

/** How a planned file is encoded and checked. */
export type Language =
  "yaml" | "json" | "markdown" | "properties" | "flink-conf" | "java" | "shell" | "xml" | "text";

/** A finished value, or data that the renderer encodes for the file's language. */
export type ViewValue =
  | string
  | number
  | boolean
  | null
  | Absent
  | Code
  | OriginLeaf
  | readonly ViewValue[]
  | { readonly [key: string]: ViewValue };

/**
 * What a template sees: names to values. Strings and numbers are printed encoded for the language (in
 * Java and shell as a literal, in their comments as text); `code(…)` is printed as it stands; booleans
 * only steer `{{#if}}`; a line that prints an `absent` value disappears.
 */
export type View = Readonly<Record<string, ViewValue>>;

/** The content of a planned file. */
export type Body =
  /** `template`: path below `templates/` without `.hbs`. */
  | { readonly kind: "template"; readonly template: string; readonly view: View }
  /** Plain data, printed in canonical form; languages `yaml` and `json` only. */
  | { readonly kind: "data"; readonly data: ViewValue }
  /** Finished text, with the origins of its lines (0-based) where they are known. */
  | {
      readonly kind: "text";
      readonly text: string;
      readonly origins?: ReadonlyMap<number, OriginLeaf>;
    };

/** One file to be rendered. */
export interface PlannedFile {
  /** Below the generator's folder, with `/`: `enrichment/flink-deployment.yaml`. */
  readonly path: string;
  readonly language: Language;
  /** The process the file belongs to; null: shared by all. `--only` limits by it. */
  readonly process: string | null;
  readonly executable?: boolean;
  readonly body: Body;
}

/** Files and findings of one generator for one model. */
export interface Plan {
  readonly files: readonly PlannedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Choices of the user that are not in the file. */
export interface GeneratorOptions {
  /** `--flavor`; null: the generator's default. One of `Generator.flavors`. */
  readonly flavor: string | null;
  /** `--flink-version`; null: from the file. */
  readonly flinkVersion: string | null;
  /** The files that the generator's own options name, read and parsed; by the option's name. */
  readonly files: ReadonlyMap<string, MapNode>;
}

/** What a generator is given. */
export interface PlanRequest {
  readonly model: InfraModel;
  readonly origins: Origins;
  readonly options: GeneratorOptions;
  /** Warnings and notes found before, for the emitted README. */
  readonly findings: readonly Diagnostic[];
  /** Why the file's owners accepted a warning (`accept_warnings`); null when they did not. */
  readonly acceptedReason: (diagnostic: Diagnostic) => string | null;
}

/** What a model must hold for a generator to have something to do. */
export interface Needs {
  /** With its article, as `nexgen generators` prints it: `a stream on Kafka`. */
  readonly what: string;
  readonly isIn: (model: InfraModel) => boolean;
}

/** `--<name> <file>`: a YAML file that a generator reads beside the model. */
export interface FileOption {
  /** Kebab-case. */
  readonly name: string;
  /** One line for `--help`. */
  readonly summary: string;
}

/** A generator, built in or third-party. */
export interface Generator {
  /** Kebab-case; also its folder, command, option key and the prefix of its own codes. */
  readonly id: string;
  /** One line for `nexgen generators`. */
  readonly summary: string;
  /** The deployment types it is for; null: it needs no `deployment`. */
  readonly deploymentTypes: readonly DeploymentType[] | null;
  /** What a file must bind before `nexgen build` runs it; absent: nothing. */
  readonly needs?: Needs;
  /** Options of its own, each naming a YAML file; absent: none. */
  readonly fileOptions?: readonly FileOption[];
  /** Values of `--flavor`, the default first; empty: none. */
  readonly flavors: readonly string[];
  readonly plan: (request: PlanRequest) => Plan;
}

/** A list of diagnostics with the function that fills it. */
export function collectDiagnostics(): {
  readonly diagnostics: Diagnostic[];
  readonly report: Report;
} {
  const diagnostics: Diagnostic[] = [];
  return { diagnostics, report: (diagnostic) => diagnostics.push(diagnostic) };
}
