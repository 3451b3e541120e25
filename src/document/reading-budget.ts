// Limits of the reading stage, and what is left of those that hold for all files of a run together.

/** Sizes in bytes; counts of values, keys of one map, levels, and uses of an alias. */
export const readingLimits = {
  fileBytes: 16 * 1024 * 1024,
  totalBytes: 64 * 1024 * 1024,
  keysOfMap: 50_000,
  nodes: 2_000_000,
  depth: 64,
  aliases: 100,
  /** Problems reported for one file. */
  problems: 100,
} as const;

/** What a run may still read. Every file takes its share: one budget serves one compilation. */
export interface ReadingBudget {
  bytes: number;
  nodes: number;
  aliases: number;
}

export function newReadingBudget(): ReadingBudget {
  const { totalBytes, nodes, aliases } = readingLimits;
  return { bytes: totalBytes, nodes, aliases };
}

/** Names that a map made of plain objects would confuse with its own. */
export const reservedKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
