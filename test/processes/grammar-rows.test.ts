// The rows of the vocabulary's section 5.1, each with a process that is bound and one that is not.
import { describe, expect, test } from "vitest";
import { link, usesOf } from "./project.js";

interface Row {
  /** The row, as the vocabulary writes it. */
  readonly row: string;
  readonly right: string;
  readonly uses: readonly string[];
  /** The same with a slip, and what is found: code, place, marked text. */
  readonly wrong: string;
  readonly want: readonly string[];
}

const await1 = "await orders until payments arrives matching on id timeout 5 minutes";
const hold = "hold orders in basket keyed by id complete when count >= 3 timeout 1 hour";

const rows: readonly Row[] = [
  {
    row: "receive X",
    right: "receive orders",
    uses: ["<orders"],
    wrong: "receive order",
    want: ["E700 p.proc:2:9 order"],
  },
  {
    row: "receive X, of a mongodb_sink",
    right: "emit to accounts",
    uses: [">accounts", "completions.done"],
    wrong: "receive accounts",
    want: ["E720 p.proc:2:9 accounts"],
  },
  {
    row: "receive A from X",
    right: "receive events from orders schema order",
    uses: ["<orders"],
    wrong: "receive orders from ordres",
    want: ["E700 p.proc:2:21 ordres"],
  },
  {
    row: "late data to X (time)",
    right: "time by at watermark delay 30 seconds late data to late_orders allowed lateness 5m",
    uses: [">late_orders"],
    wrong: "time by at watermark delay 30 seconds late data to late_order",
    want: ["E700 p.proc:2:52 late_order"],
  },
  {
    row: "late data to X (window), else a dead letter",
    right: "window tumbling 1 hour allowed lateness 5 minutes late data to dlq",
    uses: ["dead_letters.dlq"],
    wrong: "window tumbling 1 hour late data to prices",
    want: ["E701 p.proc:2:37 prices"],
  },
  {
    row: "enrich using X on f, ...",
    right: "enrich using customers on customer_id select name, tier",
    uses: ["lookups.customers"],
    wrong: "enrich using customer on customer_id",
    want: ["E700 p.proc:2:14 customer"],
  },
  {
    row: "enrich using X on f, ...: as many fields as key columns",
    right: "enrich using customers on order.customer_id",
    uses: ["lookups.customers"],
    wrong: "enrich using customers on customer_id, country",
    want: ["E753 p.proc:2:14 customers"],
  },
  {
    row: "emit to X",
    right: "emit to enriched schema enriched_order",
    uses: [">enriched"],
    wrong: "emit to dlq",
    want: ["E701 p.proc:2:9 dlq"],
  },
  {
    row: "emit to X ... fanout m",
    right: "emit to enriched fanout round_robin",
    uses: [">enriched"],
    wrong: "emit to enrichd fanout broadcast",
    want: ["E700 p.proc:2:9 enrichd"],
  },
  {
    row: "await ... timeout d emit to X",
    right: `${await1} emit to enriched`,
    uses: [">enriched"],
    wrong: `${await1} emit to orphans`,
    want: ["E700 p.proc:2:78 orphans"],
  },
  {
    row: "hold ... timeout d emit to X",
    right: `${hold} emit to enriched`,
    uses: [">enriched"],
    wrong: `${hold} emit to partial`,
    want: ["E700 p.proc:2:83 partial"],
  },
  {
    row: "... timeout d dead_letter X",
    right: `${await1} dead_letter dlq`,
    uses: ["dead_letters.dlq"],
    wrong: `${hold} dead_letter dlqs`,
    want: ["E700 p.proc:2:87 dlqs"],
  },
  {
    row: "on error K failure dead_letter X",
    right: "on error transform failure dead_letter dlq lookup failure dead_letter dlq",
    uses: ["dead_letters.dlq"],
    wrong: "on error rule failure dead_letter dlq correlation failure dead_letter orders",
    want: ["E701 p.proc:2:71 orders"],
  },
  {
    row: "on error K failure retry n",
    right: "on error lookup failure retry 3",
    uses: [],
    wrong: "on error lookup failure retry 3 transform failure dead_letter",
    want: ["E721 p.proc:2:62 "],
  },
  {
    row: "checkpoint every d to X",
    right: "checkpoint every 60 seconds to cp",
    uses: [],
    wrong: "checkpoint every 60 seconds to cps",
    want: ["E700 p.proc:2:32 cps"],
  },
  {
    row: "on commit emit completion to X",
    right: "emit to accounts on commit emit completion to done correlation id",
    uses: [">accounts", "completions.done"],
    wrong: "emit to accounts on commit emit completion to don correlation id",
    want: ["E700 p.proc:2:47 don"],
  },
  {
    row: "on commit failure emit completion to X",
    right: "on commit failure emit completion to done correlation id include amount",
    uses: ["completions.done"],
    wrong: "on commit failure emit completion to dlq correlation id",
    want: ["E701 p.proc:2:38 dlq"],
  },
  {
    row: "correlation f",
    right: "on commit failure emit completion to done correlation id",
    uses: ["completions.done"],
    wrong: "on commit failure emit completion to done correlation order.id",
    want: ["W703 main.infra:26:84 id"],
  },
  {
    row: "state uses X",
    right: "state uses shared",
    uses: ["state_backends.shared"],
    wrong: "state uses share",
    want: ["E700 p.proc:2:12 share"],
  },
  {
    row: "local S ... ttl d, buffer S ... ttl d",
    right:
      "state local seen keyed by id type map ttl sliding 24 hours buffer b keyed by id type fifo ttl 1h",
    uses: [],
    wrong: "state local seen keyed by id type map ttl sometimes",
    want: ["E721 p.proc:2:42 "],
  },
  {
    row: "parallelism [hint] n",
    right: "parallelism hint 4",
    uses: [],
    wrong: "parallelism hint many",
    want: ["E721 p.proc:2:18 many"],
  },
];

