// What tests of resolution, schema and model share: files in memory through the whole front half, and
// what was found there on one line each. Needs the validators of `npm run build`.
import { analyse, filesOf, type Analysis } from "../../src/compile/analyse.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { sortDiagnostics } from "../../src/diagnostics/order.js";
import { valueAt } from "../../src/document/node.js";
import type { InfraNode } from "../../src/document/node.js";
import type { BuiltModel } from "../../src/model/build-model.js";
import { plainNode, type PlainData } from "../../src/resolve/resolved-document.js";
import type { Host } from "../../src/source/host.js";
import { memoryHost } from "../../src/source/memory-host.js";
import { positionAt } from "../../src/source/source-file.js";

/** What a test sets besides the files. */
export interface ProjectOptions {
  readonly entry?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  readonly region?: string;
  /** A process file, or a folder of them, among the files. */
  readonly processes?: string;
  readonly host?: Host;
}

/** What the front half made of the files. */
export interface Outcome {
  readonly analysis: Analysis;
  readonly diagnostics: readonly Diagnostic[];
}

/** A file's head; the text of tests starts with its first section. */
export function head(environment = "production", more = ""): string {
  return `version: "1.0"\nenvironment: ${environment}\n${more}`;
}

/** Analyses `main.infra` (or `options.entry`) of `files`, which lie in one project. */
export async function analyseFiles(
  files: Readonly<Record<string, string>>,
  options: ProjectOptions = {},
): Promise<Outcome> {
  const contents = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`/project/${name}`, text]),
  );
  const host =
    options.host ?? memoryHost({ files: contents, environment: options.environment ?? {} });
  const analysis = await analyse(host, `/project/${options.entry ?? "main.infra"}`, {
    projectRoot: "/project",
    ...(options.variables === undefined ? {} : { variables: options.variables }),
    ...(options.region === undefined ? {} : { region: options.region }),
    ...(options.processes === undefined ? {} : { processes: `/project/${options.processes}` }),
  });
  return { analysis, diagnostics: sortDiagnostics(analysis.diagnostics, filesOf(analysis)) };
}

/** Analyses one file of a production environment. */
export async function analyseText(text: string, options: ProjectOptions = {}): Promise<Outcome> {
  const full = /^version:/mu.test(text) ? text : head() + text;
  return analyseFiles({ "main.infra": full }, options);
}

/** `CODE file:line:column message` of one diagnostic. */
export function lineOf({ code, message, span }: Diagnostic): string {
  if (span === null) return `${code} ${message}`;
  const { line, column } = positionAt(span.file, span.start);
  return `${code} ${span.file.path}:${line}:${column} ${message}`;
}

/** All of them but warnings that every small file gives. */
export function linesOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.filter(({ code }) => code !== "W752").map(lineOf);
}

/** The codes that were found, W752 left out. */
export function codesOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.flatMap(({ code }) => (code === "W752" ? [] : [code]));
}

/** The text that a diagnostic's span covers. */
export function marked({ span }: Diagnostic): string {
  return span === null ? "" : span.file.text.slice(span.start, span.end);
}

/** The node at a path of the first resolved tree. */
export function nodeAt({ analysis }: Outcome, section: string, ...keys: string[]): InfraNode {
  const node = valueAt(analysis.resolution?.trees[0]?.sections.get(section), ...keys);
  if (node === undefined) throw new Error(`nothing is at ${[section, ...keys].join(".")}`);
  return node;
}

/** The plain value at a path of the first resolved tree; undefined where nothing is. */
export function plainAt(
  { analysis }: Outcome,
  section: string,
  ...keys: string[]
): PlainData | undefined {
  const node = valueAt(analysis.resolution?.trees[0]?.sections.get(section), ...keys);
  return node === undefined ? undefined : plainNode(node);
}

/** The first model; throws with what was found where there is none. */
export function modelIn({ analysis, diagnostics }: Outcome): BuiltModel {
  const [built] = analysis.models;
  if (built === undefined) throw new Error(`no model:\n${diagnostics.map(lineOf).join("\n")}`);
  return built;
}
