import Handlebars from "handlebars";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { TemplateEngine, TemplateError } from "../../src/render/template-engine.js";
import {
  indexOfMark,
  tokenEnd,
  tokenStart,
  TokenTable,
  tokenView,
} from "../../src/render/tokens.js";

async function run(
  source: string,
  view: Record<string, never> | Record<string, unknown>,
): Promise<string> {
  const engine = new TemplateEngine({});
  await engine.override("t", source);
  return engine.run("t", tokenView(view as never, new TokenTable()));
}

test.each([
  ["a name that the view lacks", "{{typo}}", /typo/u],
  ["a condition that the view lacks", "{{#if typo}}x{{/if}}", /true or false/u],
  ["a condition on text", "{{#if name}}x{{/if}}", /true or false/u],
  ["a list that the view lacks", "{{#each typo}}x{{/each}}", /a list/u],
])("%s is an error, not an empty place", async (_, source, message) => {
  await expect(run(source, { name: "n" })).rejects.toThrow(message);
});

test("a syntax error names its line", async () => {
  const engine = new TemplateEngine({});
  const outcome = engine.override("t", "a: 1\n{{#if x}}\nb: 2\n");
  await expect(outcome).rejects.toBeInstanceOf(TemplateError);
  await expect(outcome).rejects.toMatchObject({ line: expect.any(Number) as number });
});

test("numbers side by side are printed, not added", async () => {
  const table = new TokenTable();
  const engine = new TemplateEngine({});
  await engine.override("t", "{{#each list}}{{a}}{{b}}{{/each}}");
  const text = engine.run("t", tokenView({ list: [{ a: 1, b: 2 }] }, table));
  expect(text.match(new RegExp(`${tokenStart}\\d+${tokenEnd}`, "gu"))).toHaveLength(2);
});

test("a template that holds the marks of values is refused with its line", async () => {
  const engine = new TemplateEngine({});
  for (const mark of [tokenStart, tokenEnd]) {
    await expect(engine.override("t", `a: {{a}}\nb: ${mark}0`)).rejects.toMatchObject({
      template: "t",
      line: 2,
      problem: expect.stringMatching(/control character U\+000[12]/u) as unknown,
    });
  }
});

test("a view's functions and prototypes are out of reach", async () => {
  await expect(run("{{constructor}}", {})).rejects.toThrow(/constructor/u);
  await expect(run("{{#each list}}{{this.constructor}}{{/each}}", { list: [{}] })).rejects.toThrow(
    /constructor/u,
  );
});

/** Every template below `templates/`, by its path. */
function templates(folder = "templates"): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? templates(path) : [path];
  });
}

/** Statements that hold logic or let markup through. */
function objections(program: hbs.AST.Program): readonly string[] {
  return program.body.flatMap((statement): readonly string[] => {
    switch (statement.type) {
      case "MustacheStatement": {
        const mustache = statement as hbs.AST.MustacheStatement;
        const found = mustache.params.length > 0 ? ["a helper call"] : [];
        return mustache.escaped ? found : [...found, "a triple brace"];
      }
      case "BlockStatement": {
        const block = statement as hbs.AST.BlockStatement;
        const name = (block.path as hbs.AST.PathExpression).original;
        const known = ["if", "each"].includes(String(name)) ? [] : [`the block ${String(name)}`];
        const logic = block.params.some(({ type }) => type !== "PathExpression")
          ? ["a computed argument"]
          : [];
        return [
          ...known,
          ...logic,
          ...objections(block.program),
          ...(block.inverse ? objections(block.inverse) : []),
        ];
      }
      case "ContentStatement":
      case "CommentStatement":
        return [];
      default:
        return [statement.type];
    }
  });
}

test.each(templates().map((path) => [path]))("%s holds shape only", (path) => {
  const source = readFileSync(path, "utf8");
  expect(objections(Handlebars.parse(source))).toEqual([]);
  expect(indexOfMark(source)).toBe(-1);
});
