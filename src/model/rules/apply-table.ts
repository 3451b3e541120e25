// Applies the rows of a rule table to one binding. Each row costs a few property reads, so that the
// whole stays linear in the number of bindings.
import { diagnose } from "../../diagnostics/catalogue/index.js";
import { isStated } from "../is-stated.js";
import type { RuleContext } from "./rule-context.js";
import type { AnyRow, Exclusion, Ignored, Order, Requirement, RuleTable, Test } from "./rule.js";

const none: readonly never[] = [];

/** Reports what `binding` contradicts in `table`. */
export function applyTable(table: RuleTable, binding: object, context: RuleContext): void {
  const variant = variantOf(binding);
  const missing = new Set<string>();
  const rows = rowsFor(table, variant);
  for (const row of rows.requirements) {
    each(row, binding, context, (map) => require(row, map, binding, missing, context));
  }
  for (const row of rows.orders)
    each(row, binding, context, (map) => checkOrder(row, map, context));
  for (const row of rows.ignored) each(row, binding, context, (map) => ignore(row, map, context));
  for (const row of rows.exclusions)
    each(row, binding, context, (map) => exclude(row, map, context));
}

const rowsByVariant = new WeakMap<RuleTable, Map<string | null, Required<RuleTable>>>();

/** The rows of `table` that concern one variant, sorted out once. */
function rowsFor(table: RuleTable, variant: string | null): Required<RuleTable> {
  let byVariant = rowsByVariant.get(table);
  if (byVariant === undefined) rowsByVariant.set(table, (byVariant = new Map()));
  let rows = byVariant.get(variant);
  if (rows === undefined) {
    const concerns = ({ of }: AnyRow): boolean => of === undefined || of === variant;
    rows = {
      requirements: (table.requirements ?? none).filter(concerns),
      orders: (table.orders ?? none).filter(concerns),
      ignored: (table.ignored ?? none).filter(concerns),
      exclusions: (table.exclusions ?? none).filter(concerns),
    };
    byVariant.set(variant, rows);
  }
  return rows;
}

function variantOf(binding: object): string | null {
  const { provider, type } = binding as { readonly provider?: unknown; readonly type?: unknown };
  const value = provider ?? type;
  return typeof value === "string" ? value : null;
}

function each(
  row: AnyRow,
  binding: object,
  context: RuleContext,
  apply: (map: object) => void,
): void {
  if (row.at === undefined) {
    if (passes(row, binding, context)) apply(binding);
    return;
  }
  for (const map of mapsAt(binding, row.at, context)) {
    if (passes(row, map, context)) apply(map);
  }
}

// Rows are many less than bindings: each path is cut once.
const cutPaths = new Map<string, readonly string[]>();

