// A text file as the compiler sees it: a display path and text. Offsets are UTF-16 code units.
// Must not read the disk: the host does.

/** One input file. `path` is relative to the project root, with `/`, and is what diagnostics print. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A half-open range of UTF-16 offsets in one file; `start === end` marks a point. */
export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** A place as people read it, both numbers starting at 1; columns count UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const lineTables = new WeakMap<SourceFile, readonly number[]>();

/** Offsets at which the lines of `file` begin; computed once, when something is first printed. */
function lineStarts(file: SourceFile): readonly number[] {
  let starts = lineTables.get(file);
  if (starts === undefined) {
    starts = [0];
    const found = starts as number[];
    for (let at = file.text.indexOf("\n"); at !== -1; at = file.text.indexOf("\n", at + 1)) {
      found.push(at + 1);
    }
    lineTables.set(file, starts);
  }
  return starts;
}

/** The line and column of `offset`; an offset past the end gives the end. */
export function positionAt(file: SourceFile, offset: number): Position {
  const starts = lineStarts(file);
  const target = Math.min(offset, file.text.length);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= target) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: target - (starts[low] ?? 0) + 1 };
}

/** The text of one line (1-based) without its line end. */
export function lineText(file: SourceFile, line: number): string {
  const starts = lineStarts(file);
  const start = starts[line - 1] ?? 0;
  const end = starts[line] ?? file.text.length;
  return file.text.slice(start, end).replace(/[\r\n]+$/u, "");
}
