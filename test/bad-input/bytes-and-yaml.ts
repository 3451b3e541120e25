// Rows of bad input about bytes and YAML: Y01 to Y29.
import { head, only, stream, type Case, type Row } from "./harness.js";

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const wide = (order: "le" | "be"): Uint8Array => {
  const text = Buffer.from(`\ufeff${stream("")}`, "utf16le");
  return order === "le" ? text : text.swap16();
};

const one = (name: string, text: string | Uint8Array, ...want: string[]): Case => ({
  name,
  files: only(text),
  want,
});

/** A value for `partitions`, on line 3. */
const number = (text: string, ...want: string[]): Case =>
  one(text, stream(`, partitions: ${text}`), ...want);

const flow = (depth: number): string =>
  `${head}streams: ${"[".repeat(depth)}${"]".repeat(depth)}\n`;
const maps = (depth: number): string =>
  `${head}streams: ${"{a: ".repeat(depth)}1${"}".repeat(depth)}\n`;
const block = (depth: number): string =>
  `${head}${Array.from({ length: depth }, (_, level) => `${" ".repeat(level)}a:\n`).join("")}`;
const question = (depth: number): string => `${head}${"? ".repeat(depth)}a\n`;

const control = [
  ["NUL", "\u0000", "U+0000"],
  ["BEL", "\u0007", "U+0007"],
  ["ESC", "\u001b", "U+001B"],
  ["DEL", "\u007f", "U+007F"],
  ["a C1 control", "\u009b", "U+009B"],
  ["a line separator", "\u2028", "U+2028"],
  ["a bidirectional override", "\u202e", "U+202E"],
] as const;

const laughs = (): string => {
  const levels = Array.from({ length: 12 }, (_, level) =>
    level === 0
      ? "a0: &a0 [x, x]"
      : `a${level}: &a${level} [${Array(10)
          .fill(`*a${level - 1}`)
          .join(", ")}]`,
  );
  return `${head}${levels.join("\n")}\n`;
};

const many = (count: number): string =>
  `${head}${Array.from({ length: count }, (_, index) => `x${index}: 1\n`).join("")}`;

