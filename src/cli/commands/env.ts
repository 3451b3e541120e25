// `nexgen env`: what an environment must provide before a file can be built and its jobs can run.
// Prints names and places, never a value that is set.
import { posix } from "node:path";
import { readEntry } from "../../compile/analyse.js";
import { hasErrors, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { oneLine } from "../../encode/one-line.js";
import { placeName, sortDiagnostics } from "../../diagnostics/order.js";
import {
  externalValues,
  type ExternalSecret,
  type ExternalUse,
  type ExternalValues,
  type ExternalVariable,
} from "../../resolve/external-values.js";
import type { Host } from "../../source/host.js";
import { exitCodeOf } from "../exit-codes.js";
import { analyseOptions, type ReadingOptions } from "../options.js";
import type { Terminal } from "../terminal.js";
import { jsonOutput, printDiagnostics } from "./report.js";

/** Options of `nexgen env`. */
export interface EnvOptions extends ReadingOptions {
  /** Print an `.env` file to fill in. */
  readonly template?: boolean;
}

/** Prints the variables and secrets of a file; gives the exit code. */
export async function env(
  entry: string,
  options: EnvOptions,
  host: Host,
  terminal: Terminal,
): Promise<number> {
  const standardInput = entry === "-" ? await terminal.readStandardInput() : null;
  const path = entry === "-" ? "-" : posix.resolve(terminal.folder, entry);
  const reading = analyseOptions(options, terminal.folder, standardInput);
  // Only the text is read: what a file takes from outside is known even where the rest of it is wrong.
  const { chain, diagnostics: found } = await readEntry(host, path, reading);
  const problems: Diagnostic[] = [];
  const values =
    chain === null
      ? null
      : externalValues(chain, options.region ?? null, (problem) => problems.push(problem));
  const diagnostics = values === null ? sortDiagnostics([...found, ...problems], []) : [];
  if (values === null) {
    printDiagnostics(diagnostics, options, terminal);
    if (options.format === "json") terminal.out(jsonOutput(diagnostics, {}));
    return hasErrors(diagnostics) ? exitCodeOf(diagnostics) : 1;
  }
  terminal.out(printed(entry, values, options));
  return 0;
}

function printed(entry: string, values: ExternalValues, options: EnvOptions): string {
  if (options.format === "json") {
    return jsonOutput([], {
      environment: values.environment,
      variables: values.variables.map(({ uses, fallback, ...variable }) => ({
        ...variable,
        default: fallback,
        uses: uses.map(useAsData),
      })),
      secrets: values.secrets.map(({ uses, ...secret }) => ({
        ...secret,
        uses: uses.map(useAsData),
      })),
    });
  }
  return options.template === true ? dotEnvTemplate(entry, values) : overview(values);
}

function useAsData({ path, span }: ExternalUse): object {
  return { path, place: placeName(span) };
}

function overview({ environment, variables, secrets }: ExternalValues): string {
  const blocks = [
    block(
      "Variables that nexgen reads when it generates",
      variables.filter(({ sensitive }) => !sensitive).map(variableRow),
    ),
    block(
      "Variables of the running jobs: credentials and connections, which nexgen never reads",
      variables.filter(({ sensitive }) => sensitive).map(variableRow),
    ),
    block("Secrets of the running jobs", secrets.map(secretRow)),
  ].filter((text) => text !== "");
  return blocks.length === 0
    ? `${environment} needs no variable and no secret.\n`
    : blocks.join("\n");
}

type Row = readonly [name: string, fact: string, use: string];

function variableRow({ name, required, fallback, sensitive, uses }: ExternalVariable): Row {
  const otherwise =
    fallback === null
      ? sensitive
        ? "has a default"
        : "has defaults"
      : `default ${JSON.stringify(fallback)}`;
  return [name, required ? "required" : otherwise, useText(uses)];
}

function secretRow({ name, keys, uses }: ExternalSecret): Row {
  return [name, keys.length === 0 ? "one value" : `keys ${keys.join(", ")}`, useText(uses)];
}

function useText([first, ...others]: readonly ExternalUse[]): string {
  if (first === undefined) return "";
  const more = others.length === 0 ? "" : `, and ${others.length} more`;
  return `${first.path} (${placeName(first.span)})${more}`;
}

function block(title: string, rows: readonly Row[]): string {
  if (rows.length === 0) return "";
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  const lines = rows.map(
    ([name, fact, use]) =>
      `  ${name.padEnd(widths[0] ?? 0)}  ${fact.padEnd(widths[1] ?? 0)}  ${use}\n`,
  );
  return `${title}:\n${lines.join("")}`;
}

/** An `.env` file to fill in: what is required is empty, what has a default is commented out. */
function dotEnvTemplate(entry: string, { variables, secrets }: ExternalValues): string {
  const lines = [
    `# Variables of ${entry === "-" ? "the file" : oneLine(posix.basename(entry))}. A variable of the environment wins over this file.`,
    "",
  ];
  for (const { name, fallback, required, uses } of variables.filter(
    ({ sensitive }) => !sensitive,
  )) {
    lines.push(`# ${useText(uses)}`);
    lines.push(
      required ? `${name}=` : `# ${name}=${fallback === null ? "" : quoted(fallback)}`,
      "",
    );
  }
  const credentials = variables.filter(({ sensitive }) => sensitive).map(({ name }) => name);
  const kept = [...credentials, ...secrets.map(({ name }) => `secret://${name}`)];
  if (kept.length > 0) {
    lines.push(
      "# Not here: credentials and connections, which the running jobs read and nexgen never does:",
      ...kept.map((name) => `#   ${name}`),
      "",
    );
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

/** As `.env` files quote: only where the text would be read otherwise, and always on one line. */
function quoted(text: string): string {
  if (/^[A-Za-z0-9_./:@%+,=-]*$/u.test(text)) return text;
  if (!/['\\\n\r\t]/u.test(text)) return `'${text}'`;
  return `"${text.replace(/["\\\n\r\t]/gu, (character) => escapes[character] ?? character)}"`;
}

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};
