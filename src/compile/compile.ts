// The pipeline, one call per stage (architecture, "The one-paragraph data path"): analyse the entry,
// let each generator plan, render what they planned. Reads through the host; writes nothing.
import { posix } from "node:path";
import type { Diagnostic, Report } from "../diagnostics/diagnostic.js";
import { hasErrors } from "../diagnostics/diagnostic.js";
import { diagnose } from "../diagnostics/catalogue/index.js";
import { foldAlike, sortDiagnostics } from "../diagnostics/order.js";
import type { MapNode } from "../document/node.js";
import type { Generator, PlannedFile } from "../generator/contract.js";
import { wrongTarget } from "../generator/wrong-target.js";
import { nearestName } from "../language/nearest-name.js";
import type { InfraModel } from "../model/infra-model.js";
import type { OutputFile } from "../render/render-file.js";
import type { Host } from "../source/host.js";
import { AcceptedWarnings } from "./accept-warnings.js";
import {
  analyse,
  filesOf,
  reportBase,
  type AnalysedModel,
  type Analysis,
  type AnalyseOptions,
} from "./analyse.js";

/** A generator to run, with its flavor. */
export interface GeneratorChoice {
  readonly generator: Generator;
  /** One of the generator's flavors; absent: its default. */
  readonly flavor?: string;
  /** Files for `Generator.fileOptions`: option name to absolute path. */
  readonly files?: Readonly<Record<string, string>>;
}

/** What to compile besides what to read. */
export interface CompileOptions extends AnalyseOptions {
  readonly generators: readonly GeneratorChoice[];
  /** Leave out generators whose target is not the file's, instead of refusing (`nexgen build`). */
  readonly onlyApplicable?: boolean;
  /** Every generator that there is was chosen, so that an accepted warning which none reports is stale. */
  readonly complete?: boolean;
  /** A Flink line such as "1.20"; wins over the file. */
  readonly flinkVersion?: string;
  /** Processes whose files are wanted; absent: all. Shared files are rendered from the whole model. */
  readonly only?: readonly string[];
  /** Absolute path of a folder with templates that replace built-in ones. */
  readonly templates?: string;
  /** Plan and check, render nothing (`nexgen validate`); of a base file its shape is checked. */
  readonly checkOnly?: boolean;
}

/** The files of one generator for one environment and region, which are owned together. */
export interface CompiledScope {
  readonly environment: string;
  readonly region: string | null;
  readonly generator: string;
  readonly files: readonly OutputFile[];
}

/** The outcome of a compilation. With an error among the diagnostics there are no scopes. */
export interface Compilation {
  /** Sorted, without duplicates; accepted warnings left out. */
  readonly diagnostics: readonly Diagnostic[];
  readonly scopes: readonly CompiledScope[];
  readonly analysis: Analysis;
}

/**
 * Compiles `entry`, an absolute path (or "-" with `standardInput`), with the chosen generators.
 * Bad input gives diagnostics; throwing means a bug of ours.
 */
export async function compile(
  host: Host,
  entry: string,
  options: CompileOptions,
): Promise<Compilation> {
  const analysis = await analyse(host, entry, options);
  const diagnostics = [...analysis.diagnostics];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const accepted = new AcceptedWarnings(analysis);
  const finish = (scopes: readonly CompiledScope[]): Compilation => {
    const files = filesOf(analysis);
    const sorted = foldAlike(
      sortDiagnostics(accepted.filter(diagnostics, options.complete === true), files),
    );
    return { diagnostics: sorted, scopes: hasErrors(sorted) ? [] : scopes, analysis };
  };
  if (analysis.isBase && options.checkOnly === true) return finish([]);
  if (analysis.isBase && !hasErrors(diagnostics)) reportBase(host, entry, report);
  if (hasErrors(diagnostics)) return finish([]);
  checkOnly(
    analysis.models.map(({ model }) => model),
    options.only,
    report,
  );
  const choices = await readChoices(host, options, posix.dirname(entry), report);
  if (hasErrors(diagnostics)) return finish([]);
  const plans = analysis.models.flatMap((built) =>
    planModel(built, { ...options, choices }, accepted, diagnostics),
  );
  analysis.timings.mark("plan");
  if (hasErrors(diagnostics) || options.checkOnly === true) return finish([]);
  const { renderScopes } = await import("./render-scopes.js");
  const scopes = await renderScopes(host, plans, options.templates ?? null, report);
  analysis.timings.mark("render");
  return finish(scopes);
}

