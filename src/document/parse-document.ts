// From the text of one file to its located tree: checks what no parser should see, then reads the plain
// subset that nearly all files keep to; the rest is left to js-yaml, and broken syntax to the second,
// slower reader of explain-syntax.ts.
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { Report } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../source/source-file.js";
import { readPlainBlocks } from "./block-reader.js";
import { checkDirectives, checkText, mayHoldMoreThan } from "./check-text.js";
import type { MapNode } from "./node.js";
import { readingLimits } from "./reading-budget.js";
import type { ReadingBudget } from "./reading-budget.js";

/** A file whose syntax was refused at `at`. Nothing is reported yet: `explainSyntax` does that. */
export interface BrokenSyntax {
  readonly kind: "broken";
  readonly file: SourceFile;
  readonly at: number;
  /** The reason in the words of js-yaml; it may quote the file, so it is never printed. */
  readonly reason: string;
}

/**
 * Parses YAML 1.2 (core schema) into a located tree whose root is a map.
 * Null: errors were reported (E734 to E749). `BrokenSyntax`: pass it to `explainSyntax`.
 */
export async function parseDocument(
  file: SourceFile,
  report: Report,
  budget: ReadingBudget,
): Promise<MapNode | BrokenSyntax | null> {
  if (!checkText(file, report)) return null;
  const plain = checkDirectives(file, report);
  if (mayHoldMoreThan(file.text, 2 * readingLimits.nodes)) {
    const values = { things: "values", limit: readingLimits.nodes };
    report(diagnose("E748", { file, start: 0, end: 0 }, values));
    return null;
  }
  const read = readPlainBlocks(file, budget);
  if (read !== null) return read;
  const { parseYaml } = await import("./parse-yaml.js");
  const outcome = parseYaml(file, report, budget);
  // A directive that was reported needs a `---` to be valid YAML: no second error for that.
  return plain ? outcome : null;
}
