// From a path to text: asks the host for bytes, keeps the limits, and decodes UTF-8 strictly.
// Must not touch the disk: the host does.
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { Diagnostic, Report } from "../diagnostics/diagnostic.js";
import type { Host, ReadOutcome } from "../source/host.js";
import type { SourceFile, Span } from "../source/source-file.js";
import { readingLimits } from "./reading-budget.js";
import type { ReadingBudget } from "./reading-budget.js";

/** Which file, how to name it, and where it was asked for (null for a path given by the user). */
export interface ReadRequest {
  readonly absolutePath: string;
  /** Relative to the project root, with `/`. */
  readonly displayPath: string;
  readonly referrer: Span | null;
  /** What is said where there is no such file; absent: E730. */
  readonly missing?: () => Diagnostic;
}

/**
 * Reads one UTF-8 file; a leading byte order mark is not part of its text. Null when an error was
 * reported: E730 missing, E731 not a file or failed, E732 denied, E735 too large, E736 encoding.
 */
export function readSourceFile(
  host: Host,
  request: ReadRequest,
  report: Report,
  budget: ReadingBudget,
): SourceFile | null {
  const limit = Math.min(readingLimits.fileBytes, budget.bytes);
  const outcome = host.readFile(request.absolutePath, limit);
  if (outcome.kind !== "file") {
    report(explainOutcome(outcome, request, limit));
    return null;
  }
  budget.bytes -= outcome.bytes.length;
  const text = decode(outcome.bytes);
  if (text !== null) return { path: request.displayPath, text };
  report(explainEncoding(outcome.bytes, request));
  return null;
}

function explainOutcome(
  outcome: Exclude<ReadOutcome, { kind: "file" }>,
  request: ReadRequest,
  limit: number,
): Diagnostic {
  const { displayPath: path, referrer } = request;
  switch (outcome.kind) {
    case "missing":
      if (request.missing !== undefined) return request.missing();
      return diagnose("E730", referrer, { path }, { help: "Check the path for a slip." });
    case "denied":
      return diagnose("E732", referrer, { path });
    case "not-a-file":
      return diagnose("E731", referrer, { path, problem: `it is ${outcome.what}` });
    case "failed":
      return diagnose("E731", referrer, { path, problem: outcome.reason });
    case "too-large":
      return diagnose("E735", referrer, { path, problem: tooLarge(outcome.bytes, limit) });
  }
}

function tooLarge(bytes: number, limit: number): string {
  if (limit === readingLimits.fileBytes) {
    return `it has ${bytes} bytes, and a file may have ${limit}`;
  }
  return `with it, all files together pass ${readingLimits.totalBytes} bytes`;
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function explainEncoding(bytes: Uint8Array, request: ReadRequest): Diagnostic {
  const { displayPath: path, referrer } = request;
  const related = referrer === null ? [] : [{ span: referrer, message: "asked for here" }];
  const help = "Save the file as UTF-8.";
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const valid = wide ? "" : validStart(bytes);
  // Stands for the undecodable file: right positions, nothing of its contents.
  const text = valid.replace(/^\ufeff/, "").replace(/[^\n]/g, " ");
  const span = { file: { path, text }, start: text.length, end: text.length };
  const problem = wide
    ? "it starts with the byte order mark of UTF-16"
    : `byte ${new TextEncoder().encode(valid).length} (counted from 0) is not valid there`;
  return diagnose("E736", span, { path, problem }, { related, help });
}

/** The longest text, byte order mark included, that `bytes` start with. */
function validStart(bytes: Uint8Array): string {
  let valid = 0;
  let invalid = bytes.length + 1;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (decodeStart(bytes.subarray(0, middle)) === null) invalid = middle;
    else valid = middle;
  }
  return decodeStart(bytes.subarray(0, valid)) ?? "";
}

/** The whole characters of `bytes`; null if more bytes could not make them valid. */
function decodeStart(bytes: Uint8Array): string | null {
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return decoder.decode(bytes, { stream: true });
  } catch {
    return null;
  }
}
