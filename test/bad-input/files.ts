// Rows of bad input about files and `extends`: F01 to F12.
import { head, only, type Case, type Row } from "./harness.js";

const base = 'version: "1.0"\nenvironment: base\n';

const extending = (target: string, more = ""): string => `${head}extends: ${target}\n${more}`;

const one = (name: string, text: string, ...want: string[]): Case => ({
  name,
  files: only(text),
  want,
});

const refused = (target: string, want: string): Case => one(target, extending(target), want);

const chain = (length: number): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length }, (_, index) => [
      index === 0 ? "main.infra" : `f${index}.infra`,
      index === length - 1 ? base : `${index === 0 ? head : base}extends: f${index + 1}.infra\n`,
    ]),
  );

export const files: readonly Row[] = [
  {
    row: "F01 an entry that is no file",
    cases: [
      { name: "missing", files: {}, want: ["E730"], exit: 3 },
      { name: "a folder", files: { "main.infra/x": "" }, want: ["E731"] },
    ],
  },
  {
    row: "F02 a device, a pipe, a socket",
    cases: ["/dev/zero", "/dev/null"].map((device) => ({
      name: device,
      files: { "main.infra": { link: device } },
      want: ["E731"],
    })),
  },
  {
    row: "F03 extends that leads outside the project",
    cases: [
      refused("../../etc/passwd", "E708 3:10"),
      refused("../other.infra", "E708 3:10"),
      refused("/abs.infra", "E708 3:10"),
      refused("https://example.com/a.infra", "E708 3:10"),
      refused("file:///etc/a.infra", "E708 3:10"),
      refused("'C:\\x.infra'", "E708 3:10"),
    ],
  },
  {
    row: "F04 extends through a link that leaves the project",
    cases: [
      {
        name: "to a file of the system",
        files: { "main.infra": extending("base.infra"), "base.infra": { link: "/etc/passwd" } },
        want: ["E708 3:10"],
      },
    ],
  },
  {
    row: "F05 extends through a link inside the project",
    cases: [
      {
        name: "is followed",
        files: {
          "main.infra": extending("base.infra"),
          "base.infra": { link: "shared/real.infra" },
          "shared/real.infra": base,
        },
        want: [],
      },
      {
        name: "to the file itself is a cycle",
        files: { "main.infra": extending("base.infra"), "base.infra": { link: "main.infra" } },
        want: ["E706 3:10"],
      },
    ],
  },
  {
    row: "F06 a cycle",
    cases: [
      one("itself", extending("main.infra"), "E706 3:10"),
      {
        name: "through another",
        files: { "main.infra": extending("b.infra"), "b.infra": `${base}extends: main.infra\n` },
        want: ["E706 b.infra:3:10"],
        says: /main\.infra → b\.infra → main\.infra/u,
      },
      {
        name: "by another spelling of the path",
        files: { "main.infra": extending("./x/../main.infra"), "x/y": "" },
        want: ["E706 3:10"],
      },
    ],
  },
  {
    row: "F07 one base of several files",
    cases: [
      {
        name: "is read by each",
        files: {
          "main.infra": extending("left.infra"),
          "left.infra": `${base}extends: base.infra\n`,
          "right.infra": `${base}extends: base.infra\n`,
          "base.infra": base,
        },
        want: [],
      },
    ],
  },
  {
    row: "F08 a chain of seventeen files",
    cases: [
      { name: "16 files", files: chain(16), want: [] },
      { name: "17 files", files: chain(17), want: ["E706 f15.infra:3:10"] },
    ],
  },
  {
    row: "F09 an error inside a base",
    cases: [
      {
        name: "is told at its place there",
        files: { "main.infra": extending("base.infra"), "base.infra": `${base}partition: 1\n` },
        want: ["E704 base.infra:3:1"],
      },
    ],
  },
  {
    row: "F10 a base that is edited during the run",
    cases: [
      {
        name: "is read once",
        files: { "main.infra": extending("base.infra"), "base.infra": base },
        want: [],
      },
    ],
  },
  {
    row: "F11 a list in the base, and a map above it",
    cases: [
      {
        name: "clash",
        files: {
          "main.infra": extending(
            "base.infra",
            'streams: { s: { type: kafka, topic: t, brokers: "b:1" } }\n',
          ),
          "base.infra": `${base}streams: []\n`,
        },
        want: ["E703 base.infra:3:10"],
      },
      {
        name: "above a binding",
        files: {
          "main.infra": extending("base.infra", "streams: { s: { consumer: [] } }\n"),
          "base.infra": `${base}streams: { s: { type: kafka, topic: t, brokers: "b:1", consumer: { group_id: g } } }\n`,
        },
        want: ["E703 4:27"],
      },
    ],
  },
  {
    row: "F12 extends that names no file",
    cases: [
      one("a list", extending("[a, b]"), "E703 3:10"),
      one("empty", extending('""'), "E708 3:10"),
      one("a number", extending("3"), "E703 3:10"),
    ],
  },
];
