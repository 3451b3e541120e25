// Where build-time variables come from: command line, process environment, `.env` (specification 5.3).
// Asks the host only for names that a file mentions; never lists the environment.
import type { Host } from "../source/host.js";
import type { Span } from "../source/source-file.js";
import type { SubstitutedVariable } from "../document/node.js";

/** A variable's value and where it was found. */
export interface FoundVariable {
  readonly value: string;
  readonly from: SubstitutedVariable["from"];
  readonly span: Span | null;
}

/** Looks a variable up; null when nothing sets it. */
export type FindVariable = (name: string) => FoundVariable | null;

/** The assignments of an `.env` file by name. */
export type EnvFileValues = ReadonlyMap<string, { readonly value: string; readonly span: Span }>;

/** Order: `--env NAME=value`, process environment, `.env`; the default in the text comes last. */
export function variableLookup(
  options: Readonly<Record<string, string>>,
  host: Host,
  envFile: EnvFileValues,
): FindVariable {
  const given = new Map(Object.entries(options));
  return (name) => {
    const option = given.get(name);
    if (option !== undefined) return { value: option, from: "option", span: null };
    const value = host.environmentVariable(name);
    if (value !== undefined) return { value, from: "environment", span: null };
    const assigned = envFile.get(name);
    return assigned === undefined
      ? null
      : { value: assigned.value, from: "env-file", span: assigned.span };
  };
}
