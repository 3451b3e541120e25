// Compares what was emitted with what the server stored, leaf by leaf. What the server adds is its own.
import { quantity } from "./quantity.js";

/** Differences, one line each; empty: every leaf arrived with its value. */
export function lostLeaves(emitted: unknown, stored: unknown, path = ""): readonly string[] {
  if (Array.isArray(emitted)) {
    if (!Array.isArray(stored)) return [`${path} is gone`];
    const shorter = stored.length < emitted.length ? [`${path} has fewer items`] : [];
    const items = emitted.flatMap((item: unknown, index) =>
      lostLeaves(item, stored[index], `${path}[${String(index)}]`),
    );
    return [...shorter, ...items];
  }
  if (typeof emitted === "object" && emitted !== null) {
    if (typeof stored !== "object" || stored === null) return [`${path} is gone`];
    return Object.entries(emitted).flatMap(([key, value]) =>
      lostLeaves(value, (stored as Readonly<Record<string, unknown>>)[key], `${path}.${key}`),
    );
  }
  if (Object.is(emitted, stored) || isSameQuantity(emitted, stored)) return [];
  return [`${path} is ${JSON.stringify(stored)} instead of ${JSON.stringify(emitted)}`];
}

/** The server prints quantities in a form of its own: `1.5Gi` becomes `1536Mi`. */
function isSameQuantity(emitted: unknown, stored: unknown): boolean {
  if (typeof stored !== "string") return false;
  if (typeof emitted !== "string" && typeof emitted !== "number") return false;
  const value = quantity(String(emitted));
  return value !== null && value === quantity(stored);
}
