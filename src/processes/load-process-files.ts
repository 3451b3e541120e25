// Finds and reads the process files that `--processes` names: one file, or every `.proc` below a
// folder. Asks the host; what lies outside the folder is not read through a link.
import { posix } from "node:path";
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { Report } from "../diagnostics/diagnostic.js";
import { readSourceFile } from "../document/read-file.js";
import { newReadingBudget, readingLimits } from "../document/reading-budget.js";
import type { Host } from "../source/host.js";
import type { ProcessFile } from "./process-file.js";
import { readProcessFile } from "./read-process-file.js";

export interface ProcessFilesRequest {
  readonly host: Host;
  /** Absolute path of a file, or of a folder. */
  readonly path: string;
  /** The path as diagnostics print it. */
  readonly display: (path: string) => string;
}

/** More files than any project has. */
const mostFiles = 10_000;

const suffix = ".proc";

/** Reads them in the order of their paths; null when nothing could be found (reported). */
export function loadProcessFiles(
  { host, path, display }: ProcessFilesRequest,
  report: Report,
): readonly ProcessFile[] | null {
  const root = host.realPath(path);
  if (root === null) {
    const help = "Check the path of --processes for a slip.";
    report(diagnose("E730", null, { path: display(path) }, { help }));
    return null;
  }
  const paths = path.endsWith(suffix) ? [path] : filesBelow(host, path, root, display, report);
  if (paths.length === 0) {
    const help = `Files of processes end in ${suffix}.`;
    report(diagnose("E723", null, { path: display(path) }, { help }));
    return null;
  }
  const budget = newReadingBudget();
  const files: ProcessFile[] = [];
  for (const absolutePath of paths) {
    const request = { absolutePath, displayPath: display(absolutePath), referrer: null };
    const file = readSourceFile(host, request, report, budget);
    if (file !== null) files.push(readProcessFile(file, budget, report));
  }
  reportTwice(files, report);
  return files;
}

function filesBelow(
  host: Host,
  top: string,
  root: string,
  display: (path: string) => string,
  report: Report,
): readonly string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const visit = (folder: string, depth: number): void => {
    for (const name of host.listFolder(folder)) {
      if (name.startsWith(".") || name === "node_modules") continue;
      const path = posix.join(folder, name);
      const isFile = name.endsWith(suffix);
      // Only a link leads to what was seen, or outside.
      const real = host.realPath(path);
      if (real === null || seen.has(real)) continue;
      seen.add(real);
      if (real !== root && !real.startsWith(root === "/" ? root : `${root}/`)) {
        if (!isFile) continue;
        const problem = "it is a link that leads outside the folder of the processes";
        report(diagnose("E731", null, { path: display(path), problem }));
      } else if (isFile) found.push(path);
      else if (depth < readingLimits.depth) visit(path, depth + 1);
      if (found.length > mostFiles) return;
    }
  };
  visit(top, 0);
  if (found.length <= mostFiles) return found;
  report(diagnose("E748", null, { things: "process files", limit: mostFiles }));
  return found.slice(0, mostFiles);
}

/** E722: two definitions of one process contradict each other silently. */
function reportTwice(files: readonly ProcessFile[], report: Report): void {
  const first = new Map<string, ProcessFile["processes"][number]>();
  for (const process of files.flatMap(({ processes }) => processes)) {
    const earlier = first.get(process.name);
    if (earlier === undefined) {
      first.set(process.name, process);
      continue;
    }
    const related = [{ span: earlier.span, message: "first defined here" }];
    report(diagnose("E722", process.span, { process: process.name }, { related }));
  }
}
