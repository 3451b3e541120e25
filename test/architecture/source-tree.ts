// The sources as the architecture tests see them: parsed files and what each imports.
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** One source file; `path` is relative to the project root. */
export interface ParsedFile {
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

/** One import or re-export, static or dynamic. */
export interface Import {
  /** The specifier as written. */
  readonly specifier: string;
  /** The imported file relative to the project root, or null for a package or a Node module. */
  readonly target: string | null;
  readonly typeOnly: boolean;
}

/** Every `.ts` file below `folder`, sorted by path. */
export function parsedFiles(folder: string): readonly ParsedFile[] {
  return readdirSync(posix.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .toSorted()
    .map((name) => {
      const path = `${folder}/${name}`;
      const text = readFileSync(posix.join(root, path), "utf8");
      return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true) };
    });
}

/** Calls `visit` with every node below `node`. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  ts.forEachChild(node, (child) => {
    visit(child);
    walk(child, visit);
  });
}

/** Everything that `file` imports. */
export function importsOf(file: ParsedFile): readonly Import[] {
  const found: Import[] = [];
  const add = (name: ts.Node | undefined, typeOnly: boolean): void => {
    if (name === undefined || !ts.isStringLiteral(name)) return;
    const specifier = name.text;
    const target = specifier.startsWith(".")
      ? posix.join(posix.dirname(file.path), specifier).replace(/\.js$/u, ".ts")
      : null;
    found.push({ specifier, target, typeOnly });
  };
  walk(file.tree, (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
  });
  return found;
}

function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  return importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

/** "stream" of "src/stream/file.ts"; "" for a file directly in `src`. */
export function folderOf(path: string): string {
  const parts = path.split("/");
  return parts.length < 3 ? "" : (parts[1] ?? "");
}
