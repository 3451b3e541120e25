// Renders a text that is no example: what the examples do not show still meets the real systems.
import { generators } from "../../generators/index.js";
import { compile } from "../../src/compile/compile.js";
import { hasErrors } from "../../src/diagnostics/diagnostic.js";
import { renderText } from "../../src/diagnostics/text.js";
import { memoryHost } from "../../src/source/memory-host.js";
import type { RenderedFile } from "./harness.js";

/** What a text is rendered with. */
interface TextOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly flinkVersion?: string;
}

/** What the named generators make of `text`; throws for an error in it. */
export async function renderInfra(
  text: string,
  ids: readonly string[],
  { environment = {}, ...options }: TextOptions = {},
): Promise<readonly RenderedFile[]> {
  const wanted = generators.filter(({ id }) => ids.includes(id));
  const choices = await Promise.all(
    wanted.map(async (entry) => ({ generator: await entry.load() })),
  );
  const host = memoryHost({ files: { "/project/text.infra": text }, environment });
  const { scopes, diagnostics } = await compile(host, "/project/text.infra", {
    ...options,
    generators: choices,
  });
  if (hasErrors(diagnostics)) throw new Error(renderText(diagnostics, { color: false }));
  return scopes.flatMap(({ files }) => files);
}
