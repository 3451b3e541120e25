// The front half of the pipeline: from an entry file to checked models. Every command starts here.
import { posix } from "node:path";
import type { Diagnostic, Report } from "../diagnostics/diagnostic.js";
import { hasErrors } from "../diagnostics/diagnostic.js";
import { diagnose } from "../diagnostics/catalogue/index.js";
import { parseDotEnv } from "../document/dot-env.js";
import { newReadingBudget } from "../document/reading-budget.js";
import { readSourceFile } from "../document/read-file.js";
import { buildModel, type BuiltModel } from "../model/build-model.js";
import { displayPath, isInside, loadChain, type Chain } from "../resolve/chain.js";
import { variableLookup, type EnvFileValues } from "../resolve/environment.js";
import { checkClaims } from "../targets/claims/check-claims.js";
import { RuleContext } from "../model/rules/rule-context.js";
import { resolveChain, type Resolution, type ResolvedTree } from "../resolve/resolve.js";
import { validateTree } from "../schema/validate.js";
import type { Host } from "../source/host.js";
import type { SourceFile } from "../source/source-file.js";
import { stopwatch, type Timings } from "./timings.js";

/** What to read, and with which variables. */
export interface AnalyseOptions {
  /** Absolute path of the project root; absent: found from the entry (see `findProjectRoot`). */
  readonly projectRoot?: string;
  /** Folder that diagnostics name files from; absent: the project root. */
  readonly displayFolder?: string;
  /** Text for the entry "-". */
  readonly standardInput?: string;
  /** Absolute path of the `.env` file; absent: `.env` in the project root, if there is one. */
  readonly envFile?: string;
  /** `--env NAME=value`; these win over the environment. */
  readonly variables?: Readonly<Record<string, string>>;
  /** A region's name or alias; absent: every declared region. */
  readonly region?: string;
  /** Absolute path of a process file (`.proc`), or of the folder that holds them; absent: none is read. */
  readonly processes?: string;
}

/** The model of one region, or of the whole file where none is declared. */
export interface AnalysedModel extends BuiltModel {
  readonly tree: ResolvedTree;
  /** What was found in the file and in this region of it. */
  readonly findings: readonly Diagnostic[];
}

/** What the front half found. `models` is empty as soon as there is an error. */
export interface Analysis {
  readonly diagnostics: readonly Diagnostic[];
  readonly chain: Chain | null;
  readonly resolution: Resolution | null;
  readonly models: readonly AnalysedModel[];
  /** The entry relative to the project root: what manifests name. */
  readonly entryPath: string;
  /** The `.env` file that was read, or null. */
  readonly envFile: SourceFile | null;
  /** The process files that were read, in the order of their paths; empty without `processes`. */
  readonly processFiles: readonly SourceFile[];
  /** `environment: base`: only its shape was checked. */
  readonly isBase: boolean;
  readonly timings: Timings;
}

/** Files that mark the root of a project. */
const rootMarkers = [".env", ".git", "package.json"];

/** The nearest ancestor of `entry` that holds a marker of a project; else the entry's own folder. */
export function findProjectRoot(host: Host, entry: string): string {
  const own = posix.dirname(entry);
  for (let folder = own; ; folder = posix.dirname(folder)) {
    const names = host.listFolder(folder);
    if (names.some((name) => rootMarkers.includes(name) || name.startsWith("nexgen.config."))) {
      return folder;
    }
    if (folder === posix.dirname(folder)) return own;
  }
}

/** Reads `entry` and what it extends, and nothing more: no variable, no process file, no model. */
export async function readEntry(
  host: Host,
  entry: string,
  options: Pick<AnalyseOptions, "projectRoot" | "displayFolder" | "standardInput">,
): Promise<{
  readonly chain: Chain | null;
  readonly diagnostics: Diagnostic[];
  readonly projectRoot: string;
}> {
  const diagnostics: Diagnostic[] = [];
  const projectRoot = options.projectRoot ?? findProjectRoot(host, entry);
  const { displayFolder = projectRoot, standardInput } = options;
  // A slip in the path would read no .env, and take the defaults without a word.
  if (options.projectRoot !== undefined && host.realPath(projectRoot) === null) {
    const path = displayPath(displayFolder, projectRoot);
    const help = "Check the path of the project root (--project) for a slip.";
    diagnostics.push(diagnose("E730", null, { path }, { help }));
    return { chain: null, diagnostics, projectRoot };
  }
  const request = {
    host,
    entry,
    projectRoot,
    displayFolder,
    ...(standardInput === undefined ? {} : { standardInput }),
  };
  const chain = await loadChain(request, (diagnostic) => diagnostics.push(diagnostic));
  return { chain, diagnostics, projectRoot };
}

