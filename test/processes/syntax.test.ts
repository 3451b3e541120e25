// What cannot be read of a process file: every problem at once, at its place, and never a throw.
import { expect, test } from "vitest";
import { link } from "./project.js";

/** A body of the process `p`, and what is found in it. */
const slips: readonly (readonly [name: string, body: string, want: readonly string[]])[] = [
  [
    "an open quote ends with its line",
    'emit to enriched reason "late\nemit to orders',
    ['E721 p.proc:2:25 "'],
  ],
  [
    "an open comment",
    "emit to enriched /* and so on",
    ["E721 p.proc:1:9 p", "E721 p.proc:2:18 /*"],
  ],
  ["open SQL", "sql ```select", ["E721 p.proc:1:9 p", "E721 p.proc:2:5 ```"]],
  ["an open placeholder", "parallelism ${a", ["E721 p.proc:2:13 ${"]],
  ["a letter that no name has", "emit to änderungen", ["E721 p.proc:2:9 ä"]],
  ["receive without a name", "receive", ["E721 p.proc:2:8 "]],
  ["emit without to", "emit enriched", ["E721 p.proc:2:5 "]],
  ["enrich without using", "enrich customers on id", ["E721 p.proc:2:7 "]],
  ["enrich without on", "enrich using customers select a", ["E721 p.proc:2:23 "]],
  ["late data without to", "time by at late data", ["E721 p.proc:2:21 "]],
  ["checkpoint without every", "checkpoint cp", ["E721 p.proc:2:11 "]],
  ["checkpoint without an interval", "checkpoint every minute to cp", ["E721 p.proc:2:17 "]],
  ["checkpoint without a target", "checkpoint every 5 minutes", ["E721 p.proc:2:27 "]],
  [
    "completion without correlation",
    "on commit failure emit completion to done",
    ["E721 p.proc:2:42 "],
  ],
  ["completion without a target", "on commit emit completion", ["E721 p.proc:2:26 "]],
  ["parallelism of nothing", "parallelism hint", ["E721 p.proc:2:17 "]],
  ["parallelism of zero", "parallelism 0", ["E721 p.proc:2:13 0"]],
  ["a misspelt statement that binds", "recieve orders", ["E721 p.proc:2:1 recieve"]],
  ["another", "emitt to enriched", ["E721 p.proc:2:1 emitt"]],
  [
    "several at once, in the order of their places",
    "parallelism x\nemit enriched\nchekpoint every 5s to cp\nenrich using",
    ["E721 p.proc:2:13 x", "E721 p.proc:3:5 ", "E721 p.proc:4:1 chekpoint", "E721 p.proc:5:13 "],
  ],
];

test.each(slips)("%s", async (_, body, want) => {
  expect((await link(body)).found.toSorted()).toEqual(want.toSorted());
});

test("a name that no process can have", async () => {
  for (const name of ["_defaults", "Billing", "e\u0301"]) {
    const { found } = await link(`process ${name} receive orders end`);
    expect(found[0]).toMatch(/^E721 p\.proc:1:(?:9|10) /u);
  }
});

test("a process without end, and words outside of a process", async () => {
  const { found } = await link(
    "process a receive orders\nprocess b emit to orders end\nimport ./x.schema",
  );
  expect(found).toEqual(["E721 p.proc:1:9 a"]);
  expect((await link("import ./a.schema\nreceive orders\nemit to enriched")).found).toEqual([
    "E721 p.proc:2:1 receive",
  ]);
});