function keysOf(path: string): readonly string[] {
  let keys = cutPaths.get(path);
  if (keys === undefined) cutPaths.set(path, (keys = path === "" ? [] : path.split(".")));
  return keys;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** The maps at `path` below `binding`; none where a step is not set. */
function mapsAt(binding: object, path: string, context: RuleContext): readonly object[] {
  return mapsBelow(binding, keysOf(path), 0, context);
}

function mapsBelow(
  start: object,
  keys: readonly string[],
  from: number,
  context: RuleContext,
): readonly object[] {
  let map = start;
  // Most paths end early: nothing is allocated before something is found.
  for (let index = from; index < keys.length; index += 1) {
    const key = keys[index] ?? "";
    if (key === "*") {
      return Object.values(map)
        .filter(isObject)
        .flatMap((held) => mapsBelow(held, keys, index + 1, context));
    }
    const value = context.origins.read(map, key);
    if (!isObject(value)) return none;
    map = value;
  }
  return [map];
}

/** The value at a dotted path below `map`, with the map that holds it. */
function lookUp(map: object, path: string, { origins }: RuleContext) {
  const keys = keysOf(path);
  let holder = map;
  for (const key of keys.slice(0, -1)) {
    const value = origins.read(holder, key);
    if (!isObject(value)) return { object: holder, key, value: null };
    holder = value;
  }
  const key = keys.at(-1) ?? "";
  return { object: holder, key, value: origins.read(holder, key) };
}

/** Only the value: rows that do not apply, which are nearly all, cost no object. */
function valueAt(map: object, path: string, { origins }: RuleContext): unknown {
  const keys = keysOf(path);
  let value: unknown = map;
  for (const key of keys) {
    if (!isObject(value)) return null;
    value = origins.read(value, key);
  }
  return value;
}

/** An empty list holds nothing that could be used. */
function isMissing(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

// Taken apart once for each row.
const cutTests = new WeakMap<object, readonly (readonly [string, Test])[]>();

function testsOf(when: Readonly<Record<string, Test>>): readonly (readonly [string, Test])[] {
  let tests = cutTests.get(when);
  if (tests === undefined) cutTests.set(when, (tests = Object.entries(when)));
  return tests;
}

function passes({ when }: AnyRow, map: object, context: RuleContext): boolean {
  if (when === undefined) return true;
  for (const [path, test] of testsOf(when)) {
    if (!holds(test, valueAt(map, path, context))) return false;
  }
  return true;
}

function holds(test: Test, value: unknown): boolean {
  if (typeof test !== "object") return value === test;
  if ("set" in test) return isMissing(value) !== test.set;
  if ("not" in test) return value !== test.not;
  return test.includes(value as string);
}

function require(
  row: Requirement,
  map: object,
  binding: object,
  missing: Set<string>,
  context: RuleContext,
): void {
  for (const need of row.needs) {
    const alternatives = typeof need === "string" ? [need] : need;
    if (alternatives.some((path) => !isMissing(valueAt(map, path, context)))) continue;
    const prefix = context.origins.of(map)?.path ?? "";
    const property = alternatives.map((path) => `${prefix}.${path}`).join('" or "');
    if (missing.has(property)) continue;
    missing.add(property);
    context.report(
      diagnose(
        "E752",
        spanOf(row, map, context),
        { property, condition: conditionText(row, map, binding, context) },
        { help: `Add "${alternatives.join('" or "')}".` },
      ),
    );
  }
}

/** The value that makes the row apply; the map's own key when there is none. */
function spanOf({ when }: AnyRow, map: object, context: RuleContext) {
  const key = Object.keys(when ?? {}).find((path) => !isMissing(valueAt(map, path, context)));
  if (key === undefined) return context.origins.span(map);
  return context.span(lookUp(map, key, context));
}

function conditionText(row: AnyRow, map: object, binding: object, context: RuleContext): string {
  const tests = Object.entries(row.when ?? {});
  if (tests.length > 0) {
    return tests.map(([path, test]) => testText(path, test, map, context)).join(" and ");
  }
  if (map !== binding) return `"${context.origins.of(map)?.path ?? ""}" is set`;
  return `the type is ${variantOf(binding) ?? ""}`;
}

function testText(path: string, test: Test, map: object, context: RuleContext): string {
  const name = `"${path}"`;
  if (typeof test !== "object") return `${name} is ${String(test)}`;
  if ("set" in test) return test.set ? `${name} is set` : `${name} is not set`;
  if ("not" in test) return `${name} is not ${test.not}`;
  return `${name} is ${String(valueAt(map, path, context))}`;
}

function checkOrder(row: Order, map: object, context: RuleContext): void {
  let last: ReturnType<typeof lookUp> | null = null;
  for (const path of row.ascending) {
    if (typeof valueAt(map, path, context) !== "number") continue;
    const next = lookUp(map, path, context);
    if (last !== null && typeof last.value === "number" && typeof next.value === "number") {
      const equal = last.value === next.value;
      if (last.value > next.value || (equal && row.strictly === true)) {
        const relation = equal ? "is not less than" : "is more than";
        context.contradiction(
          last,
          next,
          `${context.written(last)} ${relation} ${context.written(next)}`,
        );
      }
    }
    last = next;
  }
}

function ignore(row: Ignored, map: object, context: RuleContext): void {
  for (const path of row.ignores) {
    if (isMissing(valueAt(map, path, context))) continue;
    const place = lookUp(map, path, context);
    // What only a default supplies was not asked for, so nothing is lost.
    if (!isWritten(place, context)) continue;
    context.ignored(place, row.because);
  }
}

function isWritten(place: { object: object; key: string }, { origins }: RuleContext): boolean {
  return isStated(origins.of(place.object, place.key)?.entry);
}

function exclude(row: Exclusion, map: object, context: RuleContext): void {
  const isSet = (path: string): boolean => !isMissing(valueAt(map, path, context));
  const one = row.either.find(isSet);
  const other = one === undefined ? undefined : row.or.find(isSet);
  if (one === undefined || other === undefined) return;
  const places = [lookUp(map, one, context), lookUp(map, other, context)] as const;
  context.contradiction(...places, row.problem, "Keep one of them.");
}
