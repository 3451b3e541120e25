// Compiles texts with every generator that applies, and names what is found by code and by the words at
// its two places.
import { allGenerators } from "../../src/build/examples.js";
import { compareEntries } from "../../src/compile/compare-entries.js";
import { compile } from "../../src/compile/compile.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { memoryHost } from "../../src/source/memory-host.js";
import { positionAt, type Span } from "../../src/source/source-file.js";

const generators = await allGenerators();

async function compileText(text: string, files: Readonly<Record<string, string>>, entry: string) {
  const head = /^version:/mu.test(text) ? "" : 'version: "1.0"\nenvironment: production\n';
  const host = memoryHost({ files: { ...files, [entry]: head + text }, environment: {} });
  return compile(host, entry, {
    generators,
    onlyApplicable: true,
    complete: true,
    projectRoot: "/project",
    ...("/project/p.proc" in files ? { processes: "/project/p.proc" } : {}),
  });
}

/** A place as `<line>:<text>`, with the line of the text that was given. */
function wordsAt(span: Span | null, before: number): string {
  if (span === null) return "nowhere";
  const { line } = positionAt(span.file, span.start);
  return `${String(line - before)}: ${span.file.text.slice(span.start, span.end)}`;
}

/** `CODE line: words`, and with a related place `CODE line: words < line: words`. */
function lineOf({ code, span, related }: Diagnostic, before: number): string {
  const other = related[0];
  const own = `${code} ${wordsAt(span, before)}`;
  return other === undefined ? own : `${own} < ${wordsAt(other.span, before)}`;
}

/** Everything that is found in `text`, with a process file where one is given. */
export async function findingsOf(text: string, processes?: string): Promise<readonly string[]> {
  const files: Readonly<Record<string, string>> =
    processes === undefined ? {} : { "/project/p.proc": processes };
  const { diagnostics } = await compileText(text, files, "/project/main.infra");
  return diagnostics.map((each) => lineOf(each, /^version:/mu.test(text) ? 0 : 2));
}

/** What is found between two files of one run: code, message, and words at both places. */
export async function findingsBetween(
  one: string,
  other: string,
  files: Readonly<Record<string, string>> = {},
): Promise<readonly { readonly line: string; readonly message: string }[]> {
  const analyses = [];
  for (const [name, text] of [
    ["one", one],
    ["other", other],
  ] as const) {
    const whole = `version: "1.0"\nenvironment: ${name}\n${text}`;
    const { analysis, diagnostics } = await compileText(whole, files, `/project/${name}.infra`);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
    analyses.push(analysis);
  }
  return compareEntries(analyses).map((each) => ({ line: lineOf(each, 2), message: each.message }));
}
