// What the `secrets` section offers, for checking references (vocabulary 0.4, decisions 50 to 54).
import { valueAt, type InfraNode, type MapNode } from "../document/node.js";
import type { Span } from "../source/source-file.js";

/** One declared secret. `keys` is null when the file does not list them: any key may be asked for. */
export interface DeclaredSecret {
  readonly name: string;
  readonly span: Span;
  readonly provider: string | null;
  readonly keys: readonly string[] | null;
  /** Regions allowed to read it; null: all. */
  readonly regions: readonly string[] | null;
}

export type SecretIndex = ReadonlyMap<string, DeclaredSecret>;

/** Indexes the merged `secrets` section, reserved names left out. */
export function indexSecrets(section: MapNode | undefined): SecretIndex {
  const index = new Map<string, DeclaredSecret>();
  for (const [name, entry] of section?.entries ?? []) {
    if (name.startsWith("_") || entry.value.kind !== "map") continue;
    index.set(name, {
      name,
      span: { file: entry.file, start: entry.keyStart, end: entry.keyEnd },
      provider: textOf(valueAt(entry.value, "provider")),
      keys: declaredKeys(entry.value),
      regions: textsOf(valueAt(entry.value, "regions")),
    });
  }
  return index;
}

function declaredKeys(secret: MapNode): readonly string[] | null {
  const listed = textsOf(valueAt(secret, "keys"));
  if (listed !== null) return listed;
  const variables = valueAt(secret, "variables");
  return variables?.kind === "map" ? [...variables.entries.keys()] : null;
}

function textOf(node: InfraNode | undefined): string | null {
  return node?.kind === "scalar" && typeof node.value === "string" ? node.value : null;
}

function textsOf(node: InfraNode | undefined): readonly string[] | null {
  if (node?.kind !== "list") return null;
  return node.items.flatMap((item) => textOf(item) ?? []);
}
