// Java identifiers from logical names, and the register of class names: two bindings never share one.
// Holds no names of Flink or of a client.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { Report } from "../../src/diagnostics/diagnostic.js";
import type { Span } from "../../src/source/source-file.js";

/** `auth_events` is `AuthEvents`. Legal as a class name; not injective, hence `ClassNames`. */
export function pascalCase(logicalName: string): string {
  const words = logicalName.split("_").filter((word) => word !== "");
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return /^[A-Za-z]/u.test(name) ? name : `N${name}`;
}

/** `auth_events` is `AUTH_EVENTS`: injective, and never a keyword, since those are lower case. */
export function constantName(logicalName: string): string {
  const name = logicalName.toUpperCase();
  return name.replaceAll("_", "") === "" ? `N${name}` : name;
}

/** A class name that a binding asks for. */
export interface ClassClaim {
  readonly packageName: string;
  readonly name: string;
  /** The binding's path, `streams.auth_events`. */
  readonly path: string;
  readonly span: Span | null;
}

/** The class names taken so far. Case does not tell two apart: on many disks they are one file. */
export class ClassNames {
  readonly #taken = new Map<string, ClassClaim>();
  readonly #report: Report;

  constructor(report: Report) {
    this.#report = report;
  }

  /** Takes the name; reports E780 when another binding has it. */
  claim(claim: ClassClaim): void {
    const key = `${claim.packageName}.${claim.name}`.toLowerCase();
    const holder = this.#taken.get(key);
    if (holder === undefined) {
      this.#taken.set(key, claim);
      return;
    }
    const values = { first: holder.path, second: claim.path, name: claim.name };
    const related =
      holder.span === null ? [] : [{ span: holder.span, message: "the other is here" }];
    const help = `Rename one of them: underscores do not tell class names apart.`;
    this.#report(diagnose("E780", claim.span, values, { related, help }));
  }
}
