// The tree of any YAML file, by js-yaml. Loaded for files outside the plain subset of block-reader.ts.
import { YAMLException, parseEvents } from "js-yaml";
import type { Event } from "js-yaml";
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { Report } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../source/source-file.js";
import type { MapNode } from "./node.js";
import type { BrokenSyntax } from "./parse-document.js";
import { readingLimits } from "./reading-budget.js";
import type { ReadingBudget } from "./reading-budget.js";
import { skipTrivia } from "./trivia.js";
import { TreeBuilder } from "./tree-builder.js";

/** Above the limit of levels: js-yaml also counts the leaf and a key it looks ahead for. */
const parserDepth = readingLimits.depth + 8;

/** The root map; null: errors were reported (E734 to E749). */
export function parseYaml(
  file: SourceFile,
  report: Report,
  budget: ReadingBudget,
): MapNode | BrokenSyntax | null {
  const events = eventsOf(file);
  if ("kind" in events) return afterSyntaxError(events, report);
  return new TreeBuilder(file, events, report, budget).build();
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
