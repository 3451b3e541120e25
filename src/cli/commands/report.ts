// Prints what a command found, in text or JSON. Notes on the input are not printed as text: the emitted
// README explains them, and the summary counts them.
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { renderJson } from "../../diagnostics/json.js";
import { renderText } from "../../diagnostics/text.js";
import type { Analysis } from "../../compile/analyse.js";
import type { Terminal } from "../terminal.js";
import { useColor, type ReadingOptions } from "../options.js";

/** With `--strict` every warning is an error. */
export function applyStrict(
  diagnostics: readonly Diagnostic[],
  strict: boolean | undefined,
): readonly Diagnostic[] {
  if (strict !== true) return diagnostics;
  return diagnostics.map((diagnostic) =>
    diagnostic.severity === "warning" ? { ...diagnostic, severity: "error" } : diagnostic,
  );
}

/** Prints diagnostics to standard error; with `--format json` nothing: the command prints one object. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  options: ReadingOptions,
  terminal: Terminal,
): void {
  if (options.format === "json") return;
  const wanted = diagnostics.filter(
    (diagnostic) =>
      diagnostic.severity === "error" ||
      (options.quiet !== true && (diagnostic.severity === "warning" || isAboutOutput(diagnostic))),
  );
  const { shown, left } = firstOfEachCode(wanted);
  if (shown.length === 0) return;
  terminal.err(renderText(shown, { color: useColor(options, terminal.colorByDefault) }));
  for (const [code, count] of left) {
    terminal.err(`\n… and ${count} more of ${code}; --format json lists all.\n`);
  }
}

/** A note on the output folder, such as where a backup is: no README tells it. */
export function isAboutOutput({ code }: Diagnostic): boolean {
  return code.startsWith("N97");
}

/** What is printed of one code: a fault in a group or in the defaults shows in every process. */
const mostOfOneCode = { error: 100, warning: 10, note: 10 } as const;

function firstOfEachCode(diagnostics: readonly Diagnostic[]): {
  readonly shown: readonly Diagnostic[];
  readonly left: ReadonlyMap<string, number>;
} {
  const counts = new Map<string, number>();
  const left = new Map<string, number>();
  const shown = diagnostics.filter(({ code, severity }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    if (count <= mostOfOneCode[severity]) return true;
    left.set(code, (left.get(code) ?? 0) + 1);
    return false;
  });
  return { shown, left };
}

/** The JSON object of a command: its diagnostics and its own members. */
export function jsonOutput(
  diagnostics: readonly Diagnostic[],
  members: Readonly<Record<string, unknown>>,
): string {
  const found = JSON.parse(renderJson(diagnostics)) as Record<string, unknown>;
  return `${JSON.stringify({ ...found, ...members }, null, 2)}\n`;
}

/** `--timings`: one line a file, to standard error. */
export function printTimings(analysis: Analysis, terminal: Terminal): void {
  const stages = analysis.timings.stages.map(({ stage, cpuMs }) => `${stage} ${cpuMs.toFixed(0)}`);
  terminal.err(`${analysis.entryPath}: CPU ms: ${stages.join(", ")}\n`);
}

/** "1 error", "2 warnings". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** "2 errors, 1 warning, 3 notes" without the zeros; empty when there is nothing. */
export function countsOf(diagnostics: readonly Diagnostic[]): string {
  return (["error", "warning", "note"] as const)
    .flatMap((severity) => {
      const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
      return count === 0 ? [] : [counted(count, severity)];
    })
    .join(", ");
}
