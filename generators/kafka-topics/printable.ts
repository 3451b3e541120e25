// What no script and no client configuration can be given: NUL ends every word and variable, and a line
// break ends a login. Found at the property, before anything is written.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { Text } from "../../src/model/bindings.js";
import type { Place, RuleContext } from "../../src/model/rules/rule-context.js";

/** `lines`: certificates and the like, which have line breaks and tabs. */
export type Allowed = "lines" | "words";

/** E703 where `value`, or the default of a variable in it, holds a control character; true: it holds none. */
export function checkPrintable(
  value: Text,
  place: Place,
  allowed: Allowed,
  context: RuleContext,
): boolean {
  if (isPrintable(value, allowed)) return true;
  const problem =
    allowed === "lines"
      ? "it holds a control character, which no client of Kafka is given"
      : "it holds a line break or another control character, which no script can pass on";
  const help = "Write the value without it.";
  const values = { property: context.path(place), problem };
  context.report(diagnose("E703", context.span(place), values, { help }));
  return false;
}

function isPrintable(value: Text, allowed: Allowed): boolean {
  if (typeof value === "string") {
    return !/\p{Cc}/u.test(allowed === "lines" ? value.replace(/[\t\r\n]/gu, "") : value);
  }
  if (value.kind === "concatenation") {
    return value.parts.every((part) => isPrintable(part, allowed));
  }
  // The script refuses a variable of more than one line, so a default has one, too.
  return value.kind === "secret" || value.fallback === null || isPrintable(value.fallback, "words");
}
