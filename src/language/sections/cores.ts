// The range of a number of CPU cores, for every section that has one.

/** Far above any machine; a bound keeps products with slots and milli-cores finite. */
export const cores = { above: 0, maximum: 1_000_000 } as const;
