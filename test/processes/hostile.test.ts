// Process files that are broken, huge or meant to harm. Rows of bad input that hold for every file that
// is read hold for these: each test is named after its row.
import { expect, test } from "vitest";
import { readProcessFile } from "../../src/processes/read-process-file.js";
import { newReadingBudget } from "../../src/document/reading-budget.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { analyseFiles, head } from "../resolve/project.js";
import { link, placed } from "./project.js";

/** What reading `text` alone reports: `code line:column`, and how many processes it holds. */
function read(text: string): { readonly codes: readonly string[]; readonly processes: number } {
  const found: Diagnostic[] = [];
  const file = readProcessFile({ path: "p.proc", text }, newReadingBudget(), (each) => {
    found.push(each);
  });
  return { codes: found.map(placed), processes: file.processes.length };
}

test("Y01: empty, and only comments", () => {
  expect(read("").codes).toEqual(["E721 p.proc:1:1 "]);
  expect(read("// nothing\n/* at\nall */\n").codes).toEqual(["E721 p.proc:1:1 "]);
});

test("Y05 and Y08: a byte order mark and CRLF change nothing", async () => {
  const text = "\ufeffprocess p\r\n  receive order\r\nend\r\n";
  const { diagnostics } = await analyseFiles(
    {
      "main.infra": `${head("test")}streams: { orders: { type: kafka, topic: t, brokers: "b:1" } }\nresources: { p: {} }\n`,
      "p.proc": text,
    },
    { processes: "p.proc" },
  );
  expect(diagnostics.map(placed)).toEqual(["E700 p.proc:2:11 order"]);
});

test("Y06 and Y07: characters that are not seen", () => {
  expect(read("process p receive \u202eorders end").codes).toEqual(["E737 p.proc:1:19 \u202e"]);
  expect(read("process p\u0000 end").codes).toEqual(["E737 p.proc:1:10 \u0000"]);
});

test("Y09: lone carriage returns", () => {
  expect(read("process p\rend").codes).toEqual(["E738 p.proc:1:10 \r"]);
});

test("Y20: brackets nested beyond the limit", () => {
  for (const depth of [65, 1000, 50_000]) {
    expect(read(`process p set x = ${"(".repeat(depth)} end`).codes).toEqual([
      "E747 p.proc:1:83 (",
    ]);
  }
  expect(read(`process p set x = ${"(".repeat(64)}1${")".repeat(64)} end`).codes).toEqual([]);
});

test("Y21: a file beyond the limit is not read", async () => {
  const { diagnostics } = await analyseFiles(
    {
      "main.infra": `${head("test")}resources: { p: {} }\n`,
      "p.proc": " ".repeat(16 * 1024 * 1024 + 1),
    },
    { processes: "p.proc" },
  );
  expect(diagnostics.map(({ code }) => code)).toEqual(["E735"]);
});

test("Y22: too many words", () => {
  const budget = { ...newReadingBudget(), nodes: 100 };
  const codes: string[] = [];
  readProcessFile(
    { path: "p.proc", text: `process p ${"x ".repeat(200)} end` },
    budget,
    (found) => {
      codes.push(found.code);
    },
  );
  expect(codes).toEqual(["E748"]);
});

test("Y23: names of every object are names like others", async () => {
  for (const name of ["constructor", "__proto__", "toString", "hasOwnProperty"]) {
    expect((await link(`receive ${name} enrich using ${name} on id`)).found).toEqual([
      `E700 p.proc:2:9 ${name}`,
      `E700 p.proc:2:${22 + name.length + 1} ${name}`,
    ]);
    expect(read(`process p checkpoint every 5 ${name} to x end`).codes.length).toBe(1);
  }
  expect(({} as Record<string, unknown>)["p"]).toBeUndefined();
});

test("Y29: the first 100 problems, and a note", () => {
  const { codes } = read(`process p\n${"parallelism x\n".repeat(500)}end`);
  expect(codes.length).toBe(101);
  expect(codes.at(-1)).toBe("N730 p.proc:102:13 x");
});

test("E03 and E04: what looks like a variable is never taken from the environment", async () => {
  const infra = `${head("test")}streams: { s: { brokers: "k:1", type: kafka, topic: t } }\nresources: { p: {} }\n`;
  const outcome = await analyseFiles(
    {
      "main.infra": infra,
      "p.proc": 'process p receive s from kafka "${HOME}" group "${USER}" end',
    },
    { processes: "p.proc", environment: { HOME: "/root", USER: "root" } },
  );
  expect(JSON.stringify(outcome.analysis.models[0]?.model)).not.toContain("root");
  expect(outcome.diagnostics).toEqual([]);
});

test("E07: an inline value cannot smuggle a secret into a name", async () => {
  const infra = `streams: { s: { brokers: "k:1", type: kafka } }\nsecrets: { c: { provider: env, variable: C } }\nresources: { p: {} }\n`;
  const { found } = await link('receive s from kafka "secret://c"', infra);
  expect(found).toEqual(['E713 p.proc:2:22 "secret://c"']);
});

test("any cut and any mixture of a file is read without a throw", () => {
  const text = `import ./a.schema
process p parallelism hint 4 time by a.b watermark delay 5 seconds late data to l
  receive a: T from kafka "t", "u" group "g" match from b on c // note
  enrich using c on d, e select f lookup x from mongodb "m" key a.b cache ttl 5m
  transform using t params: { a: lookup(b, 'c'), d: [1, 2.5] } on_success continue end on_failure emit to e end
  route using r "v" to x otherwise continue window tumbling 1 hour aggregate count() as n end
  sql \`\`\`select '\`\`\` on commit failure emit completion to c correlation a
  state uses s local t keyed by u type map ttl sliding 2 weeks on error lookup failure retry 3
  persist to q on error emit to z checkpoint every 60 seconds to k when slow strategy sample 0.5
end`;
  expect(read(text)).toEqual({ codes: [], processes: 1 });
  for (let cut = 0; cut < text.length; cut++) {
    read(text.slice(0, cut));
    read(text.slice(cut));
    read(text.slice(0, cut) + "\"'`${/*("[cut % 8] + text.slice(cut + 1));
  }
  const words = text.split(/\s+/u);
  for (let step = 1; step < words.length; step++) {
    read(words.map((_, index) => words[(index * step + 7) % words.length]).join(" "));
  }
});

test("the work grows with the text alone", () => {
  // Were each looked through once more for each of its words, these would take hours.
  const shapes = ['"', "/*", "${", "from ", "to x ", "match from ", "a.b.c, ", "lookup(", "end "];
  for (const shape of shapes) {
    expect(read(`process p receive a ${shape.repeat(100_000)}`).processes).toBeLessThan(2);
  }
  expect(read("process p end\n".repeat(50_000)).processes).toBe(50_000);
  expect(read(`process p ${"branch b emit to b end ".repeat(50_000)} end`).processes).toBe(1);
  expect(read(`process p ${"on_failure emit to b ".repeat(50_000)} end`).processes).toBe(1);
});