describe.each(rows)("$row", ({ right, uses, wrong, want }) => {
  test("bound", async () => {
    const { found, process } = await link(right);
    expect(found).toEqual([]);
    expect(usesOf(process())).toEqual(uses.toSorted());
  });

  test("not bound", async () => {
    expect((await link(wrong)).found).toEqual(want);
  });
});

/** Rows that carry no name of infrastructure: nothing in them is looked up. */
const nothing: readonly (readonly [row: string, body: string])[] = [
  ["when slow strategy ...", "when slow strategy drop alert after 30 seconds"],
  ["join A with B", "join a with b on id within 5 minutes type left"],
  ["merge A, B into C", "merge a, b, d into c"],
  ["await A until B", "await a until b arrives matching on id timeout 1 minute skip"],
  ["hold A", "hold a keyed by id complete when using all_there timeout 1 minute skip"],
  ["store in B", "receive orders store in basket"],
  ["match from B", "receive orders match from basket on id"],
  ["transform using", "transform using normalise"],
  ["route using", "route using decide"],
  ["aggregate using", "aggregate using totals"],
  ["complete when using", "hold a keyed by id complete when using full timeout 1m skip"],
  ["schema S", "receive orders schema no_such_schema"],
];

test.each(nothing)("%s names nothing that is bound", async (_, body) => {
  const { found, process } = await link(body);
  expect(found).toEqual([]);
  expect(usesOf(process()).filter((use) => use !== "<orders")).toEqual([]);
});

describe("process N", () => {
  const sized = "process a receive orders end process b receive payments end";

  test("without an entry of its own it is sized by _defaults", async () => {
    const infra = bindingsWith("_defaults: { parallelism: 8 }\n  a: {}");
    const { found, process } = await link(sized, infra);
    expect(found).toEqual([]);
    expect(process("b").parallelism.initial).toBe(8);
    expect(usesOf(process("b"))).toEqual(["<payments"]);
  });

  test("decision 33: _defaults and the group win over its hint", async () => {
    const hinted =
      "process a parallelism hint 3 receive orders end process b parallelism hint 3 end";
    const sizes = async (resources: string) => {
      const { process } = await link(hinted, bindingsWith(resources));
      return [process("a").parallelism.initial, process("b").parallelism.initial];
    };
    expect(await sizes("_defaults: { parallelism: 8 }")).toEqual([8, 8]);
    const group = "_groups: { g: { parallelism: 9 } }";
    expect(await sizes(`${group}\n  b: { _group: g }`)).toEqual([3, 9]);
  });

  test("one that this environment unsets is not generated, and binds nothing", async () => {
    const { found, built } = await link(
      "process a receive orders end process b receive nowhere end",
      bindingsWith("a: {}\n  b: ~"),
    );
    expect(found).toEqual([]);
    expect(built().model.processes.map(({ name }) => name)).toEqual(["a"]);
  });
});

function bindingsWith(resources: string): string {
  return `
streams:
  orders: { type: kafka, topic: shop.orders, brokers: "k:9092" }
  payments: { type: kafka, topic: shop.payments, brokers: "k:9092" }
resources:
  ${resources}
`;
}
