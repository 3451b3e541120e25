// What must hold of a run: what the brokers held at each moment, against what the job had seen and what
// the input says.
import { deepStrictEqual, match, ok, strictEqual } from "node:assert";
import type { Context } from "../harness.js";
import type { Input } from "./input.js";
import type { FoundRecord, Observations, Poison } from "./observations.js";

/** Checks one run; `what` names the versions. */
export async function judge(
  context: Context,
  what: string,
  seen: Observations,
  input: Input,
): Promise<void> {
  const checks = [...recordChecks(seen), ...bindingChecks(seen, input)];
  for (const [claim, prove] of checks) await context.check(`${what}: ${claim}`, prove);
}

type Check = readonly [claim: string, prove: () => void];

/** Of record numbers only. */
function recordChecks(seen: Observations): readonly Check[] {
  const numbers = (name: string): ReadonlySet<number> => new Set(seen.numbers(name));
  const produced = seen.numbers("produced");
  return [
    [
      `${String(produced.length)} records come once each, over two failures, another parallelism and a new start`,
      () => deepStrictEqual(sorted(seen.numbers("committed at the end")), produced),
    ],
    [
      "the same failures show where nothing guards against them: uncommitted, and at least once",
      () => {
        ok(repeated(seen.numbers("uncommitted at the end")).length > 0, "no aborted transaction");
        ok(repeated(seen.numbers("announced at the end")).length > 0, "nothing was written twice");
        deepStrictEqual(sorted(numbers("announced at the end")), produced);
      },
    ],
    [
      "each failure was one restart from a checkpoint",
      () => deepStrictEqual(seen.rows("restores"), [["2"]]),
    ],
    [
      "before a checkpoint completes, its records are written, not committed and not announced",
      () => {
        const [covered, pending] = ["covered", "pending"].map((set) =>
          numbers(`${set} before a checkpoint`),
        );
        holds(numbers("uncommitted before a checkpoint"), pending);
        holds(numbers("announced before a checkpoint"), pending);
        deepStrictEqual(sorted(numbers("committed before a checkpoint")), sorted(covered));
        deepStrictEqual(sorted(numbers("events before a checkpoint")), sorted(covered));
      },
    ],
    [
      "what a checkpoint holds and a failure kept from being committed is committed and announced after",
      () => {
        const held = numbers("held before the commit");
        holds(numbers("uncommitted before the commit"), held);
        lacks(numbers("committed before the commit"), held);
        lacks(numbers("events before the commit"), held);
        holds(numbers("committed at the end"), held);
        holds(numbers("events at the end"), held);
      },
    ],
    [
      "every write is announced at least once",
      () => deepStrictEqual(sorted(numbers("events at the end")), produced),
    ],
    [
      "a start without state goes on where the consumer group stands",
      () =>
        deepStrictEqual(seen.numbers("seen without state"), seen.numbers("produced without state")),
    ],
  ];
}

/** Of what bindings say. */
function bindingChecks(seen: Observations, input: Input): readonly Check[] {
  const { orders, accepted } = input.streams;
  return [
    [
      `the consumer group "${orders.consumer.group_id}" is at the end of each partition`,
      () => {
        const offsets = seen.rows("offset");
        strictEqual(offsets.length, 2 * orders.partitions);
        for (const [moment, partition, committed, end] of offsets) {
          strictEqual(committed, end, `${String(moment)}, partition ${String(partition)}`);
        }
      },
    ],
    [
      `transactional ids start with "${accepted.producer.transactional_id_prefix}" and time out as bound`,
      () => {
        const transactions = seen.rows("transaction");
        ok(transactions.length > 0, "the brokers know no transaction");
        const prefix = `${accepted.producer.transactional_id_prefix}-acceptance-`;
        for (const [id = "", , timeout] of transactions) {
          ok(id.startsWith(prefix), id);
          strictEqual(timeout, String(milliseconds(accepted.producer.transaction_timeout)));
        }
      },
    ],
    [
      "records are written with the key and the value that the job's serializers make",
      () => {
        const records = seen.records(accepted.topic);
        ok(records.length > 0);
        for (const { key, value, headers } of records) {
          const number = Number(key.slice("o-".length));
          deepStrictEqual(JSON.parse(value), { id: key, number });
          deepStrictEqual(headers, {});
        }
      },
    ],
    [
      "events have the key, the value and the headers that the binding names",
      () => {
        const events = seen.records(input.completions.done.topic);
        ok(events.length > 0);
        for (const event of events) judgeEvent(event, input);
      },
    ],
    [
      "records that cannot be decoded are dead letters, as they were, with what is known of them",
      () =>
        judgeDeadLetters(seen.records(input.dead_letters.broken.topic), seen.poison, orders.topic),
    ],
  ];
}

