// Region overlays: who may have them, in which order they lie, and what each region sees.
import { expect, test } from "vitest";
import { valueAt } from "../../src/document/node.js";
import { plainNode } from "../../src/resolve/resolved-document.js";
import { analyseFiles, analyseText, codesOf, head, linesOf, type Outcome } from "./project.js";

const regions = `regions:
  primary: { name: us-east-1, role: active }
  second: { name: eu-west-1, role: standby }
`;
const kafka = "type: kafka, topic: t, brokers: 'b:1'";

function perRegion({ analysis }: Outcome, section: string, ...keys: string[]): unknown {
  return analysis.resolution?.trees.map(({ sections }) => {
    const node = valueAt(sections.get(section), ...keys);
    return node === undefined ? undefined : plainNode(node);
  });
}

test("each region sees its overlay upon the common keys", async () => {
  const outcome = await analyseText(`${regions}streams:
  s: { ${kafka}, regional: true, partitions: 3, us-east-1: { partitions: 6 }, eu-west-1: { topic: eu } }
  u: { ${kafka} }
`);
  expect(codesOf(outcome.diagnostics)).toEqual([]);
  expect(perRegion(outcome, "streams", "s", "partitions")).toEqual([6, 3]);
  expect(perRegion(outcome, "streams", "s", "topic")).toEqual(["t", "eu"]);
  expect(perRegion(outcome, "streams", "s", "us-east-1")).toEqual([undefined, undefined]);
  expect(outcome.analysis.models.map(({ model }) => model.region?.name)).toEqual([
    "primary",
    "second",
  ]);
});

test.each(["eu-west-1", "second"])("--region %s selects one", async (region) => {
  const outcome = await analyseText(regions, { region });
  expect(outcome.analysis.models.map(({ model }) => model.region?.regionName)).toEqual([
    "eu-west-1",
  ]);
});

test("an unknown --region is E719", async () => {
  expect(codesOf((await analyseText(regions, { region: "mars" })).diagnostics)).toEqual(["E719"]);
  expect(codesOf((await analyseText("", { region: "mars" })).diagnostics)).toEqual(["E719"]);
});

test("the settings of a global map lie between common keys and overlay", async () => {
  const lookup = `lookups:
  l:
    type: mongodb
    regional: true
    database: common
    global: { uri: "mongodb://h", database: shared, collection: shared }
    eu-west-1: { collection: eu }
`;
  const outcome = await analyseText(regions + lookup);
  expect(codesOf(outcome.diagnostics)).toEqual([]);
  expect(perRegion(outcome, "lookups", "l", "database")).toEqual(["shared", "shared"]);
  expect(perRegion(outcome, "lookups", "l", "collection")).toEqual(["shared", "eu"]);
  const alone = await analyseText(
    'lookups: { l: { type: mongodb, global: { uri: "mongodb://h", database: d, collection: c } } }\n',
  );
  expect(codesOf(alone.diagnostics)).toEqual([]);
});

test("a region wins over process, group and defaults", async () => {
  const outcome = await analyseText(`${regions}resources:
  _defaults: { parallelism: 1 }
  p: { parallelism: 2, regional: true, eu-west-1: { parallelism: 3 } }
`);
  expect(perRegion(outcome, "resources", "p", "parallelism")).toEqual([2, 3]);
});

test("an overlay in the base and one in the child are merged", async () => {
  const outcome = await analyseFiles({
    "base.infra": head(
      "base",
      `${regions}streams: { s: { ${kafka}, regional: true, eu-west-1: { topic: eu, partitions: 2 } } }\n`,
    ),
    "main.infra": head(
      "production",
      "extends: base.infra\nstreams: { s: { eu-west-1: { partitions: 4 } } }\n",
    ),
  });
  expect(perRegion(outcome, "streams", "s", "partitions")).toEqual([undefined, 4]);
  expect(perRegion(outcome, "streams", "s", "topic")).toEqual(["t", "eu"]);
});

test("second spellings are rewritten inside overlays", async () => {
  const outcome = await analyseText(
    `${regions}checkpoints: { c: { type: filesystem, path: "file:///c", regional: true, eu-west-1: { interval: 9s } } }\n`,
  );
  expect(perRegion(outcome, "checkpoints", "c", "checkpoint")).toEqual([
    undefined,
    { interval: "9s" },
  ]);
});

const wrong: readonly (readonly [name: string, text: string, want: string])[] = [
  [
    "overlay without the switch",
    `${regions}streams: { s: { ${kafka}, us-east-1: { partitions: 1 } } }`,
    'E718 main.infra:6 Region overlay "us-east-1" in streams.s: "regional" is not true.',
  ],
  [
    "deployment without multi_region",
    `${regions}deployment: { type: yarn, us-east-1: { queue: q } }`,
    'E718 main.infra:6 Region overlay "us-east-1" in deployment: "multi_region" is not true.',
  ],
  [
    "overlay of an undeclared region",
    `${regions}streams: { s: { ${kafka}, regional: true, ap-south-1: { partitions: 1 } } }`,
    'E718 main.infra:6 Region overlay "ap-south-1" in streams.s: no region of that name is declared.',
  ],
  [
    "overlay in a file without regions",
    `streams: { s: { ${kafka}, regional: true, us-east-1: { partitions: 1 } } }`,
    'E718 main.infra:3 Region overlay "us-east-1" in streams.s: no region of that name is declared.',
  ],
  [
    "regional and global",
    `${regions}streams: { s: { ${kafka}, regional: true, global: true } }`,
    'E703 main.infra:6 Invalid value for "streams.s.global": "regional: true" and "global: true" exclude each other.',
  ],
  [
    "a list as overlay",
    `${regions}streams: { s: { ${kafka}, regional: true, us-east-1: [] } }`,
    'E703 main.infra:6 Invalid value for "streams.s.us-east-1": it must be a mapping.',
  ],
  [
    "global as a map of a stream",
    `${regions}streams: { s: { ${kafka}, global: { topic: x } } }`,
    'E703 main.infra:6 Invalid value for "global": it must be true or false.',
  ],
  [
    "a variable as switch",
    `${regions}streams: { s: { ${kafka}, regional: "\${R}" } }`,
    'E709 main.infra:6 A variable cannot be used in "regional": earlier stages need its value.',
  ],
  [
    "what one region lacks",
    `${regions}streams: { s: { type: kafka, brokers: 'b:1', regional: true, us-east-1: { topic: t } } }`,
    'E702 main.infra:6 The stream "s" lacks the required property "topic".',
  ],
];

test.each(wrong)("%s", async (_, text, want) => {
  const { diagnostics } = await analyseText(`${text}\n`);
  const withoutColumn = linesOf(diagnostics).map((line) => line.replace(/:\d+ /u, " "));
  expect(withoutColumn).toEqual([want]);
});

test("a credential of another region's overlay is one for the selected region, too", async () => {
  const text = `${regions}streams:
  s: { ${kafka}, regional: true, eu-west-1: { properties: { sasl.password: "\${SHARED}" } } }
  u: { type: kafka, topic: "\${SHARED}", brokers: 'b:1' }
`;
  const { diagnostics } = await analyseText(text, {
    region: "us-east-1",
    environment: { SHARED: "x" },
  });
  expect(codesOf(diagnostics)).toEqual(["E713"]);
});
