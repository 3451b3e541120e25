// What a rule needs to report: where values came from, as path, place and written text.
import { diagnose } from "../../diagnostics/catalogue/index.js";
import type { Diagnostic, Report } from "../../diagnostics/diagnostic.js";
import type { Span } from "../../source/source-file.js";
import type { Origins } from "../origins.js";

/** A property of a model object, `key` in the spelling of the model or of the language. */
export interface Place {
  readonly object: object;
  readonly key: string;
}

/** The reporting side of the rules. */
export class RuleContext {
  readonly origins: Origins;
  readonly report: Report;

  constructor(origins: Origins, report: Report) {
    this.origins = origins;
    this.report = report;
  }

  /** The full dotted path of a property. */
  path({ object, key }: Place): string {
    return this.origins.of(object, key)?.path ?? key;
  }

  span({ object, key }: Place): Span | null {
    return this.origins.span(object, key);
  }

  /** The value as the file or the property's default states it: `5m`, not 300000. */
  written({ object, key }: Place): string {
    const origin = this.origins.of(object, key);
    const node = origin?.entry?.value;
    if (node?.kind === "scalar") return String(node.value);
    return String(origin?.property?.default ?? this.origins.read(object, key) ?? "");
  }

  /** E753 at `place`, with `other` as related place. */
  contradiction(place: Place, other: Place, problem: string, help?: string): void {
    this.report(
      diagnose(
        "E753",
        this.span(place),
        { property: this.path(place), other: this.path(other), problem },
        { related: this.#otherPlace(other), ...(help === undefined ? {} : { help }) },
      ),
    );
  }

  /** E750: two places state one fact with different values. */
  difference(place: Place, other: Place): void {
    this.report(
      diagnose(
        "E750",
        this.span(place),
        { property: this.path(place), other: this.path(other) },
        {
          related: this.#otherPlace(other),
          help: "State the fact once, or give both the same value.",
        },
      ),
    );
  }

  /** W755 at `place`: works, and may surprise with what stands at `other`. */
  risky(place: Place, other: Place | null, problem: string, help: string): void {
    this.report(
      diagnose(
        "W755",
        this.span(place),
        { property: this.path(place), problem },
        { related: other === null ? [] : this.#otherPlace(other), help },
      ),
    );
  }

  /** W701 at `place`. */
  ignored(place: Place, reason: string): void {
    this.report(
      diagnose(
        "W701",
        this.span(place),
        { property: this.path(place), reason },
        { help: "Remove it, or what it loses against." },
      ),
    );
  }

  #otherPlace(other: Place): Diagnostic["related"] {
    const span = this.span(other);
    return span === null ? [] : [{ span, message: "the other value is here" }];
  }
}
