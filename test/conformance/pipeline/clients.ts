// The effective settings of the clients that a job made, by what they wrote down themselves, against
// what the input says.
import { deepStrictEqual, ok, strictEqual } from "node:assert";
import type { Context } from "../harness.js";
import type { Input } from "./input.js";
import { milliseconds } from "./judgement.js";

/** One client's effective settings. */
type Settings = Readonly<Record<string, string>>;

/** Checks what `log` tells of clients of the listener `tls`. */
export async function judgeClients(
  context: Context,
  what: string,
  { log, tls, input }: { readonly log: string; readonly tls: string; readonly input: Input },
): Promise<void> {
  const servers = `[${tls.replaceAll(",", ", ")}]`;
  const ofJob = (kind: "Consumer" | "Producer"): readonly Settings[] =>
    clientsIn(log, kind).filter((settings) => settings["bootstrap.servers"] === servers);
  const { streams, completions } = input;
  await context.check(`${what}: the source's clients run with what the binding says`, () => {
    const { consumer } = streams.orders;
    const readers = ofJob("Consumer");
    // Two subtasks, each start of the job anew.
    ok(readers.length >= 2, `${String(readers.length)} consumers`);
    for (const reader of readers) {
      agrees(reader, {
        ...login(streams.orders.properties),
        "group.id": consumer.group_id,
        "auto.offset.reset": consumer.auto_offset_reset,
        "isolation.level": consumer.isolation_level,
        "max.poll.records": String(consumer.max_poll_records),
        "fetch.max.wait.ms": String(milliseconds(consumer.fetch_max_wait)),
        "enable.auto.commit": "false",
      });
      ok(reader["client.id"]?.startsWith("acceptance-orders-"), reader["client.id"]);
    }
  });
  await context.check(`${what}: the sinks' clients run with what each binding says`, () => {
    const sinks = ofJob("Producer");
    const common = {
      ...login(streams.accepted.properties),
      acks: "-1",
      "enable.idempotence": "true",
    };
    for (const sink of sinks) agrees(sink, common);
    const { accepted, announced } = streams;
    const prefix = `${accepted.producer.transactional_id_prefix}-acceptance-`;
    const transactional = sinks.filter((sink) => sink["transactional.id"] !== "null");
    ok(transactional.length > 0, "no producer with transactions");
    for (const sink of transactional) {
      ok(sink["transactional.id"]?.startsWith(prefix), sink["transactional.id"]);
      agrees(sink, {
        "linger.ms": String(accepted.producer.linger_ms),
        "compression.type": accepted.producer.compression,
        "transaction.timeout.ms": String(milliseconds(accepted.producer.transaction_timeout)),
      });
    }
    const others = sinks.filter((sink) => !transactional.includes(sink));
    const { batch_size: size, retries } = announced.producer;
    some(others, {
      "batch.size": String(size),
      retries: String(retries),
      "compression.type": "none",
    });
    const { producer, callback } = completions.done;
    const timeout = String(milliseconds(callback.timeout));
    some(others, {
      "compression.type": producer.compression,
      "delivery.timeout.ms": timeout,
      "max.block.ms": timeout,
    });
  });
}

/** Client properties that are passed on as they are. */
function login(properties: Settings): Settings {
  const keys = ["security.protocol", "sasl.mechanism", "ssl.truststore.type"];
  const passedOn = keys.map((key) => [key, properties[key] ?? ""] as const);
  return { ...Object.fromEntries(passedOn), "sasl.jaas.config": "[hidden]" };
}

function agrees(given: Settings, wanted: Settings): void {
  const relevant = Object.keys(wanted).map((key) => [key, given[key]] as const);
  deepStrictEqual(Object.fromEntries(relevant), wanted);
}

/** One of `clients` agrees. */
function some(clients: readonly Settings[], wanted: Settings): void {
  const found = clients.filter((client) =>
    Object.entries(wanted).every(([key, value]) => client[key] === value),
  );
  const told = `none of ${String(clients.length)} producers has ${JSON.stringify(wanted)}`;
  strictEqual(found.length > 0, true, told);
}

/** Each client that `log` tells of: `ConsumerConfig values:` and a line for each setting. */
function clientsIn(log: string, kind: "Consumer" | "Producer"): readonly Settings[] {
  const blocks = log.split(new RegExp(`${kind}Config values: *\n`, "u")).slice(1);
  return blocks.map((block) => {
    const lines = block.split("\n");
    const end = lines.findIndex((line) => !line.startsWith("\t"));
    const pairs = lines.slice(0, end === -1 ? lines.length : end).map((line) => {
      const [, key = "", value = ""] = /^\t([^ ]+) = (.*)$/u.exec(line) ?? [];
      return [key, value] as const;
    });
    return Object.fromEntries(pairs);
  });
}
