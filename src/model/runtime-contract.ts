// Collects what the running job needs: variables and secret keys, by name, never by value.
import type { RuntimeReference } from "../document/node.js";
import type { RuntimeContract, RuntimeSecret, RuntimeVariable } from "./infra-model.js";

interface Uses<Subject> {
  readonly subject: Subject;
  readonly usedBy: Set<string>;
}

/** Gathers references while the model is built. */
export class RuntimeContractBuilder {
  readonly #variables = new Map<string, Uses<{ name: string; fallback: string | null }>>();
  readonly #secrets = new Map<string, Uses<Omit<RuntimeSecret, "usedBy">>>();

  /** Adds `reference`, used by the property at `path`. */
  add(reference: RuntimeReference, path: readonly string[]): void {
    const property = path.join(".");
    switch (reference.kind) {
      case "variable": {
        const { name, fallback } = reference;
        use(this.#variables, name, { name, fallback }, property);
        break;
      }
      case "secret": {
        const { secret, key, version, optional } = reference;
        const id = [secret, key ?? "", version ?? ""].join("/");
        use(this.#secrets, id, { secret, key, version, optional }, property);
        break;
      }
      case "concatenation":
        for (const part of reference.parts) {
          if (typeof part !== "string") this.add(part, path);
        }
    }
  }

  build(): RuntimeContract {
    return {
      variables: sorted(this.#variables).map(({ subject, usedBy }): RuntimeVariable => ({
        ...subject,
        usedBy: [...usedBy].toSorted(),
      })),
      secrets: sorted(this.#secrets).map(({ subject, usedBy }): RuntimeSecret => ({
        ...subject,
        usedBy: [...usedBy].toSorted(),
      })),
    };
  }
}

function use<Subject>(
  map: Map<string, Uses<Subject>>,
  id: string,
  subject: Subject,
  property: string,
): void {
  const held = map.get(id);
  if (held === undefined) map.set(id, { subject, usedBy: new Set([property]) });
  else held.usedBy.add(property);
}

function sorted<Subject>(map: ReadonlyMap<string, Uses<Subject>>): readonly Uses<Subject>[] {
  return [...map].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, uses]) => uses);
}
