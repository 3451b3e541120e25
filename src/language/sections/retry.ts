// The retry policy that completions and secrets share. Stream connectivity has names of its own.
import { from } from "../build-property.js";
import type { Properties } from "../property.js";

/** How the wait grows from one attempt to the next. */
export const backoffForms: readonly string[] = ["constant", "linear", "exponential"];

/** What stands below a `retry` key; `source` is where the section documents it. */
export function retryProperties(source: string): Properties {
  const row = from(source);
  return {
    attempts: row.integer("How often the operation is tried again.", { minimum: 0 }),
    backoff: row.choice("How the wait grows between attempts.", backoffForms),
    initial_delay: row.duration("Wait before the first new attempt."),
    max_delay: row.duration("Longest wait between two attempts; at least initial_delay."),
  };
}
