// The printed form of diagnostics: layout, hostile characters, and credentials that stay hidden.
import { expect, test } from "vitest";
import type { Diagnostic, DiagnosticExtras } from "../../src/diagnostics/diagnostic.js";
import { renderText } from "../../src/diagnostics/text.js";
import type { TextOptions } from "../../src/diagnostics/text.js";
import type { SourceFile, Span } from "../../src/source/source-file.js";

const plain: TextOptions = { color: false };

/** The span of the first `part` in `file`. */
function spanOf(file: SourceFile, part: string): Span {
  const start = file.text.indexOf(part);
  if (start === -1) throw new Error(`"${part}" is not in the text`);
  return { file, start, end: start + part.length };
}

function problem(span: Span | null, extras: DiagnosticExtras & { code?: string } = {}): Diagnostic {
  const { code = "E703", related = [], help = null } = extras;
  return { code, severity: "error", message: "It is wrong.", span, related, help };
}

function excerpt(text: string, part: string, path = "a.infra"): string[] {
  const file = { path, text };
  return renderText([problem(spanOf(file, part))], plain)
    .split("\n")
    .slice(1, -1);
}

test("place, excerpt, help, and related places with excerpts of their own", () => {
  const file = { path: "envs/prod.infra", text: "a: 1\nstreams:\n  orders:\n    topic: 7\n" };
  const related = [{ span: spanOf(file, "a"), message: "inherited from here" }];
  const help = "Write a text:\ntopic: orders";
  expect(renderText([problem(spanOf(file, "7"), { related, help })], plain)).toBe(
    [
      "envs/prod.infra:4:12: error[E703]: It is wrong.",
      "   |",
      " 4 |     topic: 7",
      "   |            ^",
      "   = help: Write a text:",
      "     topic: orders",
      "   = note: envs/prod.infra:1:1: inherited from here",
      "   |",
      " 1 | a: 1",
      "   | ^",
      "",
    ].join("\n"),
  );
});

test("diagnostics are separated by a blank line, those without a place have no excerpt", () => {
  const warning: Diagnostic = { ...problem(null, { help: "Do it." }), severity: "warning" };
  expect(renderText([problem(null), warning], plain)).toBe(
    "error[E703]: It is wrong.\n\nwarning[E703]: It is wrong.\n   = help: Do it.\n",
  );
  expect(renderText([], plain)).toBe("");
});

test.each([
  ["tabs stay", "a:\t\tbad", "bad", ["   |", " 1 | a:\t\tbad", "   |   \t\t^^^"]],
  ["two columns each", "日本: bad", "bad", ["   |", " 1 | 日本: bad", "   |       ^^^"]],
  ["marks of no width", "e\u0301: bad", "bad", ["   |", " 1 | e\u0301: bad", "   |    ^^^"]],
  ["controls are escaped", "\u0007: bad", "bad", ["   |", " 1 | \\u{7}: bad", "   |        ^^^"]],
  ["only the first line of a span", "a: |\n  b\n", "|\n  b", ["   |", " 1 | a: |", "   |    ^"]],
  ["CRLF", "a: 1\r\nb: bad\r\n", "bad", ["   |", " 2 | b: bad", "   |    ^^^"]],
])("carets: %s", (_, text, part, want) => {
  expect(excerpt(text, part)).toEqual(want);
});

test("a point is marked by one caret, behind the last character too", () => {
  const file = { path: "a", text: "key:\n\n" };
  const at = (offset: number): string[] =>
    renderText([problem({ file, start: offset, end: offset })], plain)
      .split("\n")
      .slice(1, -1);
  expect(at(0)).toEqual(["   |", " 1 | key:", "   | ^"]);
  expect(at(4)).toEqual(["   |", " 1 | key:", "   |     ^"]);
  expect(at(5)).toEqual([]);
  expect(at(6)).toEqual([]);
});

test("long lines are cut around the place", () => {
  const [, line = "", carets = ""] = excerpt(
    `a: [${"x, ".repeat(400)}bad, ${"y, ".repeat(400)}]`,
    "bad",
  );
  expect(line.length).toBeLessThan(220);
  expect(line.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1)).toBe("bad");
  expect(line).toMatch(/^ 1 \| ….*…$/u);
});

