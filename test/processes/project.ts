// What the tests of process files share: bindings of every section, and a process linked to them.
import type { BuiltModel } from "../../src/model/build-model.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import type { Process } from "../../src/model/infra-model.js";
import { analyseFiles, head, lineOf, marked, modelIn } from "../resolve/project.js";

/** One binding of every kind that a process can name. */
export const bindings = `
streams:
  orders: { type: kafka, topic: shop.orders, brokers: "k:9092" }
  payments: { type: kafka, topic: shop.payments, brokers: "k:9092" }
  enriched: { type: kafka, topic: shop.enriched, brokers: "k:9092" }
  late_orders: { type: kafka, topic: shop.late, brokers: "k:9092" }
  accounts:
    type: mongodb_sink
    uri: mongodb://m/db
    database: d
    collection: accounts
    completion: { enabled: true, target: done }
lookups:
  customers: { type: postgresql, jdbc_url: "jdbc:postgresql://h/db", table: t, query: { key_column: id } }
  prices: { type: mongodb, uri: mongodb://m/db, database: d, collection: prices }
checkpoints:
  cp: { type: filesystem, path: file:///cp, interval: 60s }
state_backends:
  default: { type: hashmap }
  shared: { type: external, redis: { uri: "redis://r:6379" } }
dead_letters:
  dlq: { type: kafka, topic: shop.dlq, brokers: "k:9092" }
completions:
  done: { type: kafka, topic: shop.done, brokers: "k:9092", producer: { key_field: id } }
resources:
  p: { parallelism: 4, state_backend: default }
`;

/** What linking one process file made. */
export interface Linked {
  readonly diagnostics: readonly Diagnostic[];
  /** `E700 p.proc:3:5 "name"`: code, place and what it marks; warnings of unused bindings left out. */
  readonly found: readonly string[];
  readonly built: () => BuiltModel;
  readonly process: (name?: string) => Process;
}

/** Links `p.proc`, in which `body` stands in the process `p` unless it names processes itself. */
export async function link(body: string, infra: string = bindings): Promise<Linked> {
  const text = /^(?:process|import)\b/mu.test(body) ? body : `process p\n${body}\nend\n`;
  const outcome = await analyseFiles(
    { "main.infra": head("test") + infra, "p.proc": text },
    { processes: "p.proc" },
  );
  const { diagnostics } = outcome;
  const built = (): BuiltModel => modelIn(outcome);
  return {
    diagnostics,
    found: diagnostics.flatMap((each) =>
      ["W700", "W702"].includes(each.code) ? [] : [placed(each)],
    ),
    built,
    process: (name = "p") => {
      const found = built().model.processes.find((process) => process.name === name);
      if (found === undefined) throw new Error(`no process ${name}`);
      return found;
    },
  };
}

/** Code, place and marked text of a diagnostic. */
export function placed(diagnostic: Diagnostic): string {
  const [code, place] = lineOf(diagnostic).split(" ");
  return diagnostic.span === null ? `${code}` : `${code} ${place} ${marked(diagnostic)}`;
}

/** Everything that the process uses, as `section.name`; `<` for what it receives, `>` for what it emits. */
export function usesOf({ links }: Process): readonly string[] {
  if (links === null) return ["everything"];
  const { streams, ...others } = links.bindings;
  return [
    ...[...streams].map(
      (name) => `${links.receives.has(name) ? "<" : ""}${links.emits.has(name) ? ">" : ""}${name}`,
    ),
    ...Object.entries(others).flatMap(([section, names]) =>
      [...names].map((name) => `${section}.${name}`),
    ),
  ].toSorted();
}
