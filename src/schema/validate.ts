// Checks every resolved block with the validator compiled for its type, and turns what the validator
// finds into diagnostics at the offending key or value. The rules are in the property table.
import type { ErrorObject } from "ajv";
import type { Report } from "../diagnostics/diagnostic.js";
import { diagnose } from "../diagnostics/catalogue/index.js";
import { keySpan, nodeSpan, type InfraNode, type MapNode } from "../document/node.js";
import { variantsWith } from "../language/block-properties.js";
import { ownEntry } from "../language/own-entry.js";
import type { BlockInstance } from "../resolve/blocks.js";
import { nearOf } from "../resolve/near-misses.js";
import type { ResolvedTree } from "../resolve/resolve.js";
import { explainError } from "./explain-error.js";
import { closestChoice } from "./closest-choice.js";
import { referenceMark } from "./reference-mark.js";
import { reportStrayEntries } from "./stray-entries.js";
import { validatorId } from "./validator-ids.js";

/** A compiled validator, as ajv's standalone code exports it. */
export interface Validator {
  (data: unknown): boolean;
  errors?: readonly ErrorObject[] | null;
}

/** How strictly to check. */
export interface ValidationRequest {
  /** `environment: base`: shape only, since a base is never complete. */
  readonly shapeOnly: boolean;
}

/** Checks all blocks of `tree`; reports E702, E703, E704 and W701. */
export async function validateTree(
  tree: ResolvedTree,
  request: ValidationRequest,
  report: Report,
): Promise<void> {
  reportStrayEntries(tree.sections, report);
  const names = new InheritedNames(tree.instances);
  const checked = tree.instances.filter((instance) =>
    hasKnownType(instance, request, names, report),
  );
  const { validators } = await import("#generated/validators.js");
  const quick = await loadValidators(validators, new Set(checked.map(idOf)));
  const refused = checked.filter((instance) => {
    const validator = quick.get(idOf(instance));
    if (validator === undefined) throw new Error(`no validator is compiled for ${idOf(instance)}`);
    return !validator(projectBlock(instance, report));
  });
  if (refused.length > 0) await explainRefused(refused, request, report);
}

/** The quick validators only said no: those that say what is wrong are loaded for what they refused. */
async function explainRefused(
  refused: readonly BlockInstance[],
  request: ValidationRequest,
  report: Report,
): Promise<void> {
  const { validators } = await import("#generated/validator-details.js");
  const detailed = await loadValidators(validators, new Set(refused.map(idOf)));
  for (const instance of refused) {
    const validator = detailed.get(idOf(instance));
    validator?.(projectBlock(instance, () => {}));
    reportErrors(instance, validator?.errors ?? [], request, report);
  }
}

function idOf(instance: BlockInstance): string {
  return instance.block === null
    ? instance.path.join(".")
    : validatorId(instance.block, instance.variant);
}

