// From the text of one file to its located tree. Synchronous, and cheap for good files; only a file
// with broken syntax needs the second, slower reader of explain-syntax.ts.
import { YAMLException, parseEvents } from "js-yaml";
import type { Event } from "js-yaml";
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { Report } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../source/source-file.js";
import { checkDirectives, checkText, mayHoldMoreThan } from "./check-text.js";
import type { MapNode } from "./node.js";
import { readingLimits } from "./reading-budget.js";
import type { ReadingBudget } from "./reading-budget.js";
import { skipTrivia } from "./trivia.js";
import { TreeBuilder } from "./tree-builder.js";

/** A file whose syntax was refused at `at`. Nothing is reported yet: `explainSyntax` does that. */
export interface BrokenSyntax {
  readonly kind: "broken";
  readonly file: SourceFile;
  readonly at: number;
  /** The reason in the words of js-yaml; it may quote the file, so it is never printed. */
  readonly reason: string;
}

/** Above the limit of levels: js-yaml also counts the leaf and a key it looks ahead for. */
const parserDepth = readingLimits.depth + 8;

/**
 * Parses YAML 1.2 (core schema) into a located tree whose root is a map.
 * Null: errors were reported (E734 to E749). `BrokenSyntax`: pass it to `explainSyntax`.
 */
export function parseDocument(
  file: SourceFile,
  report: Report,
  budget: ReadingBudget,
): MapNode | BrokenSyntax | null {
  if (!checkText(file, report)) return null;
  const plain = checkDirectives(file, report);
  if (mayHoldMoreThan(file.text, 2 * readingLimits.nodes)) {
    const values = { things: "values", limit: readingLimits.nodes };
    report(diagnose("E748", { file, start: 0, end: 0 }, values));
    return null;
  }
  const events = eventsOf(file);
  if ("kind" in events) {
    const broken = afterSyntaxError(events, report);
    // A directive that was reported needs a `---` to be valid YAML: no second error for that.
    return plain ? broken : null;
  }
  const root = new TreeBuilder(file, events, report, budget).build();
  return plain ? root : null;
}

function eventsOf(file: SourceFile): Event[] | BrokenSyntax {
  try {
    return parseEvents(file.text, { maxDepth: parserDepth });
  } catch (thrown) {
    if (!(thrown instanceof YAMLException)) throw thrown;
    const at = Math.min(thrown.mark?.position ?? 0, file.text.length);
    return { kind: "broken", file, at, reason: thrown.reason };
  }
}

function afterSyntaxError(broken: BrokenSyntax, report: Report): BrokenSyntax | null {
  if (!broken.reason.startsWith("nesting exceeded")) return broken;
  const start = skipTrivia(broken.file.text, broken.at);
  const span = { file: broken.file, start, end: Math.min(start + 1, broken.file.text.length) };
  report(diagnose("E747", span, { limit: readingLimits.depth }));
  return null;
}
