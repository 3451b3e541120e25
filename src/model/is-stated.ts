// Tells a value from its absence, which is null in the model and undefined behind an optional step.

export function isStated<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}