test("a pair of surrogates is never cut", () => {
  for (const shift of ["", "x"]) {
    const [, line = ""] = excerpt(`${shift}${"🎉".repeat(300)}bad${"🎉".repeat(300)}`, "bad");
    expect(line).not.toMatch(/\p{Cs}|\\u\{d/u);
  }
});

test("nothing of the input starts a line or reaches the terminal raw", () => {
  const file = {
    path: "::error file=x\u001b[2J",
    text: "::set-output x\n##[error]y: \u009b\u202e\n",
  };
  const hostile: Diagnostic = {
    code: "E704",
    severity: "error",
    message: "Unknown\n::error::property \u001b]0;x\u0007",
    span: spanOf(file, "y"),
    related: [{ span: spanOf(file, "::set"), message: "\n##vso[x]" }],
    help: "first\n::second\n##third\r\n",
  };
  const text = renderText([hostile], plain);
  for (const line of text.split("\n")) expect(line).not.toMatch(/^\s*(?:::|##)/);
  // eslint-disable-next-line no-control-regex
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/u);
});

test("colour only when asked", () => {
  const file = { path: "a", text: "k: v" };
  const diagnostic = problem(spanOf(file, "v"));
  const colored = renderText([diagnostic], { color: true });
  expect(colored).toContain("\u001b[31;1merror[E703]:\u001b[0m");
  // eslint-disable-next-line no-control-regex
  expect(colored.replace(/\u001b\[[\d;]*m/g, "")).toBe(renderText([diagnostic], plain));
});

const hunted: readonly (readonly [title: string, text: string])[] = [
  ["password", "password: hunter2 # bad"],
  ["quoted key", '"password": "hunter2" # bad'],
  ["dotted key", "ssl.keystore.password: hunter2 # bad"],
  ["camel case", "saslPassword: hunter2 # bad"],
  ["api key", "api_key: hunter2 # bad"],
  ["access key", "secret_access_key: hunter2 # bad"],
  ["token", "  - token: hunter2 # bad"],
  ["flow map", "auth: { user: x, password: hunter2, bad: 1 }"],
  ["jaas", `config: 'x.ScramLoginModule required username="u" password="hunter2"; bad'`],
  ["jaas property", "sasl.jaas.config: x required hunter2 bad"],
  ["comment", "# password: hunter2 bad"],
  ["URL", "uri: mongodb://user:hunter2@host/db?bad=1"],
  ["URL, token only", "uri: https://hunter2@host/bad"],
  ["URL, several signs", "uri: amqp://u:hun@hunter2@host/bad"],
  ["URL parameter", "uri: jdbc:postgresql://h/d?bad=1&user=u&password=hunter2"],
  ["secret default", "password: secret://a/b?default=hunter2&bad"],
  ["variable default", "password: ${X:-hunter2} bad"],
  ["block scalar", "password: |\n  bad hunter2\n"],
  ["block scalar that looks like YAML", "credentials: |\n  bad: hunter2\n"],
  ["folded, deeper", "sasl.jaas.config: >-\n  x\n    bad hunter2\n"],
  ["value on the next line", "password:\n  bad hunter2\n"],
  ["list", "tokens:\n  - bad hunter2\n"],
  ["unindented list", "tokens:\n- bad hunter2\n"],
  ["quoted over lines", 'password: "x\n  bad hunter2"\n'],
  ["very long line", `k: ${"x".repeat(20_000)} bad hunter2`],
  ["far above", `password: |\n${"  x\n".repeat(3000)}  bad hunter2\n`],
];

test.each(hunted)("a credential is not shown: %s", (_, text) => {
  const lines = excerpt(text, "bad");
  expect(lines.join("\n")).not.toContain("hunter2");
  expect(lines.join("\n")).toContain("•");
});

test.each([
  ["A=hunter2 bad", ".env"],
  ["hunter2 bad", "envs/.env.local"],
  ["A='x\nhunter2 bad'", "prod.env"],
])("of an environment file only names are shown: %j in %s", (text, path) => {
  expect(excerpt(text, "bad", path).join("\n")).not.toContain("hunter2");
});

test("an environment file may have any name", () => {
  const file = { path: "vars.txt", text: "hunter2 bad" };
  const diagnostic = problem(spanOf(file, "bad"), { code: "E715" });
  expect(renderText([diagnostic], plain)).not.toContain("hunter2");
});

test.each([
  "topic: orders-bad",
  "partition_key: bad",
  "consumer: { group.id: bad }",
  "uri: mongodb://host:27017/bad",
  "password: secret://vault/bad",
  "password: ${KAFKA_bad}",
  'token: "${bad}"',
  "secrets:\n  vault:\n    provider: bad",
  "password: x\ntopic: bad",
  "secret:\n  topic: bad",
])("is shown as it is: %j", (text) => {
  expect(excerpt(text, "bad").join("\n")).toContain("bad");
});

test("the caller's mask hides ranges and keeps columns", () => {
  const file = { path: "a.infra", text: "plain: hunter2 rest: 日 bad\n" };
  const mask = (line: Span): readonly Span[] => {
    expect(line).toEqual({ file, start: 0, end: file.text.length - 1 });
    return [spanOf(file, "hunter2"), spanOf(file, "日")];
  };
  const lines = renderText([problem(spanOf(file, "bad"))], { color: false, mask }).split("\n");
  expect(lines.slice(2, 4)).toEqual([
    " 1 | plain: ••••••• rest: •• bad",
    "   |                         ^^^",
  ]);
});

test("related places are masked too", () => {
  const file = { path: "a.infra", text: "password: hunter2\nb: 1\n" };
  const related = [{ span: spanOf(file, "password"), message: "first set here" }];
  expect(renderText([problem(spanOf(file, "b:"), { related })], plain)).not.toContain("hunter2");
});
