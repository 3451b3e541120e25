// Variables that the file needs and nothing sets. One diagnostic each, whatever the number of places:
// they have one cure.
import type { Report } from "../diagnostics/diagnostic.js";
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { Span } from "../source/source-file.js";

/** Places that are shown beside the first. */
const mostRelated = 2;

/** Collects the places in the course of substitution. */
export class UnsetVariables {
  readonly #places = new Map<string, Map<string, Span>>();

  add(name: string, span: Span): void {
    let places = this.#places.get(name);
    if (places === undefined) this.#places.set(name, (places = new Map()));
    // Each region meets the same text.
    places.set(`${span.file.path} ${span.start}`, span);
  }

  /** E710 for each variable, at its first place. */
  reportTo(report: Report): void {
    for (const [name, found] of this.#places) {
      const [first, ...others] = [...found.values()];
      if (first === undefined) continue;
      const more = others.length === 0 ? "" : ` ${others.length + 1} values need it.`;
      const help = `Set ${name} in the environment or in .env, pass --env ${name}=…, or write \${${name}:-default}.`;
      const related = others
        .slice(0, mostRelated)
        .map((span) => ({ span, message: `${name} is needed here too` }));
      report(diagnose("E710", first, { variable: name, more }, { help, related }));
    }
  }
}
