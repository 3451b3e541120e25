// What the tests of this folder share: parsing a text, and the plain value of a tree.
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { explainSyntax } from "../../src/document/explain-syntax.js";
import type { InfraNode, MapNode } from "../../src/document/node.js";
import { parseDocument } from "../../src/document/parse-document.js";
import { newReadingBudget } from "../../src/document/reading-budget.js";
import { positionAt } from "../../src/source/source-file.js";
import type { SourceFile, Span } from "../../src/source/source-file.js";

export interface Parsed {
  readonly root: MapNode | null;
  readonly found: readonly Diagnostic[];
}

export async function parse(text: string): Promise<Parsed> {
  const file: SourceFile = { path: "a.infra", text };
  const found: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): number => found.push(diagnostic);
  const result = await parseDocument(file, report, newReadingBudget());
  if (result?.kind !== "broken") return { root: result, found };
  await explainSyntax(result, report);
  return { root: null, found };
}

/** `line:column-line:column`, or `line:column` for a point. */
export function range(span: Span | null): string {
  if (span === null) return "nowhere";
  const [start, end] = [positionAt(span.file, span.start), positionAt(span.file, span.end)];
  const first = `${start.line}:${start.column}`;
  return span.start === span.end ? first : `${first}-${end.line}:${end.column}`;
}

/** The value as objects and arrays; maps have no prototype. */
export function toPlain(node: InfraNode): unknown {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(toPlain);
  if (node.kind !== "map") throw new Error(`A parsed file holds no ${node.kind}`);
  const entries = [...node.entries.values()];
  return Object.fromEntries(entries.map((entry) => [entry.key, toPlain(entry.value)]));
}

/** Every leaf, in order. */
export function leavesOf(node: InfraNode): InfraNode[] {
  if (node.kind === "list") return node.items.flatMap(leavesOf);
  if (node.kind === "map")
    return [...node.entries.values()].flatMap(({ value }) => leavesOf(value));
  return [node];
}
