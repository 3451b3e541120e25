// What bindings state of a topic or stream, and how several bindings of one are brought together:
// whatever any of them states, and an error where two differ.
import { diagnose } from "../../diagnostics/catalogue/index.js";
import type { Place, RuleContext } from "../../model/rules/rule-context.js";

/** One fact about a topic, in its system's spelling. */
export interface Setting {
  /** `partitions`, or a configuration key such as `retention.ms`. */
  readonly name: string;
  readonly value: string | number | boolean;
  readonly place: Place;
  /** A file says so; false: a default, which loses against any statement. */
  readonly stated: boolean;
}

/** A list that holds something. */
export type NonEmpty<Item> = [Item, ...Item[]];

/**
 * The settings of `what` ("topic x") by name, from all that bindings say of it. Reports E750 where two
 * statements differ; the first one stays.
 */
export function mergedSettings(
  what: string,
  settings: readonly Setting[],
  context: RuleContext,
): ReadonlyMap<string, Setting> {
  const merged = new Map<string, Setting>();
  for (const setting of settings) {
    const held = merged.get(setting.name);
    if (held === undefined || (!held.stated && setting.stated)) merged.set(setting.name, setting);
    else if (setting.stated && setting.value !== held.value) {
      reportDifference(what, setting, held, context);
    }
  }
  return merged;
}

function reportDifference(
  what: string,
  { place }: Setting,
  held: Setting,
  context: RuleContext,
): void {
  const related = context.span(held.place);
  context.report(
    diagnose(
      "E750",
      context.span(place),
      { property: context.path(place), other: context.path(held.place) },
      {
        related: related === null ? [] : [{ span: related, message: "the other value is here" }],
        help: `Both are the ${what}: give both the same value, or state it once.`,
      },
    ),
  );
}

/** `items` by key, in the order of the first item of each. */
export function groupedBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, NonEmpty<Item>> {
  const groups = new Map<string, NonEmpty<Item>>();
  for (const item of items) {
    const key = keyOf(item);
    const held = groups.get(key);
    if (held === undefined) groups.set(key, [item]);
    else held.push(item);
  }
  return groups;
}

/** `wanted`, or with the first number that makes it new; adds it to `taken`. */
export function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}-${number}`;
  taken.add(name);
  return name;
}

/** An address as a folder name: `kafka-0.example.com-9094`; `fallback` where nothing is left of it. */
export function folderName(address: string, fallback: string): string {
  const name = address
    .toLowerCase()
    .replace(/[^a-z0-9.]+/gu, "-")
    .replace(/^[-.]+|[-.]+$/gu, "");
  return name === "" ? fallback : name;
}
