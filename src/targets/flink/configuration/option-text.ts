// Text of option values in the one spelling that every supported Flink line reads alike.
// Lists and maps are in structured-text; how a file quotes a text is the business of src/encode.

/** `60 s`, `250 ms`: whole numbers only, because Flink reads no fractions. */
export function durationText(milliseconds: number): string {
  return milliseconds % 1000 === 0 && milliseconds !== 0
    ? `${String(milliseconds / 1000)} s`
    : `${String(milliseconds)} ms`;
}

/** For options that count milliseconds before 1.20 and are durations from then on. */
export function millisecondsText(milliseconds: number): string {
  return String(milliseconds);
}

/** `4096m`, `32k`, `100b`: powers of 1024. */
export function sizeText(bytes: number): string {
  if (bytes === 0 || bytes % 1024 !== 0) return `${String(bytes)}b`;
  return bytes % 1048576 === 0 ? `${String(bytes / 1048576)}m` : `${String(bytes / 1024)}k`;
}

/** For options that a plugin hands to Hadoop, which knows no Flink units. */
export function bytesText(bytes: number): string {
  return String(bytes);
}

export function numberText(value: number): string {
  return String(value);
}

export function booleanText(value: boolean): string {
  return String(value);
}

export function plainText(value: string): string {
  return value;
}
