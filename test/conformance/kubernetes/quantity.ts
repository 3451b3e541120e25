// Kubernetes quantities as numbers: the API server stores another spelling than it was given.

const suffixes: Readonly<Record<string, number>> = {
  "": 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** `1.5Gi`, `500m`, `2` as a number; null: no quantity. */
export function quantity(text: string): number | null {
  const match = /^([+-]?\d+(?:\.\d+)?)(m|k|M|G|T|Ki|Mi|Gi|Ti|)$/u.exec(text);
  if (match === null) return null;
  // A thousandth has no exact number to multiply with.
  if (match[2] === "m") return Number(match[1]) / 1000;
  return Number(match[1]) * (suffixes[match[2] ?? ""] ?? Number.NaN);
}

/** A quantity of bytes. Throws for anything else. */
export function quantityBytes(text: string): number {
  const bytes = quantity(text);
  if (bytes === null || !Number.isInteger(bytes)) throw new Error(`${text} is no size in bytes.`);
  return bytes;
}