async function loadValidators(
  validators: Readonly<Record<string, () => Promise<{ validate: unknown }>>>,
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Validator>> {
  const loaded = await Promise.all(
    [...ids].map(async (id): Promise<[string, Validator] | null> => {
      const load = validators[id];
      return load === undefined ? null : [id, (await load()).validate as Validator];
    }),
  );
  return new Map(loaded.filter((pair) => pair !== null));
}

function hasKnownType(
  instance: BlockInstance,
  request: ValidationRequest,
  names: InheritedNames,
  report: Report,
): boolean {
  const { block, node, noun, name, entry, variant } = instance;
  if (block === null || block.discriminator === null) return true;
  if (variant !== null && Object.hasOwn(block.variants, variant)) return true;
  const key = block.discriminator;
  const values = Object.keys(block.variants);
  const written = node.entries.get(key);
  if (written !== undefined) {
    if (written.value.kind === "poisoned") return false;
    const near = variant === null ? null : closestChoice(variant, values);
    report(
      diagnose(
        "E703",
        nodeSpan(written.value),
        { property: key, problem: `it must be one of ${values.join(", ")}` },
        near === null ? {} : { help: `Did you mean "${near}"?` },
      ),
    );
    return false;
  }
  // A group or a base may leave the type to those that build upon it.
  if (request.shapeOnly || instance.partial) return false;
  const inherited = names.nearTo(instance);
  report(
    diagnose(
      "E702",
      keySpan(entry),
      { noun, name, property: key },
      inherited === null
        ? { help: `Add "${key}:" with one of ${values.join(", ")}.` }
        : {
            help: `Did you mean to override "${inherited.name}"? Else add "${key}:" with one of ${values.join(", ")}.`,
            related: [
              {
                span: keySpan(inherited.entry),
                message: `"${inherited.name}" is inherited from here`,
              },
            ],
          },
    ),
  );
  return false;
}

const mostSearches = 100;

/** Names of bindings by section, for telling a misspelt override from a new binding. */
class InheritedNames {
  readonly #instances: readonly BlockInstance[];
  #bySection: Map<string, BlockInstance[]> | null = null;
  #searches = 0;

  constructor(instances: readonly BlockInstance[]) {
    this.#instances = instances;
  }

  /** The binding of another file that `instance` nearly is called, or null. */
  nearTo({ section, name, entry }: BlockInstance): BlockInstance | null {
    // Each search reads all names: a file with that many mistakes gets the plain help.
    if (++this.#searches > mostSearches) return null;
    const others = (this.#index().get(section) ?? []).filter(
      (other) => other.entry.file !== entry.file,
    );
    const near = nearOf(
      name,
      others.map((other) => other.name),
    );
    return others.find((other) => other.name === near) ?? null;
  }

  /** Built only once something is wrong. */
  #index(): Map<string, BlockInstance[]> {
    if (this.#bySection !== null) return this.#bySection;
    const index = new Map<string, BlockInstance[]>();
    for (const instance of this.#instances) {
      if (instance.path.length !== 2) continue;
      const held = index.get(instance.section);
      if (held === undefined) index.set(instance.section, [instance]);
      else held.push(instance);
    }
    this.#bySection = index;
    return index;
  }
}

// ---- plain data for the validator

function projectBlock(instance: BlockInstance, report: Report): unknown {
  const plain: Record<string, unknown> = {};
  instance.node.entries.forEach((entry, key) => {
    const property = ownEntry(instance.properties, key);
    if (property === undefined && instance.block !== null) {
      const variants = variantsWith(instance.block, key);
      if (variants.length > 0) {
        report(
          diagnose(
            "W701",
            keySpan(entry),
            {
              property: key,
              reason: `it belongs to type ${variants.join(", ")}, and this ${instance.noun} is ${instance.variant ?? "of no type"}`,
            },
            { help: "Remove it, or correct the type." },
          ),
        );
        return;
      }
    }
    const isRaw = property?.type.kind === "raw" && entry.value.kind === "map";
    const value = isRaw ? {} : project(entry.value);
    if (value !== undefined) plain[key] = value;
  });
  return plain;
}

/** A run-time reference becomes a marked object: only properties that may hold one accept it. */
function project(node: InfraNode): unknown {
  switch (node.kind) {
    case "scalar":
      return node.value;
    case "reference":
      return { [referenceMark]: true };
    case "poisoned":
      return undefined;
    case "list":
      // Items keep their number: errors name it. One that was refused before is null, and skipped.
      return node.items.map((item) => project(item) ?? null);
    case "map":
      return projectMap(node);
  }
}

function projectMap(node: MapNode): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  node.entries.forEach((entry, key) => {
    const value = project(entry.value);
    if (value !== undefined) plain[key] = value;
  });
  return plain;
}

// ---- errors

function reportErrors(
  instance: BlockInstance,
  errors: readonly ErrorObject[],
  request: ValidationRequest,
  report: Report,
): void {
  const requiredIsOff = request.shapeOnly || instance.partial;
  const seen = new Set<string>();
  for (const error of errors) {
    if (error.keyword === "if" || error.keyword === "anyOf") continue;
    if (error.keyword === "required" && requiredIsOff) continue;
    // Of a key that has no proper form, `propertyNames` itself says it.
    if (error.propertyName !== undefined) continue;
    // Several keywords may refuse one value: the first says enough.
    const key = `${error.instancePath}\n${String(error.params["missingProperty"] ?? error.params["additionalProperty"] ?? error.params["propertyName"] ?? "")}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const diagnostic = explainError(instance, error);
    if (diagnostic !== null) report(diagnostic);
  }
}
