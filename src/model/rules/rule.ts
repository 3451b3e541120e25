// What a row of a rule table says: conditions between properties of one binding. Paths are dotted, in
// the language's own spelling, below the binding; `*` stands for each item of a list or free map.

/** What a property must be for a row to apply. */
export type Test =
  string | boolean | readonly string[] | { readonly set: boolean } | { readonly not: string };

/** The property is written, or comes from a default. */
export const isSet: Test = { set: true };

/** Where a row applies. */
interface Row {
  /** Value of `type` or `provider`; absent: every variant. */
  readonly of?: string;
  /** The map that the row is about; absent: the binding itself. The row is skipped where it is not set. */
  readonly at?: string;
  /** Properties below `at`, all of which must pass. Absent: the map is there. */
  readonly when?: Readonly<Record<string, Test>>;
}

/** Something is needed (E752). A list names alternatives, one of which is enough. */
export interface Requirement extends Row {
  readonly needs: readonly (string | readonly string[])[];
}

/** Values that must not fall from left to right (E753); those that are not set are left out. */
export interface Order extends Row {
  readonly ascending: readonly string[];
  /** Equal neighbours are wrong, too. */
  readonly strictly?: boolean;
}

/** Properties that lose against another (W701). */
export interface Ignored extends Row {
  readonly ignores: readonly string[];
  readonly because: string;
}

/** Properties that cannot stand together (E753): any of the first with any of the second list. */
export interface Exclusion extends Row {
  readonly either: readonly string[];
  readonly or: readonly string[];
  readonly problem: string;
}

/** The rows of one section. */
export interface RuleTable {
  readonly requirements?: readonly Requirement[];
  readonly orders?: readonly Order[];
  readonly ignored?: readonly Ignored[];
  readonly exclusions?: readonly Exclusion[];
}

/** Any row, for walking. */
export type AnyRow = Requirement | Order | Ignored | Exclusion;
