// The arithmetic of shares (`min`, `max`, `fraction`) as ProcessMemoryUtils does it, bit for bit.
import {
  accept,
  megabytes,
  refuse,
  type MemoryRefusalReason,
  type MemoryResult,
} from "./memory-result.js";

/** A share as configured; absent values take the defaults of `usual`. */
export interface ShareSettings {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly fraction?: number | undefined;
}

/** A share that passed Flink's range check: `min <= max`, fraction in [0, 1) and a 32-bit float. */
export interface Share {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly fraction: number;
}

/** Checks a share against Flink's unconditional rules. */
export function shareOf(
  name: string,
  settings: ShareSettings | undefined,
  usual: Required<ShareSettings>,
): MemoryResult<Share> {
  const min = settings?.min ?? usual.min ?? 0;
  const max = settings?.max ?? usual.max ?? Infinity;
  if (min > max) {
    return refuse("range", `${name} min ${megabytes(min)} is above max ${megabytes(max)}`);
  }
  const fraction = fractionOf(name, settings?.fraction ?? usual.fraction ?? 0);
  return fraction.ok ? accept({ name, min, max, fraction: fraction.memory }) : fraction;
}

/** Flink reads fractions as 32-bit floats: 0.1 becomes 0.10000000149. */
export function fractionOf(name: string, value: number): MemoryResult<number> {
  const fraction = Math.fround(value);
  if (fraction >= 0 && fraction < 1) return accept(fraction);
  return refuse("fraction", `${name} fraction ${String(value)} is not in [0, 1)`);
}

/**
 * The fraction of `whole`, in whole bytes. Flink multiplies the fraction's decimal digits
 * (`MemorySize.multiply`): a product of floating point numbers is a byte off now and then.
 */
export function fractionOfBytes(whole: number, fraction: number): number {
  const { digits, scale } = decimalOf(fraction);
  return Number((BigInt(Math.trunc(whole)) * digits) / scale);
}

interface Decimal {
  readonly digits: bigint;
  readonly scale: bigint;
}

// Fractions are few, and thousands of processes have the same.
const decimals = new Map<number, Decimal>();

function decimalOf(fraction: number): Decimal {
  let decimal = decimals.get(fraction);
  if (decimal === undefined) decimals.set(fraction, (decimal = toDecimal(fraction)));
  return decimal;
}

/** `fraction` as `digits / scale`, by the digits that it prints with. */
function toDecimal(fraction: number): Decimal {
  const [mantissa = "0", exponent = "0"] = String(fraction).split("e");
  const [whole = "0", rest = ""] = mantissa.split(".");
  const places = rest.length - Number(exponent);
  return places >= 0
    ? { digits: BigInt(whole + rest), scale: 10n ** BigInt(places) }
    : { digits: BigInt(whole + rest) * 10n ** BigInt(-places), scale: 1n };
}

/** The share of a whole that includes it. */
export function shareOfWhole(share: Share, whole: number): number {
  return clamp(fractionOfBytes(whole, share.fraction), share);
}

/** The share that comes on top of `rest`, so that it is the fraction of both together. */
export function shareOnTopOf(share: Share, rest: number): number {
  return clamp(fractionOfBytes(rest, share.fraction / (1 - share.fraction)), share);
}

/** A share that is not chosen but left over must lie in its own range. */
export function leftOver(
  share: Share,
  bytes: number,
  reason: MemoryRefusalReason,
): MemoryResult<number> {
  if (bytes >= share.min && bytes <= share.max) return accept(bytes);
  const range = `${megabytes(share.min)} to ${megabytes(share.max)}`;
  return refuse(reason, `${megabytes(bytes)} is left for ${share.name}, which must be ${range}`);
}

function clamp(bytes: number, share: Share): number {
  return Math.min(Math.max(bytes, share.min), share.max);
}