function judgeEvent({ key, value, headers }: FoundRecord, { streams }: Input): void {
  const { id } = JSON.parse(value) as { readonly id: string };
  strictEqual(key, id);
  const { "completion-confirmed-at": time = "", ...rest } = headers;
  ok(Math.abs(Date.now() - Number(time)) < 3_600_000, `confirmed at ${time}`);
  deepStrictEqual(rest, {
    "completion-target-id": id,
    "completion-stream": "announced",
    "completion-target": streams.announced.topic,
  });
}

/** What Jackson says of each, by the key of the record. */
const reasons: Readonly<Record<string, RegExp>> = {
  unread: /JsonParseException$/u,
  "read twice": /MismatchedInputException$/u,
  deleted: /IllegalArgumentException$/u,
};

function judgeDeadLetters(
  letters: readonly FoundRecord[],
  poison: readonly Poison[],
  topic: string,
): void {
  const keys = new Set(letters.map(({ key }) => key));
  deepStrictEqual(keys, new Set(Object.keys(reasons)));
  for (const { key, value, headers } of letters) {
    const origin = poison.find((record) => record.key === key);
    ok(origin !== undefined, `"${key}" was not put on the topic`);
    strictEqual(value, origin.value);
    const {
      "dead-letter-error": error = "",
      "dead-letter-message": message = "",
      "dead-letter-failed-at": time = "",
      ...rest
    } = headers;
    match(error, reasons[key] ?? /^$/u);
    ok(message !== "", "no message");
    ok(Number(time) >= Number(origin.timestamp), `failed at ${time}`);
    deepStrictEqual(rest, {
      // Those that the record came with.
      trace: `of ${key}`,
      none: "(null)",
      "dead-letter-process": "acceptance",
      "dead-letter-stream": "orders",
      "dead-letter-topic": topic,
      "dead-letter-partition": origin.partition,
      "dead-letter-offset": origin.offset,
      "dead-letter-timestamp": origin.timestamp,
    });
  }
}

function holds(all: ReadonlySet<number>, some: ReadonlySet<number> = new Set()): void {
  ok(some.size > 0, "the moment came without a record to judge by");
  const missing = [...some].filter((number) => !all.has(number));
  deepStrictEqual(missing, [], "these are missing");
}

function lacks(all: ReadonlySet<number>, some: ReadonlySet<number>): void {
  const present = [...some].filter((number) => all.has(number));
  deepStrictEqual(present, [], "these are too early");
}

function sorted(numbers: Iterable<number> = []): readonly number[] {
  return [...numbers].toSorted((one, other) => one - other);
}

/** Numbers that occur more than once. */
function repeated(numbers: readonly number[]): readonly number[] {
  const once = new Set<number>();
  return numbers.filter((number) => once.has(number) || !once.add(number));
}

/** `2m`, `7s` or `250ms`. */
export function milliseconds(duration: string): number {
  const [, count = "", unit = ""] = /^(\d+)(ms|s|m)$/u.exec(duration) ?? [];
  return Number(count) * (unit === "ms" ? 1 : unit === "s" ? 1000 : 60_000);
}
