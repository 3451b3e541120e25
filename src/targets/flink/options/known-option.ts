// Which configuration options a Flink line has. Flink itself never complains about a key that it
// does not know, so this is the only place where a misspelt or removed one is found.
import { nearestName } from "../../../language/nearest-name.js";
import { flinkLines, type FlinkLine } from "../lines.js";
import {
  optionTable,
  rowsOf,
  type AliasRow,
  type OptionRow,
  type OptionType,
} from "./option-table.js";

/** An option as one line knows it. */
export interface KnownOption {
  readonly key: string;
  readonly line: FlinkLine;
  readonly type: OptionType;
  /** Deprecated in this line, without a successor. */
  readonly deprecated: boolean;
  /** False below a prefix that Flink hands on unread, such as `flink.hadoop.`: any key passes. */
  readonly listed: boolean;
}

/** Prefixes below which Flink, the operator or a plugin takes any key. */
const openPrefixes: readonly string[] = [
  "containerized.master.env.",
  "containerized.taskmanager.env.",
  "flink.hadoop.",
  "flink.yarn.",
  "fs.azure.",
  "fs.gs.",
  "gs.",
  "job.autoscaler.metrics.custom-evaluator.",
  "job.autoscaler.scaling.custom-executor.",
  "job.autoscaler.scaling.parallelism-alignment.mode.",
  "presto.s3.",
  "python.",
  "sql-client.",
  "sql-gateway.",
];

const reporterPrefixes = ["metrics.reporter.", "traces.reporter.", "events.reporter."];

/**
 * The option that `line` reads under the primary key `key`; null: this line has no such option
 * (an alias has none either: see `successorOf`).
 */
export function optionOf(key: string, line: FlinkLine): KnownOption | null {
  let known = knownOptions.get(line);
  if (known === undefined) knownOptions.set(line, (known = new Map()));
  let option = known.get(key);
  if (option === undefined) known.set(key, (option = readOption(key, line)));
  return option;
}

// The same few keys come with every process. Flink cannot change while this runs.
const knownOptions = new Map<FlinkLine, Map<string, KnownOption | null>>();

function readOption(key: string, line: FlinkLine): KnownOption | null {
  const row = listedRow(key, line);
  if (row !== undefined) {
    return { key, line, type: row.type, deprecated: row.deprecated, listed: true };
  }
  if (isMapEntry(key, line)) return textOption(key, line, true);
  return isOpen(key) ? textOption(key, line, false) : null;
}

/** The lines that have `key` as a primary key, oldest first. */
export function linesWithOption(key: string): FlinkLine[] {
  return flinkLines.filter((line) => optionOf(key, line) !== null);
}

/** The primary key that replaced `alias` in `line`; null when it is no deprecated spelling there. */
export function successorOf(alias: string, line: FlinkLine): string | null {
  // The operator accepts its autoscaler options under its own prefix, too.
  const plain = alias.startsWith("kubernetes.operator.job.autoscaler.")
    ? alias.slice("kubernetes.operator.".length)
    : alias;
  const rows: readonly AliasRow[] = optionTable().aliases.get(plain) ?? [];
  const successor = rows.find((row) => row.lines.includes(line))?.successor;
  if (successor !== undefined) return successor;
  return plain !== alias && optionOf(plain, line) !== null ? plain : null;
}

/** A key of `line` that `key` may have been meant to be; null when none is close. */
export function nearestOption(key: string, line: FlinkLine): string | null {
  const family = familyOf(key);
  if (family !== undefined) {
    const nearest = nearestName(family.rest, namesIn(family.options, line));
    return nearest === null ? null : family.prefix + family.name + "." + nearest;
  }
  const s3 = hadoopS3Name(key);
  const prefix = key.slice(0, s3 === null ? 0 : key.length - s3.length);
  const nearest = nearestName(
    s3 === null ? key : hadoopPrefix + s3,
    namesIn(optionTable().options, line),
  );
  if (nearest === null || s3 === null) return nearest;
  return nearest.startsWith(hadoopPrefix) ? prefix + nearest.slice(hadoopPrefix.length) : nearest;
}

function textOption(key: string, line: FlinkLine, listed: boolean): KnownOption {
  return { key, line, type: { kind: "string" }, deprecated: false, listed };
}

function listedRow(key: string, line: FlinkLine): OptionRow | undefined {
  const inLine = (row: OptionRow): boolean => row.lines.includes(line);
  const own = rowsOf(key).find(inLine) ?? familyRow(key, inLine);
  if (own !== undefined) return own;
  const s3 = hadoopS3Name(key);
  return s3 === null ? undefined : rowsOf(hadoopPrefix + s3).find(inLine);
}

/** The row of `metrics.reporter.*.port` for `metrics.reporter.prom.port`. */
function familyRow(key: string, wanted: (row: OptionRow) => boolean): OptionRow | undefined {
  for (let dot = key.indexOf("."); dot !== -1; dot = key.indexOf(".", dot + 1)) {
    const next = key.indexOf(".", dot + 1);
    if (next === -1 || next === dot + 1 || next === key.length - 1) continue;
    const row = rowsOf(`${key.slice(0, dot)}.*${key.slice(next)}`).find(wanted);
    if (row !== undefined) return row;
  }
  return undefined;
}

/** A map option may also be written as one key per entry: `kubernetes.jobmanager.labels.team`. */
function isMapEntry(key: string, line: FlinkLine): boolean {
  for (let dot = key.lastIndexOf("."); dot > 0; dot = key.lastIndexOf(".", dot - 1)) {
    if (dot < key.length - 1 && listedRow(key.slice(0, dot), line)?.type.kind === "map")
      return true;
  }
  return false;
}

function isOpen(key: string): boolean {
  if (openPrefixes.some((prefix) => key.startsWith(prefix) && key.length > prefix.length))
    return true;
  if (/^external-resource\.[^.]+\.param\../u.test(key)) return true;
  return isReporterParameter(key);
}

/** A reporter that is not Flink's has parameters of its own; a near miss of a known one is a typo. */
function isReporterParameter(key: string): boolean {
  const family = familyOf(key);
  if (family === undefined || !reporterPrefixes.includes(family.prefix)) return false;
  return (
    !family.options.has(family.rest) && nearestName(family.rest, family.options.keys()) === null
  );
}

function familyOf(key: string) {
  for (const { prefix, options } of optionTable().families) {
    if (!key.startsWith(prefix)) continue;
    const dot = key.indexOf(".", prefix.length);
    if (dot <= prefix.length || dot === key.length - 1) continue;
    return { prefix, options, name: key.slice(prefix.length, dot), rest: key.slice(dot + 1) };
  }
  return undefined;
}

const hadoopPrefix = "fs.s3a.";

/** The S3 plugin hands `s3.`, `s3a.` and `fs.s3a.`, for all or for one bucket, to Hadoop. */
function hadoopS3Name(key: string): string | null {
  return /^(?:fs\.s3a|s3a|s3)\.(?:bucket\.[^.]+\.)?(.+)$/u.exec(key)?.[1] ?? null;
}

function* namesIn(
  options: ReadonlyMap<string, readonly OptionRow[]>,
  line: FlinkLine,
): Generator<string> {
  for (const [name, rows] of options) {
    if (rows.some((row) => row.lines.includes(line))) yield name;
  }
}