/** A generator with what its own options name. */
interface ReadyChoice {
  readonly generator: Generator;
  readonly flavor: string | null;
  readonly files: ReadonlyMap<string, MapNode>;
}

async function readChoices(
  host: Host,
  { generators, displayFolder }: CompileOptions,
  entryFolder: string,
  report: Report,
): Promise<readonly ReadyChoice[]> {
  const choices: ReadyChoice[] = [];
  for (const { generator, flavor, files } of generators) {
    let read: ReadonlyMap<string, MapNode> = new Map();
    if (files !== undefined) {
      const { readOptionFiles } = await import("./option-files.js");
      read = await readOptionFiles(host, files, displayFolder ?? entryFolder, report);
    }
    choices.push({ generator, flavor: flavor ?? null, files: read });
  }
  return choices;
}

/** What one generator planned for one model. */
export interface PlannedScope {
  readonly environment: string;
  readonly region: string | null;
  readonly generator: string;
  readonly files: readonly PlannedFile[];
}

function planModel(
  { model, origins, findings: found }: AnalysedModel,
  options: CompileOptions & { readonly choices: readonly ReadyChoice[] },
  accepted: AcceptedWarnings,
  diagnostics: Diagnostic[],
): readonly PlannedScope[] {
  const findings = sortDiagnostics(
    found.filter(({ severity }) => severity !== "error"),
    [],
  );
  return options.choices.flatMap(({ generator, flavor, files: optionFiles }) => {
    if (!fitsDeployment(generator, model)) {
      if (options.onlyApplicable !== true) diagnostics.push(wrongTarget(generator, model));
      return [];
    }
    if (options.onlyApplicable === true && !applies(generator, model)) return [];
    const plan = generator.plan({
      model,
      origins,
      findings,
      acceptedReason: (diagnostic) => accepted.reasonFor(diagnostic),
      options: { flavor, flinkVersion: options.flinkVersion ?? null, files: optionFiles },
    });
    diagnostics.push(...plan.diagnostics);
    const wanted = plan.files.filter(
      ({ process }) =>
        process === null || options.only === undefined || options.only.includes(process),
    );
    return [
      {
        environment: model.environment,
        region: regionFolder(model),
        generator: generator.id,
        files: wanted,
      },
    ];
  });
}

/** Folders carry the region's name, not its alias. */
function regionFolder(model: InfraModel): string | null {
  return model.region?.regionName ?? null;
}

/** Whether `nexgen build` runs `generator` for `model`: its target is the file's, and it finds its needs. */
export function applies(
  generator: Pick<Generator, "deploymentTypes" | "needs">,
  model: InfraModel,
): boolean {
  return fitsDeployment(generator, model) && (generator.needs?.isIn(model) ?? true);
}

/** Whether `generator` is for the deployment that `model` describes. */
export function fitsDeployment(
  generator: Pick<Generator, "deploymentTypes">,
  model: InfraModel,
): boolean {
  if (generator.deploymentTypes === null) return true;
  return model.deployment !== null && generator.deploymentTypes.includes(model.deployment.type);
}

function checkOnly(
  models: readonly InfraModel[],
  only: readonly string[] | undefined,
  report: Report,
): void {
  const known = [...new Set(models.flatMap(({ processes }) => processes.map(({ name }) => name)))];
  for (const name of only ?? []) {
    if (known.includes(name)) continue;
    const near = nearestName(name, known);
    report(
      diagnose(
        "E759",
        null,
        { process: name },
        {
          help: near === null ? `Processes: ${known.join(", ")}.` : `Did you mean "${near}"?`,
        },
      ),
    );
  }
}