export const bytesAndYaml: readonly Row[] = [
  {
    row: "Y01 an empty file",
    cases: [
      one("nothing", "", "E749 1:1"),
      one("only comments", "# a\n# b\n", "E749 1:1"),
      one("a null", "~\n", "E749 1:1"),
    ],
  },
  {
    row: "Y02 a root that is no map",
    cases: [one("a list", "\n- a\n", "E749 2:1"), one("a scalar", "text\n", "E749 1:1")],
  },
  {
    row: "Y03 UTF-16",
    cases: [
      {
        ...one("little-endian", wide("le"), "E736 1:1"),
        says: /UTF-16[\s\S]*Save the file as UTF-8/u,
      },
      { ...one("big-endian", wide("be"), "E736 1:1"), says: /UTF-16/u },
    ],
  },
  {
    row: "Y04 bytes that are no UTF-8",
    cases: [
      {
        ...one("Latin-1", bytes(`${head}description: caf`, [0xe9], "\n"), "E736 3:17"),
        says: /byte 55 /,
      },
      one("overlong", bytes(`${head}description: `, [0xc0, 0xaf], "\n"), "E736 3:14"),
      one(
        "an encoded surrogate",
        bytes(`${head}description: `, [0xed, 0xa0, 0x80], "\n"),
        "E736 3:14",
      ),
    ],
  },
  {
    row: "Y05 a byte order mark of UTF-8",
    cases: [one("at the start", `\ufeff${stream("")}`)],
  },
  {
    row: "Y06 a second byte order mark",
    cases: [
      one("after the first", `\ufeff\ufeff${stream("")}`, "E737 1:1"),
      one("in a key", `${head}str\ufeffeams: {}\n`, "E737 3:4"),
    ],
  },
  {
    row: "Y07 control characters",
    cases: control.map(([name, character, shown]) => ({
      ...one(name, `${head}description: "a${character}b"\n`, "E737 3:16"),
      says: new RegExp(shown.replace("+", "\\+"), "u"),
    })),
  },
  {
    row: "Y08 CRLF",
    cases: [
      one("accepted", stream("").replaceAll("\n", "\r\n")),
      one("positions are right", stream(", partition: 1").replaceAll("\n", "\r\n"), "E704 3:56"),
    ],
  },
  { row: "Y09 a lone CR", cases: [one("as a line end", head.replace("\n", "\r"), "E738 1:15")] },
  {
    row: "Y10 a tab as indentation",
    cases: [{ ...one("in a map", `${head}streams:\n\ts: {}\n`, "E739 4:1"), says: /spaces/u }],
  },
  {
    row: "Y11 a quote or bracket that is not closed",
    cases: [
      {
        ...one("a quote", `${head}description: "abc\nstreams: {}\n`, "E733 5:1"),
        says: /3:14: opened here/u,
      },
      {
        ...one("a bracket", `${head}streams: {\n  s: [a\n`, "E733 5:1"),
        says: /4:6: opened here/u,
      },
    ],
  },
  {
    row: "Y12 a key that is set twice",
    cases: [
      { ...one("in one map", `${head}streams: {}\nstreams: {}\n`, "E740 4:1"), says: /3:1/u },
    ],
  },
  {
    row: "Y13 a key that is no name",
    cases: [
      one('1 and "1"', `${head}resources: { 1: {}, "1": {} }\n`, "E741 3:14"),
      one("null", `${head}resources: { ~: {} }\n`, "E741 3:14"),
      one("a list", `${head}? [a]\n: b\n`, "E741 3:3"),
    ],
  },
  {
    row: "Y14 two documents",
    cases: [
      one("by ---", `${head}---\nstreams: {}\n`, "E745 3:1"),
      one("text after ...", `${head}...\nstreams: {}\n`, "E745 4:1"),
    ],
  },
  {
    row: "Y15 directives",
    cases: [
      one("%YAML", `%YAML 1.1\n---\n${head}`, "E744 1:1"),
      one("%TAG", `%TAG ! tag:x,2000:\n---\n${head}`, "E744 1:1"),
      one("%FOO", `%FOO bar\n---\n${head}`, "E744 1:1"),
    ],
  },
  {
    row: "Y16 tags",
    cases: ["!foo x", "!!binary aGk=", "!!set {a}", '!!int "1"', "!!js/function x"].map((text) =>
      one(text, `${head}description: ${text}\n`, "E743 3:14"),
    ),
  },
  {
    row: "Y17 aliases without end",
    cases: [
      { ...one("a billion laughs", laughs()), want: ["E748 9:25"] },
      one(
        "more than a hundred",
        `${head}a: &a 1\nb: [${Array(101).fill("*a").join(", ")}]\n`,
        "E748 4:405",
      ),
    ],
  },
  {
    row: "Y18 aliases that lead nowhere",
    cases: [
      one("to itself", `${head}streams: &a [*a]\n`, "E746 3:14"),
      one("missing", `${head}streams: *missing\n`, "E746 3:10"),
    ],
  },
  {
    row: "Y19 a merge key",
    cases: [
      { ...one("<<", `${head}x: &x {}\nstreams: { <<: *x }\n`, "E742 4:12"), says: /extends/u },
    ],
  },
  {
    row: "Y20 deep nesting",
    // The sixty-fifth level is the first one too many.
    cases: [65, 1000, 50_000].flatMap((depth) => [
      one(`flow lists, ${depth}`, flow(depth), depth === 65 ? "E747 3:73" : "E747 3:81"),
      one(`flow maps, ${depth}`, maps(depth), depth === 65 ? "E747 3:262" : "E747 3:291"),
      // Text of fifty thousand indented lines is as large as a file may be several times over.
      ...(depth > 1000
        ? []
        : [one(`block maps, ${depth}`, block(depth), depth === 65 ? "E747 67:65" : "E747 74:72")]),
      one(`question marks, ${depth}`, question(depth), depth === 65 ? "E747 3:129" : "E747 3:145"),
    ]),
  },
  {
    row: "Y21 a file that is too large",
    cases: [one("17 MiB", Buffer.alloc(17 * 1024 * 1024, 0x23), "E735")],
  },
  {
    row: "Y22 too many keys and nodes",
    cases: [
      one(
        "60,000 keys",
        `${head}resources:\n${Array.from({ length: 60_000 }, (_, index) => `  a${index}: {}`).join("\n")}\n`,
        "E748 50004:3",
      ),
      one(
        "a million blank lines",
        `${head}${"\n".repeat(1_000_000)}partition: 1\n`,
        "E704 1000003:1",
      ),
    ],
  },
  {
    row: "Y23 keys of JavaScript's objects",
    cases: ["__proto__", "constructor", "prototype"].flatMap((key) => [
      one(`${key} of the file`, `${head}${key}: { x: 1 }\n`, "E741 3:1"),
      one(`${key} of a section`, `${head}streams: { ${key}: { x: 1 } }\n`, "E741 3:12"),
      one(`${key} of a binding`, stream(`, ${key}: { x: 1 }`), "E741 3:56"),
      one(`${key} of a map`, stream(`, consumer: { ${key}: { x: 1 } }`), "E741 3:68"),
    ]),
  },
  {
    row: "Y24 numbers that cannot be taken as written",
    cases: [
      number("9007199254740993", "E734 3:68"),
      number("1e400", "E734 3:68"),
      number("-0", "E703 3:68"),
      number(".nan", "E734 3:68"),
      number("0x10", "E734 3:68"),
      { ...number("012", "E734 3:68"), says: /octal/u },
      number("1_000", "E703 3:68"),
    ],
  },
  {
    row: "Y25 a version without quotes",
    cases: [
      { ...one("1.10", "version: 1.10\nenvironment: production\n", "E703 1:10"), says: /"1.10"/u },
      // YAML 1.2, which is read here, takes "no" for a text.
      one("environment: no", 'version: "1.0"\nenvironment: no\n'),
      one("environment: true", 'version: "1.0"\nenvironment: true\n', "E703 2:14"),
    ],
  },
  {
    row: "Y26 keys that differ by case or normal form only",
    cases: [
      one("case", `${head}resources: { Auth: {}, auth: {} }\n`, "E703 3:14"),
      one(
        "normal form",
        `${head}resources: { "caf\u00e9": {}, "cafe\u0301": {} }\n`,
        "E703 3:14",
        "E703 3:26",
      ),
    ],
  },
  {
    row: "Y27 an unknown key",
    cases: [{ ...one("partition", stream(", partition: 1"), "E704 3:56"), says: /"partitions"/u }],
  },
  {
    row: "Y28 a section of the wrong kind",
    cases: [
      one("a list", `${head}streams: []\n`, "E703 3:10"),
      one("null", `${head}streams: ~\n`, "E703 3:10"),
      one("a text", `${head}streams: x\n`, "E703 3:10"),
    ],
  },
  {
    row: "Y29 five hundred errors",
    cases: [
      {
        ...one("a hundred of them are shown", many(500)),
        want: Array.from({ length: 100 }, (_, index) => `E704 ${index + 3}:1`),
        says: /500 errors|400 more|More than 100/u,
      },
    ],
  },
];
