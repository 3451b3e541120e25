// Text of a file in PromQL and in Go templates: it must never end its place.
import { expect, test } from "vitest";
import {
  exposedLabel,
  literalRegex,
  selector,
  templateText,
} from "../../../src/targets/prometheus/selector.js";

test.each([
  ["m", [], "m"],
  ["m", [{ label: "a", values: ["b"] }], 'm{a="b"}'],
  ["m", [{ label: "a", values: ["b", "c.d"] }], 'm{a=~"b|c\\\\.d"}'],
  ["m", [{ label: "a", values: ['"}\\\n\u0007'] }], String.raw`m{a="\"}\\\n\u0007"}`],
  ["m", [{ label: "a", values: ["x"], pattern: "x.*" }], 'm{a=~"x.*"}'],
])("%s %j", (name, matchers, text) => {
  expect(selector(name, matchers)).toBe(text);
});

test("a regular expression matches its text only", () => {
  const text = "a.b*c(d)|[e]{2}^$\\+?";
  expect(new RegExp(`^${literalRegex(text)}$`, "u").test(text)).toBe(true);
});

test.each([
  ["plain } text }}", "plain } text }}"],
  ["{{ $value }}", '{{ "{{" }} $value }}'],
  ["{{{x", '{{ "{{{" }}x'],
  ["ends with {", 'ends with {{ "{" }}'],
  ["one { inside", "one { inside"],
])("%j in a template", (text, escaped) => {
  expect(templateText(text)).toBe(escaped);
});

test.each([
  ["k8s.zone", "k8s_zone"],
  ["1st", "_1st"],
  ["team", "team"],
])("the label %s is exposed as %s", (name, exposed) => {
  expect(exposedLabel(name)).toBe(exposed);
});