/** Reads, resolves and checks `entry` (an absolute path, or "-"). Never throws for bad input. */
export async function analyse(
  host: Host,
  entry: string,
  options: AnalyseOptions,
): Promise<Analysis> {
  const timings = stopwatch();
  const { chain, diagnostics, projectRoot } = await readEntry(host, entry, options);
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const base = {
    diagnostics,
    chain: null,
    resolution: null,
    models: [],
    entryPath: entry === "-" ? "-" : displayPath(projectRoot, entry),
    envFile: null,
    processFiles: [],
    isBase: false,
    timings,
  };
  const displayFolder = options.displayFolder ?? projectRoot;
  timings.mark("read");
  const environment = readEnvFile(host, { projectRoot, displayFolder }, options.envFile, report);
  const linking =
    options.processes === undefined
      ? null
      : await (
          await import("./process-linking.js")
        ).readProcesses({ host, path: options.processes, displayFolder, chain }, report);
  if (linking !== null) timings.mark("processes");
  const processFiles = linking?.files ?? [];
  if (chain === null || hasErrors(diagnostics))
    return { ...base, chain, envFile: environment.file, processFiles };
  const find = variableLookup(options.variables ?? {}, host, environment.values);
  const request = { find, region: options.region ?? null };
  const resolution = resolveChain(linking?.chain ?? chain, request, report);
  timings.mark("resolve");
  const isBase = resolution?.trees[0]?.head.environment === "base";
  const found = { ...base, chain, resolution, envFile: environment.file, processFiles, isBase };
  if (resolution === null) return found;
  const ofFile = [...diagnostics];
  const ofRegion = new Map<ResolvedTree, Diagnostic[]>();
  const reportIn =
    (tree: ResolvedTree): Report =>
    (diagnostic) => {
      diagnostics.push(diagnostic);
      const held = ofRegion.get(tree);
      if (held === undefined) ofRegion.set(tree, [diagnostic]);
      else held.push(diagnostic);
    };
  for (const tree of resolution.trees) {
    await validateTree(tree, { shapeOnly: isBase }, reportIn(tree));
  }
  timings.mark("validate");
  if (isBase || hasErrors(diagnostics)) return found;
  const models = resolution.trees.map((tree): AnalysedModel => {
    const built = buildModel(tree, reportIn(tree), linking?.linker);
    checkClaims(built.model, new RuleContext(built.origins, reportIn(tree)));
    return { ...built, tree, findings: [...ofFile, ...(ofRegion.get(tree) ?? [])] };
  });
  timings.mark("model");
  return { ...found, models: hasErrors(diagnostics) ? [] : models };
}

/** Every file that was read, in the order in which diagnostics name them. */
export function filesOf({ chain, processFiles }: Analysis): readonly SourceFile[] {
  return [...(chain?.documents.map(({ file }) => file) ?? []), ...processFiles];
}

interface Environment {
  readonly file: SourceFile | null;
  readonly values: EnvFileValues;
}

function readEnvFile(
  host: Host,
  folders: { readonly projectRoot: string; readonly displayFolder: string },
  named: string | undefined,
  report: Report,
): Environment {
  const { projectRoot, displayFolder } = folders;
  const path = named ?? posix.join(projectRoot, ".env");
  const none = { file: null, values: new Map() };
  if (named === undefined && !host.listFolder(projectRoot).includes(".env")) return none;
  const request = {
    absolutePath: path,
    displayPath: displayPath(displayFolder, path),
    referrer: null,
  };
  if (named === undefined && leavesRoot(host, path, projectRoot)) {
    const problem = "it is a link that leads outside the project";
    const help = "Name the file with --env-file.";
    report(diagnose("E731", null, { path: request.displayPath, problem }, { help }));
    return none;
  }
  const file = readSourceFile(host, request, report, newReadingBudget());
  return file === null ? none : { file, values: parseDotEnv(file, report) };
}

/** A file that nobody named may hold what another user put there: nothing outside the project is read. */
function leavesRoot(host: Host, path: string, projectRoot: string): boolean {
  const root = host.realPath(projectRoot);
  const real = host.realPath(path);
  return root !== null && real !== null && !isInside(root, real);
}

/** Refuses to generate from a base file, naming files beside it that extend it. */
export function reportBase(host: Host, entry: string, report: Report): void {
  const folder = posix.dirname(entry);
  const name = posix.basename(entry);
  const children = host.listFolder(folder).filter((candidate) => {
    if (!candidate.endsWith(".infra") || candidate === name) return false;
    const read = host.readFile(posix.join(folder, candidate), 1024 * 1024);
    if (read.kind !== "file") return false;
    const parent = /^extends:[ \t]*["']?([^"'\s#]+)/mu.exec(
      new TextDecoder().decode(read.bytes),
    )?.[1];
    return parent !== undefined && posix.normalize(parent) === name;
  });
  report(
    diagnose(
      "E756",
      null,
      { file: name },
      {
        help:
          children.length === 0
            ? "Name the file of an environment, one that extends it."
            : `Files that extend it: ${children.join(", ")}.`,
      },
    ),
  );
}
