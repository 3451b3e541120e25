// With process files each process is given what it uses, by every generator; without them, everything.
import { expect, test } from "vitest";
import { generators } from "../../generators/index.js";
import { compile } from "../../src/compile/compile.js";
import { memoryHost } from "../../src/source/memory-host.js";

const yarnLogin = `
  kerberos: { enabled: true, principal: flink@R, keytab: /k }`;

const infra = (deployment: string) => `version: "1.0"
environment: production
streams:
  orders:
    type: kafka
    topic: orders
    brokers: \${KAFKA_BROKERS}
    acl: { read: ["User:shop"] }
${deployment.includes("kerberos") ? "    properties: { sasl.mechanism: GSSAPI }\n" : ""}  payments: { type: kafka, topic: payments, brokers: "k:9092" }
  totals: { type: kafka, topic: totals, brokers: "k:9092" }
  unused: { type: kafka, topic: unused, brokers: "k:9092" }
lookups:
  customers: { type: postgresql, jdbc_url: "\${CUSTOMERS_URL}", table: t }
  prices: { type: postgresql, jdbc_url: "secret://prices/url", table: t }
dead_letters:
  failed: { type: mongodb, uri: "\${FAILED_URI}", database: d, collection: c }
checkpoints:
  default: { type: hdfs, path: hdfs://n/cp, checkpoint: { interval: 60s } }
resources:
  _defaults: { task_memory: 2gb }
  billing: {}
  shipping: {}
secrets:
  prices: { provider: vault, path: p, keys: [url] }
deployment:${deployment}
`;

const processes = `
process billing
  receive orders
  enrich using customers on id
  emit to totals
  on error lookup failure dead_letter failed
end
process shipping
  receive payments
  enrich using prices on sku
  emit to totals
end
`;

/** Files by path of one generator, with or without the process files. */
async function filesOf(
  id: string,
  deployment: string,
  linked: boolean,
): Promise<Map<string, string>> {
  const entry = generators.find((each) => each.id === id);
  if (entry === undefined) throw new Error(`no generator ${id}`);
  const host = memoryHost({
    files: { "/p/main.infra": infra(deployment), "/p/procs/all.proc": processes },
    environment: { KAFKA_BROKERS: "k:9092" },
  });
  const { diagnostics, scopes } = await compile(host, "/p/main.infra", {
    projectRoot: "/p",
    generators: [{ generator: await entry.load() }],
    ...(linked ? { processes: "/p/procs" } : {}),
  });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  const files = scopes.flatMap((scope) => scope.files);
  return new Map(files.map(({ path, text }) => [path.replace(/^production\/[^/]*\//u, ""), text]));
}

function textOf(files: Map<string, string>, ...parts: readonly string[]): string {
  const path = [...files.keys()].find((each) => parts.every((part) => each.includes(part)));
  return (
    files.get(path ?? "") ?? `no file of ${parts.join(", ")} among ${[...files.keys()].join(" ")}`
  );
}

const needs = {
  billing: [true, false, true],
  shipping: [false, true, false],
} as const;

function found(text: string): readonly boolean[] {
  return ["CUSTOMERS_URL", "secrets/prices", "FAILED_URI"].map((name) => text.includes(name));
}

const kubernetes = "\n  type: kubernetes\n  mode: application";
const yarn = `\n  type: yarn${yarnLogin}`;

test.each(["billing", "shipping"] as const)("k8s: the pods of %s", async (name) => {
  const linked = await filesOf("k8s", kubernetes, true);
  expect(found(textOf(linked, `${name}/flink-deployment.yaml`))).toEqual(needs[name]);
  const all = await filesOf("k8s", kubernetes, false);
  expect(found(textOf(all, `${name}/flink-deployment.yaml`))).toEqual([true, true, true]);
});

test("flink-conf: Kafka's login context for the process that reads with Kerberos", async () => {
  const context = "security.kerberos.login.contexts";
  const linked = await filesOf("flink-conf", yarn, true);
  expect(textOf(linked, "billing/flink-conf.yaml")).toContain(context);
  expect(textOf(linked, "shipping/flink-conf.yaml")).not.toContain(context);
  const all = await filesOf("flink-conf", yarn, false);
  expect(textOf(all, "shipping/flink-conf.yaml")).toContain(context);
});

/** Classes of streams: `streams/OrdersSource.java`. */
function streams(files: Map<string, string>): readonly string[] {
  return [...files.keys()].flatMap(
    (path) => /streams\/\w+(?:Source|Sink)\.java$/u.exec(path)?.[0] ?? [],
  );
}

test("java: classes for the direction in which a stream is used, and none for what nothing uses", async () => {
  expect(streams(await filesOf("java", kubernetes, true)).toSorted()).toEqual([
    "streams/OrdersSource.java",
    "streams/PaymentsSource.java",
    "streams/TotalsSink.java",
  ]);
  expect(streams(await filesOf("java", kubernetes, false)).length).toBe(8);
});

test("java: the list of processes tells what each uses", async () => {
  const text = textOf(await filesOf("java", kubernetes, true), "Processes.java");
  expect(text).toContain(`  /**
   * The process <code>billing</code>, which by its process file
   *
   * <ul>
   *   <li>receives from orders
   *   <li>looks up customers
   *   <li>emits to totals
   *   <li>sends dead letters to failed
   * </ul>
   */
  public static final String BILLING = "billing";
`);
  const all = textOf(await filesOf("java", kubernetes, false), "Processes.java");
  expect(all).toContain("  /** The process <code>billing</code>. */\n");
});

test("kafka-topics: only the process that reads a topic has the right to its group", async () => {
  const linked = textOf(await filesOf("kafka-topics", kubernetes, true), "topics.sh");
  expect([linked.includes("billing"), linked.includes("shipping")]).toEqual([true, false]);
  const all = textOf(await filesOf("kafka-topics", kubernetes, false), "topics.sh");
  expect([all.includes("billing"), all.includes("shipping")]).toEqual([true, true]);
});

test("k8s: scaling follows the lag of what the process receives", async () => {
  const scaled = `${kubernetes}
  kubernetes: { flavor: plain }
  scaling: { type: horizontal, max_replicas: 2, metrics: [{ type: kafka_lag, target_value: 5 }] }`;
  const linked = textOf(await filesOf("k8s", scaled, true), "shipping", "scaled");
  expect([linked.includes("payments"), linked.includes("totals")]).toEqual([true, false]);
});
