// Exit codes (architecture decision 4), derived from diagnostics and from what was found.
import { deniedCodes, missingCodes } from "../write/failures.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";

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
