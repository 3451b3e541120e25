// The files that a generator's own options name (`--metrics-map`): read and parsed as an entry is, so
// that what is wrong in them is said with its place.
import type { Report } from "../diagnostics/diagnostic.js";
import { explainSyntax } from "../document/explain-syntax.js";
import type { MapNode } from "../document/node.js";
import { parseDocument } from "../document/parse-document.js";
import { readSourceFile } from "../document/read-file.js";
import { newReadingBudget } from "../document/reading-budget.js";
import { displayPath } from "../resolve/chain.js";
import type { Host } from "../source/host.js";

/** `named`: option name to absolute path. A file that failed is missing from the result (reported). */
export async function readOptionFiles(
  host: Host,
  named: Readonly<Record<string, string>>,
  displayFolder: string,
  report: Report,
): Promise<ReadonlyMap<string, MapNode>> {
  const files = new Map<string, MapNode>();
  const budget = newReadingBudget();
  for (const [name, absolutePath] of Object.entries(named)) {
    const request = {
      absolutePath,
      displayPath: displayPath(displayFolder, absolutePath),
      referrer: null,
    };
    const file = readSourceFile(host, request, report, budget);
    if (file === null) continue;
    const outcome = await parseDocument(file, report, budget);
    if (outcome?.kind === "broken") await explainSyntax(outcome, report);
    else if (outcome !== null) files.set(name, outcome);
  }
  return files;
}
