// Exit codes (architecture decision 4), derived from what was reported.
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { deniedCodes, missingCodes, usageCodes } from "../write/failures.js";

export const exitCodes = {
  success: 0,
  /** Errors, or differences found by `--check`. */
  errors: 1,
  usage: 2,
  /** The entry file or the output folder is not there. */
  missing: 3,
  denied: 4,
  /** A bug of ours. */
  internal: 5,
} as const;

/** Codes for an entry file that is not there, or may not be read; they count only without a place. */
const missingEntry = "E730";
const deniedEntry = "E732";

/** The exit code for `diagnostics`. A file named by `extends` has a place, and is an ordinary error. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): number {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return exitCodes.success;
  const has = (code: string, codes: ReadonlySet<string>): boolean =>
    errors.some((error) => codes.has(error.code) || (error.code === code && error.span === null));
  if (has(deniedEntry, deniedCodes)) return exitCodes.denied;
  if (has(missingEntry, missingCodes)) return exitCodes.missing;
  return errors.some(({ code }) => usageCodes.has(code)) ? exitCodes.usage : exitCodes.errors;
}
