// One planned file as text. Decides the encoding by the language; writes nothing.
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { Report } from "../diagnostics/diagnostic.js";
import { jsonDocument } from "../encode/json.js";
import type { OriginLeaf } from "../encode/leaf.js";
import { yamlLines } from "../encode/yaml.js";
import type { Language, PlannedFile, View } from "../generator/contract.js";
import {
  replaceInMarkdown,
  replaceInText,
  replaceInYaml,
  type RenderedText,
  type Replacement,
} from "./replace-tokens.js";
import { replaceInSource, sourceEncodings } from "./source-encodings.js";
import { TemplateError, type TemplateEngine } from "./template-engine.js";
import { TokenTable, tokenView } from "./tokens.js";

/** A file as it is to be written. `path` is below the output folder. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
  readonly executable: boolean;
  readonly generator: string;
  readonly process: string | null;
  readonly language: Language;
  /** Which leaf each line (0-based) came from, where it is known. */
  readonly origins: ReadonlyMap<number, OriginLeaf>;
  /** Its place in the plan: what others need comes first. */
  readonly position: number;
  /** The user's template that rendered it, or null. */
  readonly ownTemplate: string | null;
}

/** Renders `file` of `generator` into `folder`; null when it failed (reported). */
export function renderFile(
  file: PlannedFile,
  place: { readonly folder: string; readonly generator: string; readonly position?: number },
  engine: TemplateEngine,
  report: Report,
): OutputFile | null {
  const rendered = renderBody(file, engine, report);
  if (rendered === null) return null;
  const { body } = file;
  return {
    path: `${place.folder}/${file.path}`,
    text: rendered.text,
    executable: file.executable ?? false,
    generator: place.generator,
    process: file.process,
    language: file.language,
    origins: rendered.origins,
    position: place.position ?? 0,
    ownTemplate: body.kind === "template" && engine.isOwn(body.template) ? body.template : null,
  };
}

function renderBody(
  file: PlannedFile,
  engine: TemplateEngine,
  report: Report,
): RenderedText | null {
  const { body } = file;
  switch (body.kind) {
    case "text":
      return { text: body.text, origins: body.origins ?? new Map() };
    case "data":
      return renderData(file.language, body.data);
    case "template":
      return renderTemplate(body.template, body.view, file.language, engine, report);
  }
}

function renderData(language: Language, data: unknown): RenderedText {
  if (language === "json") return { text: jsonDocument(data), origins: new Map() };
  const origins = new Map<number, OriginLeaf>();
  const lines = yamlLines(data, 0, (line, leaf) => origins.set(line, leaf));
  return { text: `${lines.join("\n")}\n`, origins };
}

function renderTemplate(
  template: string,
  view: View,
  language: Language,
  engine: TemplateEngine,
  report: Report,
): RenderedText | null {
  const table = new TokenTable();
  let printed: string;
  try {
    printed = engine.run(template, tokenView(view, table));
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    // A built-in template that fails is a bug of ours, not of the user.
    if (!engine.isOwn(template)) throw error;
    const at = error.line === null ? "" : `, line ${error.line}`;
    report(diagnose("E960", null, { template: `${template}.hbs${at}`, problem: error.problem }));
    return null;
  }
  if (language === "markdown") return replaceInMarkdown(printed, table);
  const outcome = replaceTokens(language, printed, table);
  if (outcome.ok) return outcome.rendered;
  report(
    diagnose(
      "E961",
      null,
      { template: `${template}.hbs`, text: outcome.misplaced.line },
      {
        help:
          language === "yaml"
            ? "Print one value after the colon or the dash, and build combined text in the generator."
            : "A value brings its own quotes: print it without any around it.",
      },
    ),
  );
  return null;
}

function replaceTokens(language: Language, printed: string, table: TokenTable): Replacement {
  if (language === "yaml") return replaceInYaml(printed, table);
  const encoding = sourceEncodings[language];
  if (encoding !== undefined) return replaceInSource(printed, table, encoding);
  return { ok: true, rendered: replaceInText(printed, table, (text) => text) };
}
