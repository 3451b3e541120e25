// `nexgen <generator>` and `nexgen build`: compile, then write, check or print.
import { posix } from "node:path";
import type { GeneratorEntry } from "../../../generators/index.js";
import { compareEntries } from "../../compile/compare-entries.js";
import { compile, type Compilation, type GeneratorChoice } from "../../compile/compile.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { hasErrors } from "../../diagnostics/diagnostic.js";
import type { Host } from "../../source/host.js";
import { exitCodeOf, exitCodes } from "../exit-codes.js";
import { analyseOptions, UsageError, type GeneratingOptions } from "../options.js";
import type { Terminal } from "../terminal.js";
import { applyStrict, jsonOutput, printDiagnostics, printTimings } from "./report.js";
import { writeOutput, type WriteReport } from "./write-output.js";

/** What a generating command was called with. */
export interface GenerateCall {
  readonly entries: readonly string[];
  readonly generators: readonly GeneratorEntry[];
  /** `nexgen build`, whose options name each generator's own; without, the command is the generator's. */
  readonly isBuild: boolean;
  readonly options: GeneratingOptions;
}

/** Runs the command; gives the exit code. */
export async function generate(
  call: GenerateCall,
  host: Host,
  terminal: Terminal,
): Promise<number> {
  const { options } = call;
  checkCombination(call);
  const generators = await loadGenerators(call, terminal.folder);
  const compilations: Compilation[] = [];
  for (const entry of call.entries) {
    compilations.push(await compileEntry(entry, generators, call, host, terminal));
  }
  const between = compareEntries(compilations.map(({ analysis }) => analysis));
  const compiled = applyStrict(
    [...compilations.flatMap(({ diagnostics }) => diagnostics), ...between],
    options.strict,
  );
  if (hasErrors(compiled)) return finish(call, compilations, compiled, null, terminal);
  if (options.stdout === true) return printFiles(call, compilations, compiled, terminal);
  const report = writeOutput(compilations, {
    folder: posix.resolve(terminal.folder, options.output),
    shown: options.output,
    check: options.check === true,
    diff: options.diff === true,
    dryRun: options.dryRun === true,
    force: options.force === true,
    prune: options.only === undefined,
    allRegions: options.region === undefined,
  });
  return finish(
    call,
    compilations,
    [...compiled, ...applyStrict(report.diagnostics, options.strict)],
    report,
    terminal,
  );
}

function checkCombination({ options, entries }: GenerateCall): void {
  if (options.check === true && options.stdout === true) {
    throw new UsageError("--check compares with files, and --stdout writes none: use one of them.");
  }
  if (options.diff === true && options.check !== true && options.dryRun !== true) {
    throw new UsageError("--diff shows what --check or --dry-run found: add one of them.");
  }
  if (options.output === "") {
    throw new UsageError("-o has no folder: the variable that should name it may be unset.");
  }
  if (entries.filter((entry) => entry === "-").length > 1) {
    throw new UsageError("Standard input can be read once only.");
  }
  const twice = entries.find((entry, index) => entries.indexOf(entry) !== index);
  if (twice !== undefined) throw new UsageError(`"${twice}" is given twice: name each file once.`);
}

async function loadGenerators(
  { generators, isBuild, options }: GenerateCall,
  folder: string,
): Promise<readonly GeneratorChoice[]> {
  return Promise.all(
    generators.map(async (entry) => {
      const flavor = isBuild ? options[flavorKey(entry)] : options.flavor;
      if (flavor !== undefined && !entry.flavors.includes(flavor)) {
        const known =
          entry.flavors.length === 0 ? "it has none" : `one of ${entry.flavors.join(", ")}`;
        throw new UsageError(`"${flavor}" is no flavor of ${entry.id} (${known}).`);
      }
      const generator = await entry.load();
      const files = namedFiles(entry, options, folder);
      return {
        generator,
        ...(flavor === undefined ? {} : { flavor }),
        ...(Object.keys(files).length === 0 ? {} : { files }),
      };
    }),
  );
}

/** The key under which commander keeps `--k8s-flavor` and its like. */
function flavorKey(entry: GeneratorEntry): `${string}Flavor` {
  return camel(entry.flavorOption ?? `${entry.id}-flavor`) as `${string}Flavor`;
}

