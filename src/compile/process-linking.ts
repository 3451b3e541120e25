// What `--processes` adds to the front half of the pipeline: the files, the defaults that they state, the
// links to their bindings. Loaded only with that option.
import type { Report } from "../diagnostics/diagnostic.js";
import { processLinker } from "../model/link-processes.js";
import type { ProcessLinker } from "../model/process-linker.js";
import { loadProcessFiles } from "../processes/load-process-files.js";
import { statedDefaults } from "../processes/stated-defaults.js";
import { displayPath, type Chain } from "../resolve/chain.js";
import type { Host } from "../source/host.js";
import type { SourceFile } from "../source/source-file.js";

interface ProcessesRequest {
  readonly host: Host;
  /** Absolute path of a file or folder. */
  readonly path: string;
  readonly displayFolder: string;
  /** Null where the bindings could not be read: the process files are still checked. */
  readonly chain: Chain | null;
}

export interface ProcessLinking {
  readonly files: readonly SourceFile[];
  /** The chain of bindings upon the values that processes state themselves. */
  readonly chain: Chain | null;
  readonly linker: ProcessLinker;
}

/** Reads the files and reports what is wrong in them; null when none could be found (reported). */
export function readProcesses(
  { host, path, displayFolder, chain }: ProcessesRequest,
  report: Report,
): ProcessLinking | null {
  const display = (absolute: string): string => displayPath(displayFolder, absolute);
  const read = loadProcessFiles({ host, path, display }, report);
  if (read === null) return null;
  const stated = chain === null ? null : statedDefaults(read, chain.documents, report);
  return {
    files: read.map(({ file }) => file),
    chain: chain === null || stated === null ? chain : { documents: [stated, ...chain.documents] },
    linker: processLinker(read, chain?.documents.at(-1)?.file ?? null),
  };
}
