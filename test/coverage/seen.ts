// What was seen of one generator while a property was changed.
import type { Fate } from "../../src/language/coverage/row.js";

/** What was seen of one generator so far. */
export class Seen {
  #becomes: readonly string[] = [];
  readonly #says = new Set<string>();
  readonly #refuses = new Set<string>();

  /** In more than the README, which tells of what happens elsewhere. */
  get hasEffect(): boolean {
    return this.#becomes.some((name) => name !== "README.md");
  }

  /** Whether it is known already that a value is not ignored. */
  get isAnswered(): boolean {
    return this.#becomes.length > 0 || this.#says.size > 0;
  }

  /** Whether another binding of the same kind could show nothing else. */
  get isClear(): boolean {
    return this.hasEffect || (this.#says.size > 0 && !this.#says.has("W701"));
  }

  add(effects: readonly string[], codes: readonly string[]): void {
    const errors = codes.filter((code) => code.startsWith("E"));
    if (errors.length > 0) {
      for (const code of errors) this.#refuses.add(code);
      return;
    }
    if (!this.hasEffect && effects.length > 0) this.#becomes = effects;
    for (const code of codes) this.#says.add(code);
  }

  observation(): Fate | null {
    if (this.hasEffect || (this.#becomes.length > 0 && this.#says.size === 0)) {
      return { becomes: this.#becomes };
    }
    // A refusal counts only where no value was accepted with a word.
    const said = this.#says.size > 0 ? this.#says : this.#refuses;
    return said.size === 0 ? null : { says: [...said].toSorted() };
  }
}