/** The files that the generator's own options name: option to absolute path. */
function namedFiles(
  entry: GeneratorEntry,
  options: GeneratingOptions,
  folder: string,
): Readonly<Record<string, string>> {
  const named: Record<string, string> = {};
  for (const { name } of entry.fileOptions ?? []) {
    const file = (options as unknown as Readonly<Record<string, unknown>>)[camel(name)];
    if (typeof file === "string") named[name] = posix.resolve(folder, file);
  }
  return named;
}

function camel(id: string): string {
  return id.replace(/-([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase());
}

async function compileEntry(
  entry: string,
  generators: readonly GeneratorChoice[],
  call: GenerateCall,
  host: Host,
  terminal: Terminal,
): Promise<Compilation> {
  const { options } = call;
  const standardInput = entry === "-" ? await terminal.readStandardInput() : null;
  const { only, flinkVersion, templates } = options;
  return compile(host, entry === "-" ? "-" : posix.resolve(terminal.folder, entry), {
    ...analyseOptions(options, terminal.folder, standardInput),
    generators,
    // Generators that were named are meant, whatever the file says.
    onlyApplicable: call.isBuild && options.onlyGenerators === undefined,
    complete: call.isBuild && options.onlyGenerators === undefined && only === undefined,
    ...(only === undefined ? {} : { only }),
    ...(flinkVersion === undefined ? {} : { flinkVersion }),
    ...(templates === undefined ? {} : { templates: posix.resolve(terminal.folder, templates) }),
  });
}

function finish(
  call: GenerateCall,
  compilations: readonly Compilation[],
  diagnostics: readonly Diagnostic[],
  report: WriteReport | null,
  terminal: Terminal,
): number {
  const { options } = call;
  const code = exitCodeOf(diagnostics);
  const differs = report !== null && report.differs && options.check === true;
  if (options.format === "json") {
    terminal.out(jsonOutput(diagnostics, { files: report?.changes ?? [] }));
  } else {
    printDiagnostics(diagnostics, options, terminal);
    if (report !== null) terminal.out(report.details);
    if (report !== null && !hasErrors(diagnostics)) {
      if (options.quiet !== true || differs)
        terminal.out(report.summary(compilations, diagnostics));
    } else if (hasErrors(diagnostics)) {
      terminal.err("\nNothing was written.\n");
    }
  }
  if (options.timings === true) {
    for (const { analysis } of compilations) printTimings(analysis, terminal);
  }
  return code === exitCodes.success && differs ? exitCodes.errors : code;
}

/** `--stdout`: a stream of YAML documents, or the one file that was planned. */
function printFiles(
  call: GenerateCall,
  compilations: readonly Compilation[],
  diagnostics: readonly Diagnostic[],
  terminal: Terminal,
): number {
  const scopes = compilations.flatMap((compilation) => compilation.scopes);
  const files = scopes.flatMap((scope) => scope.files);
  const streams = call.generators.every((entry) => entry.streamed !== undefined);
  printDiagnostics(diagnostics, call.options, terminal);
  if (streams) {
    const regions = new Set(scopes.map(({ environment, region }) => `${environment} ${region}`));
    if (regions.size > 1) {
      throw new UsageError(
        "--stdout prints one environment in one region, and several are planned: name one file, and one region with --region.",
      );
    }
    // Neither the list of the files nor their tests are meant for the system itself.
    const documents = files
      .filter(
        ({ language, path }) =>
          language === "yaml" && !path.endsWith("/kustomization.yaml") && !path.includes("/tests/"),
      )
      .toSorted((one, other) => one.position - other.position);
    terminal.out(documents.map(({ text }) => `---\n${text}`).join(""));
    return exitCodeOf(diagnostics);
  }
  const [only] = files.filter(({ language }) => language !== "markdown");
  if (only === undefined || files.filter(({ language }) => language !== "markdown").length !== 1) {
    throw new UsageError(
      "--stdout prints one file, and several are planned: use -o, or --only where each process has one.",
    );
  }
  terminal.out(only.text);
  return exitCodeOf(diagnostics);
}
