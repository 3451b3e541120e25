// The generated files that are committed: types of the model, and the reference pages. Runs generators for
// the pages, so what `generate.ts` makes must exist already. Build time only; a test holds them current.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { format } from "prettier";
import { documentationPages } from "./docs.js";
import { modelTypesModule } from "./model-types.js";
import { outcomeTables } from "./reference-outcomes.js";

/** Path to text, as formatted. */
export async function generatedSources(): Promise<ReadonlyMap<string, string>> {
  const types = await format(modelTypesModule(), { parser: "typescript", printWidth: 100 });
  const sources = new Map([["src/model/bindings.ts", types]]);
  for (const [path, text] of documentationPages(await outcomeTables())) {
    sources.set(`docs/${path}`, await format(text, { parser: "markdown", printWidth: 100 }));
  }
  return sources;
}

/** Writes them below `root`. */
export async function writeSources(root: string): Promise<void> {
  for (const [path, text] of await generatedSources()) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
