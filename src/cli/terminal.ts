// The edge to the terminal: two streams, colour, standard input. The only place that writes to them.
// A closed pipe ends quietly; a full disk is an error, which Node itself would not say.

/** What the commands may use of the process. */
export interface Terminal {
  /** Results: summaries, files of `--stdout`, JSON. */
  readonly out: (text: string) => void;
  /** Diagnostics and timings. */
  readonly err: (text: string) => void;
  /** Absolute working folder. */
  readonly folder: string;
  /** Whether diagnostics may be coloured when `--color` is `auto`. */
  readonly colorByDefault: boolean;
  readonly readStandardInput: () => Promise<string>;
  /** Told once, when more than a small file is read; absent where nothing follows from that. */
  readonly onMuchInput?: () => void;
}

/** The process's own terminal. `onFailure` is told when a stream cannot be written. */
export function processTerminal(onFailure: (code: string) => void): Terminal {
  const write = (stream: NodeJS.WriteStream) => {
    stream.on("error", (error: NodeJS.ErrnoException) => onFailure(error.code ?? "EIO"));
    return (text: string): void => {
      stream.write(text);
    };
  };
  return {
    out: write(process.stdout),
    err: write(process.stderr),
    folder: process.cwd(),
    colorByDefault: wantsColor(),
    readStandardInput: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks).toString("utf8");
    },
  };
}

function wantsColor(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== "" && FORCE_COLOR !== "0") return true;
  return process.stderr.isTTY === true && TERM !== "dumb";
}
