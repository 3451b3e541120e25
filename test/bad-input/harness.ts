// Runs one bad input through the command line, in a project of its own, and asserts what holds for every
// input: an exit code of ours, no stack trace, no credential, and nothing of the folder changed.
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { project } from "../cli/run.js";

/** Files by path: text, bytes, or a link to another path. */
export type Files = Readonly<Record<string, string | Uint8Array | { readonly link: string }>>;

/** What a case gives the command line. */
export interface Input {
  readonly files: Files;
  /** The file that is compiled; `main.infra` where absent. */
  readonly entry?: string;
  readonly args?: readonly string[];
  /** Variables, set by `--env`. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Paths that nobody may read. */
  readonly denied?: readonly string[];
}

/** A case with what is said, as `CODE line:column`, sorted; of another file `CODE file:line:column`. */
export interface Case extends Input {
  readonly name: string;
  readonly want: readonly string[];
  /** What the report has to hold. */
  readonly says?: RegExp;
  /** What a file of the output holds: the end of its path, how to read it, and the value. */
  readonly emits?: readonly (readonly [
    path: string,
    read: (text: string) => unknown,
    value: unknown,
  ])[];
  /** Exit code, where it is not 1 with an error and 0 without. */
  readonly exit?: number;
}

export interface Row {
  /** The row of the table of bad inputs, and what it is about. */
  readonly row: `${string} ${string}`;
  readonly cases: readonly Case[];
}

/** In no report and no output: the value of every credential in the cases. */
export const canary = "hunter2";

export interface Result {
  readonly code: number;
  readonly report: string;
  /** As `want` of a case. */
  readonly found: readonly string[];
  readonly files: Readonly<Record<string, string>>;
}

const placed = /^(?:(\S*?):(\d+):(\d+): )?(error|warning|note)\[(\w+)\]/gmu;

/** Builds what `input` describes; whatever was refused has changed no file. */
async function build(input: Input): Promise<Result> {
  const { entry = "main.infra", args = [], variables = {}, denied = [] } = input;
  const temporary = project({});
  try {
    for (const [path, content] of Object.entries(input.files))
      write(temporary.folder, path, content);
    for (const path of denied) chmodSync(join(temporary.folder, path), 0o000);
    const before = denied.length === 0 ? temporary.snapshot() : {};
    const environment = Object.entries(variables).flatMap(([name, value]) => [
      "--env",
      `${name}=${value}`,
    ]);
    const { code, out, err } = await temporary.run(
      "build",
      entry,
      "-o",
      "out",
      ...args,
      ...environment,
    );
    for (const path of denied) chmodSync(join(temporary.folder, path), 0o600);
    const report = out + err;
    expect(report).not.toMatch(/^\s+at .*[(:]\d+:\d+\)?$/mu);
    expect(report).not.toContain(canary);
    const after = temporary.snapshot();
    if (code !== 0 && denied.length === 0) expect(after).toEqual(before);
    const files = outputOf(after);
    for (const text of Object.values(files)) expect(text).not.toContain(canary);
    return { code, report, found: foundIn(report, entry), files };
  } finally {
    temporary.remove();
  }
}

function write(folder: string, path: string, content: Files[string]): void {
  const absolute = join(folder, path);
  mkdirSync(dirname(absolute), { recursive: true });
  if (typeof content === "object" && "link" in content) symlinkSync(content.link, absolute);
  else writeFileSync(absolute, content);
}

/** Errors and warnings; notes, and the warnings that every small file gives, are left out. */
function foundIn(report: string, entry: string): readonly string[] {
  const found = [...report.matchAll(placed)].flatMap(
    ([, file, line, column, severity, code = ""]) => {
      if (severity === "note" || usual.has(code)) return [];
      const place = line === undefined ? "" : `${line}:${column ?? ""}`;
      const other = file === undefined || file === entry ? "" : `${file}:`;
      return [`${code} ${other}${place}`.trim()];
    },
  );
  return found.toSorted();
}

const usual: ReadonlySet<string> = new Set(["W752", "W791", "W909"]);

function outputOf(snapshot: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(snapshot).flatMap(([path, held]) => {
      const [, bytes = ""] = held.split(" ");
      return path.startsWith("out/") && !path.includes(".nexgen")
        ? [[path, Buffer.from(bytes, "base64").toString("utf8")]]
        : [];
    }),
  );
}

/** One case: what is said of it is asserted, the exit code is returned with the one that it should be. */
export async function testCase({
  want,
  says,
  exit,
  emits = [],
  ...input
}: Case): Promise<{ readonly code: number; readonly wanted: number }> {
  const { code, report, found, files } = await build(input);
  expect(found).toEqual([...want].toSorted());
  if (says !== undefined) expect(report).toMatch(says);
  for (const [end, read, value] of emits) {
    const [text] = Object.entries(files).flatMap(([path, held]) =>
      path.endsWith(end) ? [held] : [],
    );
    expect(text === undefined ? undefined : read(text)).toEqual(value);
  }
  const fails = found.some((line) => line.startsWith("E"));
  return { code, wanted: exit ?? (fails ? 1 : 0) };
}

/** A file of production; what follows starts at line 3. */
export const head = 'version: "1.0"\nenvironment: production\n';

/** A stream `s` with more properties, on line 3. */
export const stream = (rest: string): string =>
  `${head}streams: { s: { type: kafka, topic: t, brokers: "b:1"${rest} } }\n`;

/** A project of one file. */
export const only = (text: string | Uint8Array): Files => ({ "main.infra": text });
