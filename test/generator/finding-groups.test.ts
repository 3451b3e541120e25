// How findings become the rows of a README.
import { expect, test } from "vitest";
import type { Diagnostic, Severity } from "../../src/diagnostics/diagnostic.js";
import { absent } from "../../src/encode/leaf.js";
import { findingViews, namedFew } from "../../src/generator/finding-groups.js";

function finding(code: string, message: string, extras: Partial<Diagnostic> = {}): Diagnostic {
  const severity: Severity = code.startsWith("E") ? "error" : "warning";
  return { code, severity, message, span: null, related: [], help: null, ...extras };
}

const none = (): null => null;

test("what differs in names and numbers is one row, with the names of the others", () => {
  const names = ["a", "b", "c", "d", "e", "f", "g"];
  const findings = names.map((name, index) => finding("W900", `"${name}" needs ${index} GB.`));
  const rows = findingViews([...findings, ...findings], none);
  expect(rows).toEqual([
    {
      code: "W900",
      severity: "warning",
      message: '"a" needs 0 GB.',
      help: absent,
      hasHelp: false,
      hasOthers: true,
      otherCount: 6,
      namesOthers: true,
      others: ["b", "c", "d", "e", "f"].map((name, index) => ({ name, follows: index > 0 })),
    },
  ]);
});

test("another text, cure or acceptance is a row of its own; errors are none", () => {
  const rows = findingViews(
    [
      finding("E900", "No."),
      finding("W901", '"a" is odd.', { help: "Set x.a.b." }),
      finding("W901", '"b" is odd.', { help: "Set x.b.b." }),
      finding("W901", '"c" is odd.', { help: "Remove it." }),
      finding("W901", '"d" is odd.', { help: "Set x.d.b." }),
      finding("W901", '"e" is even.'),
    ],
    ({ message }) => (message.startsWith('"d"') ? "we know" : null),
  );
  expect(rows.map(({ message, help, otherCount }) => [message, help, otherCount])).toEqual([
    ['"a" is odd.', "Set x.a.b.", 1],
    ['"c" is odd.', "Remove it.", 0],
    ['"d" is odd.', "accepted: we know", 0],
    ['"e" is even.', absent, 0],
  ]);
});

test("five names stand for all", () => {
  expect(namedFew(["a"])).toEqual({ first: "a", rest: [], hasMore: false, more: 0 });
  expect(namedFew(["a", "b", "c", "d", "e", "f", "g"])).toMatchObject({ hasMore: true, more: 2 });
});
