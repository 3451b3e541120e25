// `accept_warnings`: warnings that the file's owners have judged. An accepted one disappears; an
// acceptance that no longer matches is itself a warning, so that the list cannot rot.
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { InfraNode } from "../document/node.js";
import type { Analysis } from "./analyse.js";

/** `diagnostics` without the accepted warnings, and with W754 for stale acceptances. */
export function acceptWarnings(
  analysis: Analysis,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  const accepted = analysis.models[0]?.model.acceptWarnings ?? [];
  if (accepted.length === 0) return diagnostics;
  const used = new Set<object>();
  const kept = diagnostics.filter((diagnostic) => {
    if (diagnostic.severity !== "warning") return true;
    const match = accepted.find(
      ({ code, path }) =>
        code === diagnostic.code && (path === null || isBelow(pathOf(analysis, diagnostic), path)),
    );
    if (match !== undefined) used.add(match);
    return match === undefined;
  });
  const origins = analysis.models[0]?.origins;
  const stale = accepted.filter((item) => !used.has(item));
  return [
    ...kept,
    ...stale.map((item) =>
      diagnose(
        "W754",
        origins?.span(item) ?? null,
        { code: item.code, path: item.path === null ? "" : ` at ${item.path}` },
        { help: "Remove it from accept_warnings." },
      ),
    ),
  ];
}

function isBelow(path: string | null, wanted: string): boolean {
  return path !== null && (path === wanted || path.startsWith(`${wanted}.`));
}

/** The path of the innermost key at a diagnostic's place, as its file spells it. */
function pathOf(analysis: Analysis, { span }: Diagnostic): string | null {
  const document = analysis.chain?.documents.find(({ file }) => file === span?.file);
  if (document === undefined || span === null) return null;
  return pathAt(document.root, span.start).join(".");
}

/** Keys from the top to `offset`. */
export function pathAt(node: InfraNode, offset: number): readonly string[] {
  if (node.kind === "list") {
    const index = node.items.findIndex((item) => item.start <= offset && offset <= item.end);
    const item = node.items[index];
    return item === undefined ? [] : [String(index), ...pathAt(item, offset)];
  }
  if (node.kind !== "map") return [];
  for (const entry of node.entries.values()) {
    if (entry.keyStart <= offset && offset <= Math.max(entry.keyEnd, entry.value.end)) {
      return [entry.key, ...pathAt(entry.value, offset)];
    }
  }
  return [];
}
