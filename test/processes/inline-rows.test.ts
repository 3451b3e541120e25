// The rows of the vocabulary's section 5.2, the forms of the sample process files, each with a process
// that is bound and one that is not.
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

const rows: readonly Row[] = [
  {
    row: 'receive X ... from kafka "t1"[, "t2"]',
    right: 'receive orders schema order from kafka "o1", "o2"',
    uses: ["<orders"],
    wrong: 'receive ordrs schema order from kafka "o1", "o2"',
    want: ["E700 p.proc:2:9 ordrs"],
  },
  {
    row: 'receive X from "t"',
    right: 'receive orders from "shop.orders"',
    uses: ["<orders"],
    wrong: 'receive events from "shop.orders"',
    want: ["E700 p.proc:2:9 events"],
  },
  {
    row: "receive X: T from S",
    right: "receive events: Order from orders",
    uses: ["<orders"],
    wrong: "receive orders: Order from events",
    want: ["E700 p.proc:2:28 events"],
  },
  {
    row: "receive X from ${a.b}",
    right: "receive orders",
    uses: ["<orders"],
    wrong: "receive orders from ${topics.input}",
    want: ["E700 p.proc:2:21 ${topics.input}"],
  },
  {
    row: 'receive X from scheduler "s"',
    right: "receive orders",
    uses: ["<orders"],
    wrong: 'receive orders from scheduler "hourly"',
    want: ["E701 p.proc:2:21 scheduler"],
  },
  {
    row: 'receive X from parquet "uri"',
    right: "receive orders",
    uses: ["<orders"],
    wrong:
      'receive orders from parquet "s3://b/o" from timestamp "2024-01-01" to timestamp "2024-02-01"',
    want: ["E701 p.proc:2:21 parquet"],
  },
  {
    row: 'receive X from csv "uri", with delimiter, header',
    right: "receive orders",
    uses: ["<orders"],
    wrong: 'receive orders from csv "sftp://h/o" delimiter ";" header true',
    want: ["E701 p.proc:2:21 csv"],
  },
  {
    row: 'emit to X ... to kafka "t"',
    right: 'emit to enriched to kafka "e" compaction none headers: priority: "high"',
    uses: [">enriched"],
    wrong: 'emit to enrich to kafka "e" compaction none',
    want: ["E700 p.proc:2:9 enrich"],
  },
  {
    row: 'emit to X ... to mongodb "c" upsert by f',
    right: 'emit to accounts to mongodb "accounts" upsert by id',
    uses: [">accounts", "completions.done"],
    wrong: 'emit to acounts to mongodb "accounts" upsert by id',
    want: ["E700 p.proc:2:9 acounts"],
  },
  {
    row: 'emit to X ... to elasticsearch "n" index "i"',
    right: "emit to enriched",
    uses: [">enriched"],
    wrong: 'emit to enriched to elasticsearch "events" index "e-${now()}"',
    want: ["E701 p.proc:2:21 elasticsearch"],
  },
  {
    row: 'emit to "t"',
    right: 'emit to "shop.enriched"',
    uses: [">enriched"],
    wrong: 'emit to "shop.unknown"',
    want: ['E700 p.proc:2:9 "shop.unknown"'],
  },
  {
    row: "emit to X with reason, template, channel:, payload:",
    right: 'emit to enriched reason "late" template "t" channel: a ? "x" : "y" payload: { to: b }',
    uses: [">enriched"],
    wrong: 'emit to dlqs reason "late" payload: { emit: to }',
    want: ["E700 p.proc:2:9 dlqs"],
  },
  {
    row: "send to X",
    right: "send to enriched",
    uses: [">enriched"],
    wrong: "send to customers",
    want: ["E701 p.proc:2:9 customers"],
  },
  {
    row: 'send to "t"',
    right: 'send to "shop.enriched"',
    uses: [">enriched"],
    wrong: 'send to "enriched"',
    want: ['E700 p.proc:2:9 "enriched"'],
  },
  {
    row: "send to ${a.b}",
    right: "send to enriched",
    uses: [">enriched"],
    wrong: "send to ${topics.output}",
    want: ["E700 p.proc:2:9 ${topics.output}"],
  },
  {
    row: 'route using R "v" to X',
    right:
      'route using r.decision "a" to enriched "b" to flow otherwise to late_orders branch flow end',
    uses: [">enriched", ">late_orders"],
    wrong: 'route using r "a" to enrichd otherwise continue',
    want: ["E700 p.proc:2:22 enrichd"],
  },
  {
    row: "when c then X",
    right: "route using when a > 1 then enriched otherwise late_orders end",
    uses: [">enriched", ">late_orders"],
    wrong: "route using when a > 1 then enriched otherwise late_order end",
    want: ["E700 p.proc:2:48 late_order"],
  },
  {
    row: 'route by f when "v" send to T, default send to T',
    right: 'route by kind when "a" send to enriched default send to late_orders end',
    uses: [">enriched", ">late_orders"],
    wrong: 'route by kind when "a" send to enriched default send to "late" end',
    want: ['E700 p.proc:2:57 "late"'],
  },
  {
    row: "route when c to X otherwise to Y",
    right: "route when n > 3 to enriched otherwise to flow branch flow terminate end",
    uses: [">enriched"],
    wrong: "route when n > 3 to flow otherwise to flows branch flow terminate end",
    want: ["E700 p.proc:2:39 flows"],
  },
  {
    row: 'lookup X from mongodb "c" key f cache ttl d',
    right: 'lookup prices from mongodb "prices" key order.sku cache ttl 5 minutes',
    uses: ["lookups.prices"],
    wrong: 'lookup price from mongodb "prices" key sku',
    want: ["E700 p.proc:2:8 price"],
  },
  {
    row: "lookup X key f [cache ttl d]",
    right: "lookup customers key id cache ttl 5m",
    uses: ["lookups.customers"],
    wrong: "lookup orders key id",
    want: ["E701 p.proc:2:8 orders"],
  },
  {
    row: 'lookup X ... from state_store "s"',
    right: 'lookup pending from state_store "machine" filter state == "open"',
    uses: [],
    wrong: 'lookup pending from scheduler "machine"',
    want: ["E701 p.proc:2:21 scheduler"],
  },
  {
    row: 'lookup(X, "k") in an expression',
    right: 'transform using t params: { c: lookup(customers, "k"), d: x.lookup(y) }',
    uses: ["lookups.customers"],
    wrong: 'transform using t params: { c: lookup(config, "k") }',
    want: ["E700 p.proc:2:39 config"],
  },
  {
    row: "enrich with X lookup a by f add g",
    right: "enrich with customers lookup customer by id add name",
    uses: ["lookups.customers"],
    wrong: "enrich with customer_service lookup customer by id add name",
    want: ["E700 p.proc:2:13 customer_service"],
  },
  {
    row: "on_success, on_duplicate ... emit to X",
    right:
      "transform using t on_success emit to enriched end deduplicate by id on_duplicate emit to late_orders end",
    uses: [">enriched", ">late_orders"],
    wrong: "transform using t on_success emit to dlq end",
    want: ["E701 p.proc:2:38 dlq"],
  },
  {
    row: "on_failure ... emit to X",
    right: "transform using t on_success continue end on_failure emit to dlq end emit to enriched",
    uses: [">enriched", "dead_letters.dlq"],
    wrong: "transform using t on_success continue end on_failure emit to dql end",
    want: ["E700 p.proc:2:62 dql"],
  },
  {
    row: "on error ... then emit to X, on error emit to X, on_error send to X",
    right:
      "on error retry 3 times delay 1 second then emit to dlq end on_error send to late_orders end",
    uses: [">late_orders", "dead_letters.dlq"],
    wrong: "on error emit to customers end",
    want: ["E701 p.proc:2:18 customers"],
  },
  {
    row: "transform failure dead_letter X",
    right: "on error transform failure dead_letter dlq end",
    uses: ["dead_letters.dlq"],
    wrong: "on error transform failure dead_letter enriched end",
    want: ["E701 p.proc:2:40 enriched"],
  },
  {
    row: "on_invalid send to X, on_validation_error send to X",
    right:
      "validate input\n on_invalid send to dlq\non_validation_error\n send to late_orders\n end\nsend to enriched",
    uses: [">enriched", ">late_orders", "dead_letters.dlq"],
    wrong: "validate input\n on_invalid send to dlq\nsend to dlq",
    want: ["E701 p.proc:4:9 dlq"],
  },
  {
    row: "state_machine S persistence P checkpoint every n events or d",
    right:
      "state_machine life schema s persistence hashmap checkpoint every 100 events or 30 seconds",
    uses: [],
    wrong: "state_machine life persistence rocksdb checkpoint every 100 events",
    want: ["W703 main.infra:21:20 hashmap"],
  },
  {
    row: "window ... state S, transform ... state S1, S2",
    right: "window tumbling 1 hour state seen transform using t state a, b",
    uses: [],
    wrong: "window tumbling 1 hour state seen emit to a",
    want: ["E700 p.proc:2:43 a"],
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

/** Rows without a counterpart among the bindings: nothing in them is looked up. */
const nothing: readonly (readonly [row: string, body: string, want?: readonly string[]])[] = [
  [
    "call external S endpoint",
    'call external api endpoint "${config.a}" timeout 5 seconds retry 2 times',
    ["N700 p.proc:2:15 api"],
  ],
  [
    "call ml_service",
    'call ml_service "risk" features: ml.features timeout 5 seconds',
    ['N700 p.proc:2:17 "risk"'],
  ],
  [
    "emit_audit_event",
    'emit_audit_event "done" actor system "s" payload: { to: x }',
    ['N700 p.proc:2:18 "done"'],
  ],
  ["metrics", "metrics counter emits histogram receive_ms rate lookups window 1 hour end"],
  ["transform ... lookups:", "transform using t lookups: a: b.result c: d.result"],
  ["batch size ${a:n}", "batch size ${batch.size:100}"],
  ["window tumbling ${a}", "window tumbling ${w}"],
  ["schedule J after d action A", "schedule j after 3 days action a repeat until x or y"],
  ["sql", "sql ```SELECT * FROM delta.orders emit to nowhere``` as Orders"],
];

const unbound = nothing.map(([row, body, want = []]) => ({ row, body, want }));

test.each(unbound)("$row names nothing that is bound", async ({ body, want }) => {
  const { found, process } = await link(body);
  expect(found).toEqual(want);
  expect(usesOf(process())).toEqual([]);
});

test("import names files of other layers", async () => {
  const { found } = await link(
    "import ./order-events.schema\nimport ../x.xform\nprocess p receive orders end",
  );
  expect(found).toEqual([]);
});
