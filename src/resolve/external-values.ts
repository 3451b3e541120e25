// What a file takes from outside: variables and secrets, with every place that uses them. Reads the merged
// text, so that it works before any of them is set; never looks one up.
import type { Report } from "../diagnostics/diagnostic.js";
import type { ScalarNode } from "../document/node.js";
import { nodeSpan } from "../document/node.js";
import type { Span } from "../source/source-file.js";
import { mapBlocks, pathOfKeys } from "./blocks.js";
import type { Chain } from "./chain.js";
import { mergeChain, possibleProperties } from "./resolve.js";
import { parseSecretReference, secretScheme } from "./secret-reference.js";
import { splitVariables } from "./variable-reference.js";
import { walkScalars, type ScalarContext } from "./walk-scalars.js";

/** A place that uses a variable or secret. */
export interface ExternalUse {
  /** `streams.orders.brokers`, canonical spelling. */
  readonly path: string;
  readonly span: Span;
}

/** `${NAME}` of a file. */
export interface ExternalVariable {
  readonly name: string;
  /** It feeds a credential: the running job reads it, the compiler never does. */
  readonly sensitive: boolean;
  /** The default where all uses give the same one and it is no credential; null: none, or several. */
  readonly fallback: string | null;
  /** Whether some use has no default. */
  readonly required: boolean;
  readonly uses: readonly ExternalUse[];
}

/** `secret://name` of a file. */
export interface ExternalSecret {
  readonly name: string;
  /** Keys that are asked for; empty where the whole secret is one value. */
  readonly keys: readonly string[];
  readonly uses: readonly ExternalUse[];
}

/** Both, each sorted by name. */
export interface ExternalValues {
  readonly environment: string;
  readonly variables: readonly ExternalVariable[];
  readonly secrets: readonly ExternalSecret[];
}

interface FoundVariable {
  readonly fallbacks: Set<string | null>;
  readonly uses: Map<string, ExternalUse>;
}

interface FoundSecret {
  readonly keys: Set<string>;
  readonly uses: Map<string, ExternalUse>;
}

/** What `chain` takes from outside, in `region` (null: in any); null as `mergeChain`. */
export function externalValues(
  chain: Chain,
  region: string | null,
  report: Report,
): ExternalValues | null {
  const prepared = mergeChain(chain, region, report);
  if (prepared === null) return null;
  const variables = new Map<string, FoundVariable>();
  const secrets = new Map<string, FoundSecret>();
  const look = (node: ScalarNode, _: ScalarContext | null, path: readonly string[]): ScalarNode => {
    if (typeof node.value !== "string") return node;
    const use = { path: path.join("."), span: nodeSpan(node) };
    if (node.value.startsWith(secretScheme)) addSecret(secrets, node.value, use);
    else if (node.value.includes("${")) addVariables(variables, node.value, use);
    return node;
  };
  const description = prepared.head.entries.get("description")?.value;
  if (description?.kind === "scalar") look(description, null, ["description"]);
  for (const { sections } of prepared.views) {
    mapBlocks(sections, (instance) => {
      const [properties] = possibleProperties(instance);
      return properties === undefined
        ? instance.node
        : walkScalars(instance.node, properties, pathOfKeys(instance), look);
    });
  }
  return {
    environment: prepared.head.environment,
    variables: sorted(variables).map(([name, found]) =>
      variableOf(name, found, prepared.sensitiveVariables.has(name)),
    ),
    secrets: sorted(secrets).map(([name, { keys, uses }]) => ({
      name,
      keys: [...keys].toSorted(),
      uses: [...uses.values()],
    })),
  };
}

function sorted<Found>(found: ReadonlyMap<string, Found>): readonly [string, Found][] {
  return [...found].toSorted(([one], [other]) => (one < other ? -1 : 1));
}

function variableOf(
  name: string,
  { fallbacks, uses }: FoundVariable,
  sensitive: boolean,
): ExternalVariable {
  const [first] = fallbacks;
  return {
    name,
    sensitive,
    fallback: sensitive || fallbacks.size !== 1 ? null : (first ?? null),
    required: fallbacks.has(null),
    uses: [...uses.values()],
  };
}

function addVariables(variables: Map<string, FoundVariable>, text: string, use: ExternalUse): void {
  const split = splitVariables(text);
  for (const part of split.ok ? split.parts : []) {
    if (part.kind !== "variable") continue;
    let found = variables.get(part.name);
    if (found === undefined) {
      found = { fallbacks: new Set(), uses: new Map() };
      variables.set(part.name, found);
    }
    found.fallbacks.add(part.fallback);
    found.uses.set(use.path, use);
  }
}

function addSecret(secrets: Map<string, FoundSecret>, text: string, use: ExternalUse): void {
  const parsed = parseSecretReference(text);
  if (!parsed.ok) return;
  const { secret, key } = parsed.reference;
  let found = secrets.get(secret);
  if (found === undefined) {
    found = { keys: new Set(), uses: new Map() };
    secrets.set(secret, found);
  }
  if (key !== null) found.keys.add(key);
  found.uses.set(use.path, use);
}
