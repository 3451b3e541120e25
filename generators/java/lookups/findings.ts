// How the lookups report what they find: the path and place of a property, and one call per code.
import { diagnose } from "../../../src/diagnostics/catalogue/index.js";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import type { Lookup } from "../../../src/model/bindings.js";
import type { Named } from "../../../src/model/infra-model.js";
import { pathOf, spanOf, type JavaContext } from "../context.js";

/** Java's `int`: what a client cannot count beyond. */
const largestInt = 2_147_483_647;

/** Reports about the properties of one lookup. `owner[key]`: the property, in the model's spelling. */
export class LookupFindings {
  readonly #context: JavaContext;
  readonly lookup: Named<Lookup>;
  #isMade = true;

  constructor(context: JavaContext, lookup: Named<Lookup>) {
    this.#context = context;
    this.lookup = lookup;
  }

  /** Whether everything is there that the class needs. */
  get isMade(): boolean {
    return this.#isMade;
  }

  path<Owner extends object>(owner: Owner, key: keyof Owner & string): string {
    return pathOf(this.#context, owner, key);
  }

  /** W785. */
  hasNoEffect<Owner extends object>(
    owner: Owner,
    key: keyof Owner & string,
    reason: string,
    help = "Remove it.",
  ): void {
    const property = this.path(owner, key);
    this.#report(diagnose("W785", this.#span(owner, key), { property, reason }, { help }));
  }

  /** W786. */
  worksOtherwise<Owner extends object>(
    owner: Owner,
    key: keyof Owner & string,
    difference: string,
    help: string,
  ): void {
    const property = this.path(owner, key);
    this.#report(diagnose("W786", this.#span(owner, key), { property, difference }, { help }));
  }

  /** W787. */
  isRisk<Owner extends object>(
    owner: Owner,
    key: keyof Owner & string,
    problem: string,
    help: string,
  ): void {
    const property = this.path(owner, key);
    this.#report(diagnose("W787", this.#span(owner, key), { property, problem }, { help }));
  }

  /** N785. */
  notToldApart<Owner extends object>(
    owner: Owner,
    key: keyof Owner & string,
    reason: string,
  ): void {
    const property = this.path(owner, key);
    this.#report(diagnose("N785", this.#span(owner, key), { property, reason }));
  }

  /** N750. */
  isDerived<Owner extends object>(
    owner: Owner,
    key: keyof Owner & string,
    derivation: string,
  ): void {
    this.isDerivedAt(this.path(owner, key), derivation);
  }

  /** N750 for a property whose map is not there. */
  isDerivedAt(property: string, derivation: string): void {
    this.#report(diagnose("N750", this.#span(this.lookup), { property, derivation }));
  }

  /** E785. */
  isRefused<Owner extends object>(
    owner: Owner,
    key: keyof Owner & string,
    problem: string,
    help: string,
  ): void {
    const property = this.path(owner, key);
    this.#report(diagnose("E785", this.#span(owner, key), { property, problem }, { help }));
  }

  /** E752; `property` is the path below the lookup. */
  isNeeded(property: string, condition: string, help: string): void {
    const path = `lookups.${this.lookup.name}.${property}`;
    this.#report(
      diagnose("E752", this.#span(this.lookup), { property: path, condition }, { help }),
    );
  }

  /** W788: the rest of the project is made without the class, which a job that needs it will miss. */
  cannotBeMade(property: string, condition: string, help: string): void {
    const binding = `lookups.${this.lookup.name}`;
    const path = `${binding}.${property}`;
    this.#isMade = false;
    this.#report(
      diagnose("W788", this.#span(this.lookup), { binding, property: path, condition }, { help }),
    );
  }

  /** E753. */
  contradicts<Owner extends object, Other extends object>(
    [owner, key]: readonly [Owner, keyof Owner & string],
    [other, otherKey]: readonly [Other, keyof Other & string],
    problem: string,
    help: string,
  ): void {
    const values = {
      property: this.path(owner, key),
      other: this.path(other, otherKey),
      problem,
    };
    const span = this.#span(other, otherKey);
    const related = span === null ? [] : [{ span, message: "the other is here" }];
    this.#report(diagnose("E753", this.#span(owner, key), values, { related, help }));
  }

  /** `owner[key]` as a Java `int`; E754 where it is too large. Null stays null. */
  int<Key extends string>(
    owner: { readonly [Name in Key]: number | null },
    key: Key,
  ): number | null {
    const value = owner[key];
    if (value === null || value <= largestInt) return value;
    const property = this.path(owner, key);
    const limit = String(largestInt);
    const problem = "the client counts no further";
    this.#report(diagnose("E754", this.#span(owner, key), { property, limit, problem }));
    return largestInt;
  }

  /** Whether the file states the property, so that it is not the language's default. */
  states<Owner extends object>(owner: Owner, key: keyof Owner & string): boolean {
    return this.#context.origins.states(owner, key);
  }

  #span(owner: object, key?: string): ReturnType<typeof spanOf> {
    return spanOf(this.#context, owner, key);
  }

  #report(diagnostic: Diagnostic): void {
    this.#context.report(diagnostic);
  }
}
