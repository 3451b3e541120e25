// Whether a text is a value of an option, by the rules of Flink's own parsers (TimeUtils, MemorySize,
// ConfigurationUtils, StructuredOptionsSplitter), which refuse it only when the process starts.
import { lineAtLeast, type FlinkLine } from "../lines.js";
import type { KnownOption } from "./known-option.js";
import type { OptionType } from "./option-table.js";
import { splitStructured } from "./structured-text.js";
import { wordsOf } from "./option-words.js";

/** What is wrong with `text` as the value of `option`, in words; null: Flink accepts it. */
export function checkOptionValue(option: KnownOption, text: string): string | null {
  return problemOf(option.type, text, option.line) ?? wordProblem(option, text);
}

function wordProblem(option: KnownOption, text: string): string | null {
  const words = wordsOf(option.key, option.line);
  if (words === null || words.words.includes(text.toLowerCase())) return null;
  if (words.classNames && text.includes(".")) return null;
  return `is not one of ${words.words.join(", ")}${words.classNames ? ", or a class name" : ""}`;
}

function problemOf(type: OptionType, text: string, line: FlinkLine): string | null {
  switch (type.kind) {
    case "string":
      return null;
    case "boolean":
      return /^(?:true|false)$/iu.test(text) ? null : "is neither true nor false";
    case "enum":
      return enumProblem(type.values, text);
    case "duration":
      return durationProblem(text, line);
    case "memory":
      return memoryProblem(text);
    case "int":
      return wholeProblem(text, 31n);
    case "long":
      return wholeProblem(text, 63n);
    case "float":
    case "double":
      return decimalProblem(text);
    case "list":
      return listProblem(type.items, text, line);
    case "map":
      return mapProblem(text);
  }
}

function enumProblem(values: readonly string[], text: string): string | null {
  const upper = text.toUpperCase();
  if (values.some((value) => value.toUpperCase() === upper)) return null;
  return `is not one of ${values.join(", ")}`;
}

const durationUnits = new Map(
  [
    ["ns nano nanos nanosecond nanoseconds", 1n],
    ["µs micro micros microsecond microseconds", 1_000n],
    ["ms milli millis millisecond milliseconds", 1_000_000n],
    ["s sec secs second seconds", 1_000_000_000n],
    ["m min minute minutes", 60_000_000_000n],
    ["h hour hours", 3_600_000_000_000n],
    ["d day days", 86_400_000_000_000n],
  ].flatMap(([names, nanos]) =>
    String(names)
      .split(" ")
      .map((name) => [name, BigInt(nanos ?? 0)]),
  ),
);

const isoDuration = /^P(?=\d|T\d)(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d{1,9})?S)?)?$/iu;

function durationProblem(text: string, line: FlinkLine): string | null {
  const trimmed = trimBlanks(text);
  if (/^P/iu.test(trimmed)) {
    if (!lineAtLeast(line, "2.1")) return "is an ISO-8601 duration, which Flink reads from 2.1 on";
    return isoDuration.test(trimmed) ? null : "is not an ISO-8601 duration";
  }
  const match = /^(\d+)[\0- ]*(.*)$/u.exec(trimmed);
  if (match === null) return "is no duration: a whole number and a unit, such as 30 s";
  const unit = durationUnits.get(match[2] === "" ? "ms" : (match[2] ?? "").toLowerCase());
  if (unit === undefined) return "has a unit that is none of ns, µs, ms, s, min, h, d";
  const count = BigInt(match[1] ?? 0);
  // Up to 1.20 the bare count must fit, later only the seconds that come out of it.
  if (count >= 2n ** 63n && !lineAtLeast(line, "2.0")) return "is longer than Flink can count";
  const seconds = (count * unit) / 1_000_000_000n;
  return seconds < 2n ** 63n ? null : "is longer than Flink can count";
}

const memoryUnits = new Map([
  ["", 0n],
  ["b", 0n],
  ["bytes", 0n],
  ...["kibi", "mebi", "gibi", "tebi"].flatMap((name, index): [string, bigint][] => {
    const power = BigInt(10 * (index + 1));
    const letter = name.charAt(0);
    return [
      [letter, power],
      [`${letter}b`, power],
      [`${name}bytes`, power],
    ];
  }),
]);

function memoryProblem(text: string): string | null {
  const match = /^(\d+)[\0- ]*(.*)$/u.exec(trimBlanks(text));
  if (match === null) return "is no memory size: a whole number and a unit, such as 512m";
  const power = memoryUnits.get((match[2] ?? "").toLowerCase());
  if (power === undefined) return "has a unit that is none of b, kb, mb, gb, tb";
  return BigInt(match[1] ?? 0) << power < 2n ** 63n ? null : "is larger than Flink can count";
}

function wholeProblem(text: string, bits: bigint): string | null {
  if (!/^[+-]?\d+$/u.test(text)) return "is no whole number";
  const value = BigInt(text.replace("+", ""));
  const limit = 1n << bits;
  return value >= -limit && value < limit ? null : `does not fit into ${String(bits + 1n)} bits`;
}

function decimalProblem(text: string): string | null {
  const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu.test(trimBlanks(text));
  return number ? null : "is no number";
}

function listProblem(items: OptionType, text: string, line: FlinkLine): string | null {
  const parts = splitStructured(text, ";");
  if (parts === null) return "has a quote that is not closed, or text after a closing quote";
  for (const part of parts) {
    const problem = problemOf(items, part, line);
    if (problem !== null)
      return parts.length === 1 ? problem : `has the item ${part}, which ${problem}`;
  }
  return null;
}

function mapProblem(text: string): string | null {
  const pairs = splitStructured(text, ",");
  if (pairs === null) return "has a quote that is not closed, or text after a closing quote";
  const keys = new Set<string>();
  for (const pair of pairs) {
    const [key, value, more] = splitStructured(pair, ":") ?? [];
    if (key === undefined || value === undefined || more !== undefined) {
      return `has the entry ${pair}, which is not key:value`;
    }
    if (keys.has(key)) return `has the key ${key} twice`;
    keys.add(key);
  }
  return null;
}

/** Java's trim: everything up to the blank goes, a no-break space stays. */
function trimBlanks(text: string): string {
  return text.replace(/^[\0- ]+|[\0- ]+$/gu, "");
}
