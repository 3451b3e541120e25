// Looks keys that a file wrote up in tables of ours, where `toString` must find nothing.
// Knows no table.

/** What `table` holds under `key` itself: never what every object inherits. */
export function ownEntry<Held>(
  table: Readonly<Record<string, Held>>,
  key: string,
): Held | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
