import { expect, test } from "vitest";
import { absent, code } from "../../src/encode/leaf.js";
import type { Language, ViewValue } from "../../src/generator/contract.js";
import { renderFile } from "../../src/render/render-file.js";
import { TemplateEngine } from "../../src/render/template-engine.js";

/** `template` of a file in `language`, with `x` and `y` in its view. */
async function rendered(
  language: Language,
  template: string,
  view: Readonly<Record<string, ViewValue>>,
): Promise<string> {
  const engine = new TemplateEngine({});
  await engine.override("t/file", template);
  const body = { kind: "template", template: "t/file", view } as const;
  const said: string[] = [];
  const file = renderFile(
    { path: "file", language, process: null, body },
    { folder: "e/t", generator: "t" },
    engine,
    ({ message, help }) => said.push(`${message} ${help ?? ""}`),
  );
  return file?.text ?? said.join("\n");
}

test.each<[string, Language, string, ViewValue, string]>([
  ["a string is a literal", "java", "f({{x}});", 'a"b', 'f("a\\"b");\n'],
  ["a number is itself", "java", "f({{x}});", 3, "f(3);\n"],
  ["code is itself", "java", "new {{x}}();", code("Foo<T>"), "new Foo<T>();\n"],
  ["a comment holds text", "java", " * Reads {{x}}.", "a */ b", " * Reads a *&#47; b.\n"],
  ["an absent value takes its line along", "java", "a;\nf({{x}});", absent, "a;\n"],
  ["a word", "shell", "run {{x}}", "$(id)", "run '$(id)'\n"],
  ["a flag", "shell", "run {{x}}", code("--all"), "run --all\n"],
  ["a comment", "shell", "# {{x}}", "a\nrm -rf /", "# a rm -rf /\n"],
  ["an element", "xml", "<a>{{x}}</a>", "<b>", "<a>&lt;b&gt;</a>\n"],
  ["an attribute", "xml", '<a b="{{x}}"/>', '"', '<a b="&quot;"/>\n'],
  ["a value", "properties", "a={{x}}", "b\nc=d", "a=b\\nc=d\n"],
])("%s (%s)", async (_, language, template, x, want) => {
  expect(await rendered(language, template, { x })).toBe(want);
});

test.each<[Language, string]>([
  ["java", 'f("{{x}}");'],
  ["shell", 'run "{{x}}"'],
  ["shell", "run '{{x}}'"],
])("a value between quotes of the template is refused: %s %s", async (language, template) => {
  expect(await rendered(language, template, { x: "a" })).toContain("brings its own quotes");
});
