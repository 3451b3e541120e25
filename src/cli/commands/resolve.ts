// `nexgen resolve`: the file after inheritance, groups, regions and variables, as YAML or JSON.
import { hasErrors } from "../../diagnostics/diagnostic.js";
import { yamlDocument } from "../../encode/yaml.js";
import { resolvedDocument } from "../../resolve/resolved-document.js";
import type { Host } from "../../source/host.js";
import { exitCodeOf } from "../exit-codes.js";
import type { ReadingOptions } from "../options.js";
import type { Terminal } from "../terminal.js";
import { jsonOutput, printDiagnostics } from "./report.js";
import { analyseEntry } from "./analyse-entry.js";

/** Prints the resolved file; with several regions one document each. */
export async function resolve(
  entry: string,
  options: ReadingOptions,
  host: Host,
  terminal: Terminal,
): Promise<number> {
  const { analysis, diagnostics } = await analyseEntry(entry, options, host, terminal);
  printDiagnostics(diagnostics, options, terminal);
  const trees = hasErrors(diagnostics) ? [] : (analysis.resolution?.trees ?? []);
  const documents = trees.map((tree) => ({
    region: tree.region?.name ?? null,
    document: resolvedDocument(tree),
  }));
  if (options.format === "json") {
    terminal.out(jsonOutput(diagnostics, { resolved: documents }));
    return exitCodeOf(diagnostics);
  }
  const several = documents.length > 1;
  for (const { region, document } of documents) {
    const head = region === null ? "" : `# region ${region}\n`;
    terminal.out(`${several ? "---\n" : ""}${head}${yamlDocument(document)}`);
  }
  return exitCodeOf(diagnostics);
}
