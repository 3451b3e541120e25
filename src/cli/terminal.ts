// The edge to the terminal: two streams, colour, standard input. The only place that writes to them.
// A closed pipe ends quietly; a full disk is an error, which Node itself would not say.
import { fstatSync, writeSync } from "node:fs";

/** What the commands may use of the process. */
export interface Terminal {
  /** Results: summaries, files of `--stdout`, JSON. */
  readonly out: (text: string) => void;
  /** Diagnostics and timings. */
  readonly err: (text: string) => void;
  /** Absolute working folder. */
  readonly folder: string;
  /** Whether diagnostics may be coloured when `--color` is `auto`; asks the stream when read. */
  readonly colorByDefault: boolean;
  readonly readStandardInput: () => Promise<string>;
  /** Told once, when more than a small file is read; absent where nothing follows from that. */
  readonly onMuchInput?: () => void;
}

/** The process's own terminal. `onFailure` is told when a stream cannot be written. */
export function processTerminal(
  onFailure: (code: string) => void,
  onMuchInput: () => void,
): Terminal {
  return {
    out: writer(1, () => process.stdout, onFailure),
    err: writer(2, () => process.stderr, onFailure),
    folder: process.cwd(),
    get colorByDefault() {
      return wantsColor();
    },
    readStandardInput: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks).toString("utf8");
    },
    onMuchInput,
  };
}

/**
 * Writes to a file descriptor; Node's stream, which takes longer to load than a small file to compile,
 * only takes over what the descriptor cannot take at once. Windows consoles need the stream: it
 * converts the text.
 */
function writer(
  descriptor: number,
  streamOf: () => NodeJS.WriteStream,
  onFailure: (code: string) => void,
): (text: string) => void {
  let stream: NodeJS.WriteStream | null = null;
  const toStream = (rest: string | Buffer): void => {
    if (stream === null) {
      stream = streamOf();
      stream.on("error", (error: NodeJS.ErrnoException) => onFailure(error.code ?? "EIO"));
    }
    stream.write(rest);
  };
  return (text) => {
    if (stream !== null || process.platform === "win32") return toStream(text);
    const bytes = Buffer.from(text);
    for (let written = 0; written < bytes.length;) {
      try {
        written += writeSync(descriptor, bytes, written);
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? "EIO";
        if (code === "EAGAIN") return toStream(bytes.subarray(written));
        return onFailure(code);
      }
    }
  };
}

function wantsColor(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== "" && FORCE_COLOR !== "0") return true;
  // Asked first, since it needs no stream.
  return TERM !== "dumb" && fstatSync(2).isCharacterDevice() && process.stderr.isTTY === true;
}
