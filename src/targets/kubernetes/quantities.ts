// Kubernetes quantities in canonical form: what the API server stores, so that nothing differs later.
// Exact arithmetic only; source: apimachinery api/resource quantity.go and suffix.go.

/** `mantissa` × 10^`exponent`. */
interface Decimal {
  readonly mantissa: bigint;
  readonly exponent: number;
}

type Format = "binary" | "decimal" | "exponent";

interface Quantity {
  readonly value: Decimal;
  readonly format: Format;
}

const decimalSuffixes: Readonly<Record<number, string>> = {
  [-9]: "n",
  [-6]: "u",
  [-3]: "m",
  0: "",
  3: "k",
  6: "M",
  9: "G",
  12: "T",
  15: "P",
  18: "E",
};
const decimalExponents = new Map(
  Object.entries(decimalSuffixes).map(([exponent, suffix]) => [suffix, Number(exponent)]),
);
const binarySuffixes = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

const grammar = /^([+-]?)(\d+\.?\d*|\.\d+)(?:([eE])([+-]?\d{1,4})|([A-Za-z]*))$/;
const largest = 2n ** 63n - 1n;
const longestText = 64;

function parse(text: string): Quantity | string {
  const match = text.length > longestText ? null : grammar.exec(text);
  if (match === null) return "is not a number with a unit";
  const [, sign, number = "", exponentMark, exponent, suffix = ""] = match;
  const [whole = "", fraction = ""] = number.split(".");
  const digits = BigInt(`${whole}${fraction}`) * (sign === "-" ? -1n : 1n);
  if (exponentMark !== undefined) {
    const value = { mantissa: digits, exponent: Number(exponent) - fraction.length };
    return { value, format: "exponent" };
  }
  const binary = suffix === "" ? -1 : binarySuffixes.indexOf(suffix);
  if (binary !== -1) {
    const value = { mantissa: digits * 1024n ** BigInt(binary), exponent: -fraction.length };
    return { value, format: "binary" };
  }
  const decimal = decimalExponents.get(suffix);
  if (decimal === undefined) return `has the unknown unit "${suffix}"`;
  return { value: { mantissa: digits, exponent: decimal - fraction.length }, format: "decimal" };
}

/** `value` without trailing zeros in the mantissa; zero has exponent 0. */
function normal({ mantissa, exponent }: Decimal): Decimal {
  if (mantissa === 0n) return { mantissa: 0n, exponent: 0 };
  let digits = mantissa;
  let power = exponent;
  while (digits % 10n === 0n) {
    digits /= 10n;
    power += 1;
  }
  return { mantissa: digits, exponent: power };
}

/** `value` as an integer, or null when it has decimal places. `value` is normal. */
function integerOf({ mantissa, exponent }: Decimal): bigint | null {
  return exponent < 0 ? null : mantissa * 10n ** BigInt(exponent);
}

/** The value as Kubernetes can hold it: at most 2^63-1, at most nine decimal places; else why not. */
function read(text: string): Quantity | string {
  const parsed = parse(text);
  if (typeof parsed === "string") return parsed;
  const value = normal(parsed.value);
  if (value.exponent < -9) return "has more than nine decimal places";
  const digits = value.mantissa.toString().replace("-", "").length;
  if (digits + value.exponent > 20) return "is larger than 2^63-1";
  const scaled = value.mantissa * 10n ** BigInt(value.exponent + 9);
  const limit = largest * 10n ** 9n;
  if (scaled > limit || scaled < -limit) return "is larger than 2^63-1";
  return { value, format: parsed.format };
}

function printDecimal({ mantissa, exponent }: Decimal, format: Format): string {
  const power = Math.floor(exponent / 3) * 3;
  const digits = mantissa * 10n ** BigInt(exponent - power);
  if (format === "exponent") return power === 0 ? `${digits}` : `${digits}e${power}`;
  // A value that was read is at least nano and below ten exa, so there is a suffix for it.
  return `${digits}${decimalSuffixes[power] ?? ""}`;
}

function printBinary(bytes: bigint): string {
  let digits = bytes;
  let power = 0;
  while (digits % 1024n === 0n && power < binarySuffixes.length - 1) {
    digits /= 1024n;
    power += 1;
  }
  return `${digits}${binarySuffixes[power]}`;
}

function print({ value, format }: Quantity): string {
  if (value.mantissa === 0n) return "0";
  if (format === "binary") {
    const bytes = integerOf(value);
    if (bytes !== null && (bytes >= 1024n || bytes <= -1024n)) return printBinary(bytes);
    return printDecimal(value, "decimal");
  }
  return printDecimal(value, format);
}

/** What keeps `text` from being a quantity that Kubernetes stores as it is meant; null when nothing. */
export function checkQuantity(text: string): string | null {
  const quantity = read(text);
  return typeof quantity === "string" ? quantity : null;
}

/** `text` as the API server prints it: `1.5Gi` gives `1536Mi`, `0.5` gives `500m`; null when invalid. */
export function canonicalQuantity(text: string): string | null {
  const quantity = read(text);
  return typeof quantity === "string" ? null : print(quantity);
}

/** A number of bytes (a non-negative safe integer): `1536Mi`; with decimal units where 1,024 does not divide it. */
export function memoryQuantity(bytes: number): string {
  if (!Number.isSafeInteger(bytes) || bytes < 0) throw new Error(`Not a number of bytes: ${bytes}`);
  if (bytes % 1024 !== 0 || bytes === 0) {
    return print({ value: normal({ mantissa: BigInt(bytes), exponent: 0 }), format: "decimal" });
  }
  let amount = bytes;
  let power = 0;
  // Ends: a safe integer is below 8 Pi, and the suffixes go further.
  while (amount % 1024 === 0) {
    amount /= 1024;
    power += 1;
  }
  return `${amount}${binarySuffixes[power] ?? ""}`;
}

/** A number of cores: `500m`, `2`. More than three decimal places are rounded up, as Kubernetes does. */
export function cpuQuantity(cores: number): string {
  if (!Number.isFinite(cores) || cores < 0) throw new Error(`Not a number of cores: ${cores}`);
  // Nine digits first: 0.1 + 0.2 is 300m, not 301m.
  const milli = Math.ceil(Number((cores * 1000).toFixed(6)));
  return print({ value: normal({ mantissa: BigInt(milli), exponent: -3 }), format: "decimal" });
}
