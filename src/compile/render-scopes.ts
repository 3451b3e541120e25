// Renders what the generators planned. Loaded only once there is something to render.
import { posix } from "node:path";
import { templateFolders } from "#generated/templates.js";
import type { Report } from "../diagnostics/diagnostic.js";
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { Body, PlannedFile } from "../generator/contract.js";
import { renderFile, type OutputFile } from "../render/render-file.js";
import { TemplateEngine, TemplateError } from "../render/template-engine.js";
import type { Host } from "../source/host.js";
import type { CompiledScope, PlannedScope } from "./compile.js";

/** The built-in templates of the folders that the planned files name, ready to be overridden. */
async function builtInEngine(scopes: readonly PlannedScope[]): Promise<TemplateEngine> {
  const folders = new Set<string>();
  for (const { files } of scopes) {
    for (const file of files) {
      for (const name of templateOf(file)) folders.add(name.slice(0, name.indexOf("/")));
    }
  }
  const builtIn: Record<string, unknown> = {};
  for (const folder of folders) {
    if (!Object.hasOwn(templateFolders, folder)) continue;
    Object.assign(builtIn, (await templateFolders[folder]?.())?.templates);
  }
  return new TemplateEngine(builtIn);
}

/** Renders every planned file; with `templatesFolder`, a user's templates take the built-in ones' place. */
export async function renderScopes(
  host: Host,
  scopes: readonly PlannedScope[],
  templatesFolder: string | null,
  report: Report,
): Promise<readonly CompiledScope[]> {
  const engine = await builtInEngine(scopes);
  if (templatesFolder !== null)
    await loadOwnTemplates(host, scopes, templatesFolder, engine, report);
  const paths = new Set<string>();
  const rendered: CompiledScope[] = [];
  for (const scope of scopes) {
    const { environment, region, generator } = scope;
    const folder = [environment, ...(region === null ? [] : [region]), generator].join("/");
    const files: OutputFile[] = [];
    for (const [position, file] of scope.files.entries()) {
      const output = renderFile(file, { folder, generator, position }, engine, report);
      if (output === null) continue;
      if (paths.has(output.path)) report(diagnose("E963", null, { path: output.path }));
      paths.add(output.path);
      files.push(output);
    }
    files.sort((one, other) => (one.path < other.path ? -1 : 1));
    rendered.push({ environment, region, generator, files });
  }
  return templatesFolder === null ? rendered : formatOwn(rendered, report);
}

async function loadOwnTemplates(
  host: Host,
  scopes: readonly PlannedScope[],
  folder: string,
  engine: TemplateEngine,
  report: Report,
): Promise<void> {
  const names = new Set(scopes.flatMap(({ files }) => files.flatMap(templateOf)));
  let found = 0;
  for (const name of names) {
    const read = host.readFile(posix.join(folder, `${name}.hbs`), 1024 * 1024);
    if (read.kind === "missing") continue;
    found += 1;
    if (read.kind !== "file") {
      report(diagnose("E960", null, { template: `${name}.hbs`, problem: "it cannot be read" }));
      continue;
    }
    await overrideTemplate(engine, name, new TextDecoder().decode(read.bytes), report);
  }
  if (found > 0) return;
  report(
    diagnose(
      "E964",
      null,
      { folder: posix.basename(folder), problem: "it holds no template that this run uses" },
      {
        help: `Keep the built-in relative paths below it, such as ${[...names].toSorted()[0] ?? "k8s/…"}.hbs.`,
      },
    ),
  );
}

async function overrideTemplate(
  engine: TemplateEngine,
  name: string,
  source: string,
  report: Report,
): Promise<void> {
  try {
    await engine.override(name, source);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const at = error.line === null ? "" : `, line ${error.line}`;
    report(diagnose("E960", null, { template: `${name}.hbs${at}`, problem: error.problem }));
  }
}

function templateOf({ body }: PlannedFile): readonly string[] {
  return isTemplate(body) ? [body.template] : [];
}

function isTemplate(body: Body): body is Body & { kind: "template" } {
  return body.kind === "template";
}

/** What a user's template made is read back and formatted: its layout was never proven. */
async function formatOwn(
  scopes: readonly CompiledScope[],
  report: Report,
): Promise<readonly CompiledScope[]> {
  const { formatText } = await import("../format/format-text.js");
  return Promise.all(
    scopes.map(async (scope) => ({
      ...scope,
      files: await Promise.all(
        scope.files.map(async (file): Promise<OutputFile> => {
          if (file.ownTemplate === null) return file;
          const formatted = await formatText(file.text, file.language);
          if (formatted.ok) return { ...file, text: formatted.text };
          report(
            diagnose("E962", null, {
              template: `${file.ownTemplate}.hbs`,
              language: file.language,
              problem: formatted.problem,
            }),
          );
          return file;
        }),
      ),
    })),
  );
}
