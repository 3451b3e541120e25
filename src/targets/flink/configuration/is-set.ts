// The one test of absence: the model says null, an optional chain says undefined.

/** Whether there is a value. Narrows the owner of an optional chain, too. */
export function isSet<Value>(value: Value): value is NonNullable<Value> {
  return value !== null && value !== undefined;
}
