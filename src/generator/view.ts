// Wraps values of the model so that a rendered line can be led back to the property it came from.
import { leaf, type OriginLeaf } from "../encode/leaf.js";
import type { ValueOrigin } from "../model/value-origin.js";

/** A leaf whose value is `object[key]`. */
export function pick<Owner extends object, Key extends keyof Owner & string>(
  object: Owner,
  key: Key,
): OriginLeaf & { readonly value: Owner[Key] } {
  const origin: readonly ValueOrigin[] = [{ object, key }];
  return leaf(object[key], origin) as OriginLeaf & { readonly value: Owner[Key] };
}

/** A leaf whose value came from the places in `origins`. */
export function derivedFrom<Value>(
  value: Value,
  origins: readonly ValueOrigin[],
): OriginLeaf & { readonly value: Value } {
  return leaf(value, origins) as OriginLeaf & { readonly value: Value };
}

/** A leaf whose value was computed from properties of model objects. */
export function derived<Value>(
  value: Value,
  ...origins: readonly (readonly [object: object, key: string] | null)[]
): OriginLeaf & { readonly value: Value } {
  const known: ValueOrigin[] = [];
  for (const origin of origins) {
    if (origin !== null) known.push({ object: origin[0], key: origin[1] });
  }
  return leaf(value, known) as OriginLeaf & { readonly value: Value };
}
