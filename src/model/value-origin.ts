// A property of a model object, as the thing that a derived value came from.
// Resolved to a place in a file only when something is printed (origins.ts).

/** The property of a model object that a value came from. */
export interface ValueOrigin {
  readonly object: object;
  /** In the model's spelling: `intervalMs`. */
  readonly key: string;
}
