// `accept_warnings`: warnings that the file's owners have judged. An accepted one is not reported,
// and stays in the emitted README with its reason; an acceptance that no longer matches is itself a
// warning, so that the list cannot rot.
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { InfraNode } from "../document/node.js";
import type { AcceptWarning } from "../model/bindings.js";
import type { Analysis } from "./analyse.js";

/** Warnings that no generator reports: reading, resolution, and what the model says of itself. */
const ofLanguage = /^W7(?:0[2-9]|[1-4]\d|5[0-4])$/;

/** Warnings of a run with process files, and those of a run without: the other says nothing of them. */
const withProcesses: ReadonlySet<string> = new Set(["W700", "W703"]);
const withoutProcesses: ReadonlySet<string> = new Set(["W752"]);

/** Found only beside another file, so that no run shows an acceptance of it to be stale. */
const betweenFiles = "W756";

/** The acceptances of one analysis, and which of them a warning has met. */
export class AcceptedWarnings {
  readonly #analysis: Analysis;
  readonly #items: readonly AcceptWarning[];
  readonly #used = new Set<AcceptWarning>();

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
    // The list is global: every region's model holds the same one.
    this.#items = analysis.models[0]?.model.acceptWarnings ?? [];
  }

  /** Why `diagnostic` is accepted; null when it is not. */
  reasonFor(diagnostic: Diagnostic): string | null {
    if (diagnostic.severity !== "warning" || this.#items.length === 0) return null;
    const match = this.#items.find(
      ({ code, path }) =>
        code === diagnostic.code &&
        (path === null ||
          pathsOf(this.#analysis, diagnostic).some((found) => isBelow(found, path))),
    );
    if (match !== undefined) this.#used.add(match);
    return match?.reason ?? null;
  }

  /**
   * `diagnostics` without the accepted ones. With `complete`, every stage and generator that applies
   * has run, and an acceptance that met nothing is stale (W754); else only one of a code that the
   * stages before the generators alone report.
   */
  filter(diagnostics: readonly Diagnostic[], complete: boolean): readonly Diagnostic[] {
    if (this.#items.length === 0) return diagnostics;
    const kept = diagnostics.filter((diagnostic) => this.reasonFor(diagnostic) === null);
    const origins = this.#analysis.models[0]?.origins;
    const silent = this.#analysis.processFiles.length === 0 ? withProcesses : withoutProcesses;
    const stale = this.#items.filter(
      (item) =>
        !this.#used.has(item) &&
        !silent.has(item.code) &&
        item.code !== betweenFiles &&
        (complete || ofLanguage.test(item.code)),
    );
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
}

function isBelow(path: string, wanted: string): boolean {
  return path === wanted || path.startsWith(`${wanted}.`);
}

/**
 * The path of the innermost key at a diagnostic's place, as its file spells it; in the overlay of a
 * region also without the region, as messages name it.
 */
function pathsOf({ chain, resolution }: Analysis, { span }: Diagnostic): readonly string[] {
  const document = chain?.documents.find(({ file }) => file === span?.file);
  if (document === undefined || span === null) return [];
  const path = pathAt(document.root, span.start);
  const regions = new Set(resolution?.regions.map(({ name }) => name));
  return [path, path.filter((key) => !regions.has(key))].map((keys) => keys.join("."));
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
