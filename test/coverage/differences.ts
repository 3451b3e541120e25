// What differs between two renderings of one generator, named as a reader of the output would: a
// Flink option, a field of a Kubernetes object, a client property, a line of a script.
import { loadAll } from "js-yaml";
import type { OutputFile } from "../../src/render/render-file.js";

type Files = ReadonlyMap<string, OutputFile>;

/** Names of the base file that stand for others: of the binding that is measured, and of processes. */
export interface GivenNames {
  readonly binding: string;
  readonly processes: readonly string[];
}

/** Names of what differs, sorted; `README.md` only where nothing else does. */
export function differences(one: Files, other: Files, given: GivenNames): readonly string[] {
  const names = new Set<string>();
  let readme = false;
  for (const path of new Set([...one.keys(), ...other.keys()])) {
    const before = one.get(path);
    const after = other.get(path);
    if (before?.text === after?.text && before?.executable === after?.executable) continue;
    if (path.endsWith("/README.md")) {
      readme = true;
      continue;
    }
    const file = after ?? before;
    if (file === undefined) continue;
    for (const name of namesIn(file, before?.text ?? "", after?.text ?? "")) names.add(name);
  }
  if (names.size === 0 && readme) return ["README.md"];
  const telling = [...names].filter((name) => !isCompanion(name));
  return [
    ...new Set((telling.length > 0 ? telling : [...names]).map((name) => generalName(name, given))),
  ].toSorted();
}

/** What changes along with something that says more: a build file, a class that others use. */
function isCompanion(name: string): boolean {
  return /^(?:pom\.xml|Bindings\.java|kustomization\.yaml)$|^runtime\/|^lookups\/support\//u.test(
    name,
  );
}

function generalName(name: string, { binding, processes }: GivenNames): string {
  const general = name
    .replace(new RegExp(`^${pascalCase(binding)}(?=[A-Z])`, "u"), "<Name>")
    .replace(/sample[_-](?:one|two|zero)/gu, "<name>");
  return processes.reduce(
    (text, process) =>
      text.replace(
        new RegExp(`(?<=^|[.[/ ])${process.replaceAll("_", "[-_]")}(?=[-.\\]/ ]|$)`, "gu"),
        "<process>",
      ),
    general,
  );
}

function pascalCase(name: string): string {
  return name.replace(/(?:^|_)([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase());
}

function namesIn(file: OutputFile, before: string, after: string): readonly string[] {
  switch (file.language) {
    case "flink-conf":
    case "properties":
      return changedKeys(before, after);
    case "yaml":
    case "json":
      return isFlinkConfiguration(file.path)
        ? changedKeys(before, after)
        : dataNames(file, before, after);
    default:
      return lineNames(file, before, after);
  }
}

function isFlinkConfiguration(path: string): boolean {
  return /(?:^|\/)(?:flink-conf|config)\.yaml$/u.test(path);
}

/** Keys of `key: value` and `key=value` lines whose line is in one text only. */
function changedKeys(before: string, after: string): readonly string[] {
  return changedLines(before, after).flatMap((line) => {
    const key = /^\s*["']?([^\s:="'#][^\s:="']*)["']?\s*[:=]/u.exec(line)?.[1];
    return key === undefined ? [] : [key];
  });
}

function changedLines(before: string, after: string): readonly string[] {
  const ofBefore = before.split("\n");
  const ofAfter = after.split("\n");
  const inBefore = new Set(ofBefore);
  const inAfter = new Set(ofAfter);
  return [
    ...ofAfter.filter((line) => !inBefore.has(line)),
    ...ofBefore.filter((line) => !inAfter.has(line)),
  ].filter((line) => line.trim() !== "");
}

function dataNames(file: OutputFile, before: string, after: string): readonly string[] {
  const one = dataOf(before);
  const other = dataOf(after);
  const prefix = kindOf(other) ?? kindOf(one) ?? fileName(file.path);
  const found = new Set<string>();
  if (before === "" || after === "") found.add(prefix);
  else compare(one, other, [], (steps) => found.add([prefix, ...steps].join(" ")));
  return [...found].map((name) => shortened(name));
}

const parsed = new Map<string, unknown>();

function dataOf(text: string): unknown {
  if (!parsed.has(text)) {
    const documents = loadAll(text);
    parsed.set(text, documents.length === 1 ? documents[0] : documents);
  }
  return parsed.get(text);
}

function kindOf(data: unknown): string | null {
  const kind = typeof data === "object" && data !== null ? (data as { kind?: unknown }).kind : null;
  return typeof kind === "string" ? kind : null;
}

function compare(
  one: unknown,
  other: unknown,
  steps: readonly string[],
  found: (steps: readonly string[]) => void,
): void {
  if (one === other) return;
  if (Array.isArray(one) && Array.isArray(other)) {
    if (one.length !== other.length) return found(steps);
    one.forEach((item, index) => compare(item, other[index], steps, found));
  } else if (isMap(one) && isMap(other)) {
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
      compare(one[key], other[key], [...steps, key], found);
    }
  } else if (typeof one === "string" && typeof other === "string" && other.includes("\n")) {
    const keys = changedKeys(one, other);
    if (keys.length === 0) found(steps);
    for (const key of keys) found([key]);
  } else {
    found(steps);
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A Flink option of an operator's object is known by its own name alone. */
function shortened(name: string): string {
  const option = /^\S+ spec flinkConfiguration (\S+)$/u.exec(name)?.[1];
  if (option !== undefined) return option;
  return name
    .split(" ")
    .map((step, index) =>
      index === 0 ? step : step.includes(".") || step.includes("/") ? `[${step}]` : `.${step}`,
    )
    .join("")
    .replace(/^(\S+?)\.\[/u, "$1[");
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

const setOption =
  /\bset(?:Property|String)?\(\s*(?:"([a-zA-Z][\w.-]*)"|([A-Z]\w*Options\.[A-Z_]+))/u;
const optionKey = /"([a-z][A-Za-z0-9]*(?:[.-][A-Za-z0-9_-]+)+)"/u;
const shellKey = /(?:^|['"\s])([a-z][a-z0-9]*(?:[.-][a-z0-9-]+)+)=/u;
const javaCall = /\.([a-z][A-Za-z0-9]*)\(/u;
const javaField = /\b([A-Z][A-Z0-9_]{2,})\b\s*=/u;
const javaMethod = /\b([a-z][A-Za-z0-9]*)\(/u;

function lineNames(file: OutputFile, before: string, after: string): readonly string[] {
  const name = file.path.includes("/runtime/")
    ? `runtime/${fileName(file.path)}`
    : fileName(file.path);
  if (before === "" || after === "") return [name];
  const lines = changedLines(before, after).filter((line) => !/^\s*(?:\/\/|\*|#)/u.test(line));
  const patterns =
    file.language === "java"
      ? [setOption, optionKey, javaField, javaCall, javaMethod]
      : file.language === "shell"
        ? [shellKey]
        : [];
  const names = lines.flatMap((line) => {
    for (const pattern of patterns) {
      const match = pattern.exec(line);
      const found = match?.[1] ?? match?.[2];
      if (
        found !== undefined &&
        !/^(?:(?:streams|lookups|dead_letters|completions)\..*|put)$/u.test(found)
      )
        return [pattern === javaCall || pattern === javaMethod ? `${found}()` : found];
    }
    return [];
  });
  return names.length > 0 ? names : [name];
}
