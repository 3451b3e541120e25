// The disk of the command line, which tells the terminal when there is much to read.
import type { Host } from "../source/host.js";
import { nodeHost } from "../source/node-host.js";
import type { Terminal } from "./terminal.js";

/** Bytes of one file from which functions run often enough to be optimised. */
const much = 8192;

/** The real disk, which tells the terminal of the first file above `much` bytes. */
export function watchedHost({ onMuchInput }: Terminal): Host {
  const host = nodeHost();
  if (onMuchInput === undefined) return host;
  let told = false;
  return {
    ...host,
    readFile(path, limit) {
      const outcome = host.readFile(path, limit);
      if (!told && outcome.kind === "file" && outcome.bytes.length > much) {
        told = true;
        onMuchInput();
      }
      return outcome;
    },
  };
}
