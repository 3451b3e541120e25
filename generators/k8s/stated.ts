// Reading of properties that may be missing together with the block that would hold them.
import { absent, type Absent, type OriginLeaf } from "../../src/encode/leaf.js";
import { pick } from "../../src/generator/view.js";

/** Whether `owner` is there and has a value under `key`. */
export function isSet<Owner extends object, Key extends keyof Owner>(
  owner: Owner | null | undefined,
  key: Key,
): owner is Owner & { readonly [Name in Key]: NonNullable<Owner[Name]> } {
  return owner !== null && owner !== undefined && owner[key] !== null && owner[key] !== undefined;
}

/** `owner[key]` as a leaf; absent where it is not set. */
export function pickSet<Owner extends object, Key extends keyof Owner & string>(
  owner: Owner | null | undefined,
  key: Key,
): OriginLeaf | Absent {
  return isSet(owner, key) ? pick(owner as Owner, key) : absent;
}
