// The generated code of a build: one standalone validator per block type, and the built-in templates
// precompiled. Build time only: ajv and the full Handlebars never reach a run.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import Handlebars from "handlebars";
import ts from "typescript";
import { blockSchema, typeSchema, type JsonSchema } from "../schema/json-schema.js";
import { validatorTargets, type ValidatorTarget } from "../schema/validator-ids.js";
import { templateOptions } from "../render/template-options.js";

/** Writes `dist/generated`. */
export async function generate(root: string): Promise<void> {
  const target = join(root, "dist/generated");
  mkdirSync(target, { recursive: true });
  await writeValidators(target);
  writeTemplates(join(root, "templates"), target);
}

// ---- validators

/**
 * Every validator twice: a quick one that only says yes or no, for every run, and one that says what
 * is wrong, loaded when the quick one said no. The details are most of the code.
 */
async function writeValidators(target: string): Promise<void> {
  for (const folder of ["validators", "validator-details"]) {
    mkdirSync(join(target, folder), { recursive: true });
  }
  const names = new Map<string, string>();
  for (const validator of validatorTargets()) {
    const name = validator.id.replace(/[^a-z0-9]+/gu, "-");
    names.set(validator.id, name);
    const code = validatorModule(validator);
    writeFileSync(join(target, `validator-details/${name}.js`), code);
    writeFileSync(join(target, `validators/${name}.js`), withoutDetails(code));
  }
  for (const folder of ["validators", "validator-details"]) {
    writeIndex(target, folder, names);
    await inlineRuntime(join(target, folder), [...names.values()]);
  }
}

/** The list of a folder's validators, as a module and as CommonJS for the command's bundle. */
function writeIndex(target: string, folder: string, names: ReadonlyMap<string, string>): void {
  const list = (load: (file: string) => string): string =>
    [...names]
      .map(([id, name]) => `  ${JSON.stringify(id)}: ${load(`./${folder}/${name}`)},`)
      .join("\n");
  writeFileSync(
    join(target, `${folder}.js`),
    `export const validators = {\n${list((file) => `() => import("${file}.js")`)}\n};\n`,
  );
  writeFileSync(
    join(target, `${folder}.cjs`),
    `exports.validators = {\n${list((file) => `async () => require("${file}.cjs")`)}\n};\n`,
  );
  writeFileSync(
    join(target, `${folder}.d.ts`),
    "export declare const validators: Readonly<Record<string, () => Promise<{ validate: unknown }>>>;\n",
  );
}

function validatorModule({ block, variant, list }: ValidatorTarget): string {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    strictTypes: false,
    // A reference is known by a mark that no schema describes.
    strictRequired: false,
    unicodeRegExp: true,
    messages: false,
    code: { source: true, esm: true, lines: false, optimize: 2 },
  });
  const schema: JsonSchema =
    block === null ? listSchema(list) : blockSchema(block, variant, "resolved");
  return standaloneCode.default(ajv, ajv.compile(schema)).replace(/^"use strict";/u, "");
}

function listSchema(list: ValidatorTarget["list"]): JsonSchema {
  if (list === null) throw new Error("a validator checks a block or a list");
  return {
    type: "object",
    properties: { [list.key]: typeSchema(list.type, "resolved") },
    additionalProperties: true,
  };
}

/**
 * Ajv's code without the error objects: `const err0 = {…}` and the branch that collects it go, the
 * count that decides the verdict stays.
 */
function withoutDetails(code: string): string {
  const file = ts.createSourceFile("validator.js", code, ts.ScriptTarget.ES2022, true);
  const isDetail = (statement: ts.Statement): boolean => {
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.every(({ name }) =>
        /^err\d+$/u.test(name.getText(file)),
      );
    }
    return ts.isIfStatement(statement) && statement.expression.getText(file) === "vErrors === null";
  };
  const transform: ts.TransformerFactory<ts.SourceFile> = (context) => {
    const visit: ts.Visitor = (node) => {
      const visited = ts.visitEachChild(node, visit, context);
      return ts.isBlock(visited)
        ? context.factory.updateBlock(
            visited,
            visited.statements.filter(
              (statement) => !isDetail(ts.getOriginalNode(statement) as ts.Statement),
            ),
          )
        : visited;
    };
    return (source) => ts.visitEachChild(source, visit, context);
  };
  const { transformed } = ts.transform(file, [transform]);
  const [result] = transformed;
  if (result === undefined) throw new Error("a transformed file is a file");
  return ts.createPrinter().printFile(result);
}

/** Bundles ajv's run-time helpers in, so that the modules stand alone, in both module formats. */
async function inlineRuntime(folder: string, names: readonly string[]): Promise<void> {
  const shared = {
    entryPoints: names.map((name) => join(folder, `${name}.js`)),
    outdir: folder,
    allowOverwrite: true,
    bundle: true,
    platform: "node",
    target: "node20.19",
    logLevel: "warning",
    minify: true,
  } as const;
  await build({ ...shared, format: "cjs", outExtension: { ".js": ".cjs" } });
  await build({ ...shared, format: "esm" });
}

// ---- templates

/** One module per folder, so that a run loads the templates of its own generators only. */
function writeTemplates(folder: string, target: string): void {
  mkdirSync(join(target, "templates"), { recursive: true });
  const folders = readdirSync(folder).toSorted();
  for (const name of folders) {
    const rows = templateFiles(folder, name).map((path) => {
      const source = readFileSync(join(folder, path), "utf8");
      const code = Handlebars.precompile(source, templateOptions) as string;
      return `  ${JSON.stringify(path.replace(/\.hbs$/u, ""))}: ${code},`;
    });
    const text = `export const templates = {\n${rows.join("\n")}\n};\n`;
    writeFileSync(join(target, "templates", `${name}.js`), text);
  }
  const rows = folders.map(
    (name) => `  ${JSON.stringify(name)}: () => import("./templates/${name}.js"),`,
  );
  writeFileSync(
    join(target, "templates.js"),
    `export const templateFolders = {\n${rows.join("\n")}\n};\n`,
  );
  const loader = "() => Promise<{ templates: Readonly<Record<string, unknown>> }>";
  writeFileSync(
    join(target, "templates.d.ts"),
    `export declare const templateFolders: Readonly<Record<string, ${loader}>>;\n`,
  );
}

function templateFiles(folder: string, prefix: string): string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true })
    .flatMap((entry) => {
      const path = prefix === "" ? entry.name : `${prefix}/${entry.name}`;
      if (entry.isDirectory()) return templateFiles(folder, path);
      return entry.name.endsWith(".hbs") ? [path] : [];
    })
    .toSorted();
}
