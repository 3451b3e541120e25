// From the text of one process file to its processes. Reports every problem at once (E721), and never
// throws; linear in the text.
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { Report } from "../diagnostics/diagnostic.js";
import { checkText } from "../document/check-text.js";
import { readingLimits, type ReadingBudget } from "../document/reading-budget.js";
import type { SourceFile, Span } from "../source/source-file.js";
import type { ProcessDeclaration, ProcessFile } from "./process-file.js";
import { readProcess } from "./read-process.js";
import { tokensOf, type Complain, type Token } from "./tokens.js";

/** The processes of `file`; what cannot be read of them is reported and left out. */
export function readProcessFile(
  file: SourceFile,
  budget: ReadingBudget,
  report: Report,
): ProcessFile {
  const none: ProcessFile = { file, processes: [] };
  if (!checkText(file, report)) return none;
  const complain = limited(report);
  const tokens = tokensOf(file, budget, report, complain);
  if (tokens === null) return none;
  const processes = partsOf(file, tokens, complain).flatMap((part): ProcessDeclaration[] => {
    const process = readProcess(file, part, complain);
    return process === null ? [] : [process];
  });
  if (tokens.length === 0) {
    complain({ file, start: 0, end: 0 }, "it holds no process", "Write `process <name> … end`.");
  }
  return { file, processes };
}

/** E721 for each problem; one note (N730) when there are too many. */
function limited(report: Report): Complain {
  let problems = 0;
  return (span: Span, problem: string, help?: string) => {
    problems += 1;
    if (problems <= readingLimits.problems) {
      report(diagnose("E721", span, { problem }, help === undefined ? {} : { help }));
    } else if (problems === readingLimits.problems + 1) {
      report(diagnose("N730", span, { limit: readingLimits.problems }));
    }
  };
}

/** The words of each process; imports are passed over, other words between processes are reported. */
function partsOf(
  file: SourceFile,
  tokens: readonly Token[],
  complain: Complain,
): readonly (readonly Token[])[] {
  const parts: (readonly Token[])[] = [];
  let at = 0;
  while (at < tokens.length) {
    const end = partEnd(tokens, at);
    const first = tokens[at] as Token;
    if (isWord(first, "process")) parts.push(tokens.slice(at, end));
    else if (!isWord(first, "import")) {
      const help = "Every statement stands between `process <name>` and `end`.";
      complain({ file, start: first.start, end: first.end }, "this is outside of a process", help);
    }
    at = end;
  }
  return parts;
}

/** Where the part that begins at `start` ends: an import with its line, others before a process. */
function partEnd(tokens: readonly Token[], start: number): number {
  const isImport = isWord(tokens[start], "import");
  for (let at = start + 1; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (isImport && token.opensLine) return at;
    if (token.depth > 0) continue;
    const isAfterEnd = isWord(tokens[at - 1], "end");
    if (isWord(token, "process") && (token.opensLine || isAfterEnd)) {
      if (tokens[at + 1]?.kind === "word") return at;
    }
    if (isWord(token, "import") && token.opensLine && isAfterEnd) return at;
  }
  return tokens.length;
}

function isWord(token: Token | undefined, text: string): boolean {
  return token?.kind === "word" && token.text === text;
}
