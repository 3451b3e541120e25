// What the classes say: expressions for values of each kind, names, and text of the input that stays
// text. Whether it compiles is the business of the conformance run.
import { expect, test } from "vitest";
import { yamlDoubleQuoted } from "../../../src/encode/yaml-scalar.js";
import { nastyStrings } from "../../encode/nasty-strings.js";
import { fullFile } from "./full-file.js";
import { orders, planned } from "./planned.js";

async function lines(text: string, name: string, part: string): Promise<readonly string[]> {
  const { text: textOf } = await planned(text);
  const all = (await textOf(name)).split("\n").map((line) => line.trim());
  return all.filter((line) => line.includes(part));
}

const login = (properties: string): string =>
  `${orders(`direction: source\nproperties: { security.protocol: SASL_SSL, ${properties} }`)}
secrets:
  kafka: { provider: vault, path: secret/data/kafka, keys: [user, password, jaas, store] }
  shell: { provider: env, variables: { password: KAFKA_PASSWORD } }
`;

test.each([
  [
    "a file, for the whole value",
    "sasl.mechanism: PLAIN, sasl.jaas.config: secret://kafka/jaas",
    "sasl.jaas.config",
    '"${nexgen_file:" + RuntimeValues.secretsFolder() + "/kafka:jaas}"',
  ],
  [
    "a pinned version",
    'ssl.truststore.password: "secret://kafka/store?version=3"',
    "ssl.truststore.password",
    '"${nexgen_file:" + RuntimeValues.secretsFolder() + "/kafka:store-v3}"',
  ],
  [
    "a variable",
    "sasl.mechanism: PLAIN, sasl.jaas.config: secret://shell/password",
    "sasl.jaas.config",
    '"${nexgen_env:KAFKA_PASSWORD}"',
  ],
  [
    "text around a variable",
    'ssl.keystore.password: "a-${STORE}-b"',
    "ssl.keystore.password",
    '"a-${nexgen_env:STORE}-b"',
  ],
  [
    "a login, quoted where it is read",
    "sasl.mechanism: SCRAM-SHA-256, sasl.username: secret://kafka/user, sasl.password: '${PASSWORD}'",
    "sasl.jaas.config",
    '"org.apache.kafka.common.security.scram.ScramLoginModule required username=\\"${nexgen_login:" + RuntimeValues.secretsFolder() + "/kafka:user}\\" password=\\"${nexgen_login:PASSWORD}\\";"',
  ],
])("%s is a placeholder of the client", async (_, properties, key, want) => {
  const [line] = await lines(login(properties), "OrdersSource", `"${key}"`);
  expect(line).toBe(`properties.setProperty("${key}", ${want});`);
});

test.each([
  ["1.20", "EnvironmentConfigProvider.class.getName()"],
  ["2.2", "EnvVarConfigProvider.class.getName()"],
])("variables are read by a provider that Flink %s has", async (flinkVersion, want) => {
  const { text, paths } = await planned(login("ssl.keystore.password: '${STORE}'"), {
    flinkVersion,
  });
  expect(await text("OrdersSource")).toContain(`"config.providers.nexgen_env.class", ${want}`);
  const own = paths.some((path) => path.endsWith("/EnvironmentConfigProvider.java"));
  expect(own).toBe(flinkVersion === "1.20");
});

test("a group of the file's own, else the process", async () => {
  for (const [text, want] of [
    [orders("direction: source"), "return process;"],
    [orders("direction: source\nconsumer: { group_id: mine }"), 'return "mine";'],
  ] as const)
    expect(await lines(text, "OrdersSource", "return ")).toContain(want);
});

test("transactional ids of two environments never meet", async () => {
  const text = orders("direction: sink\nproducer: { delivery_guarantee: exactly_once }");
  expect(await lines(text, "OrdersSink", "+ process;")).toEqual([
    'return "test-orders-" + process;',
  ]);
  const own = text.replace("exactly_once", "exactly_once, transactional_id_prefix: mine");
  expect(await lines(own, "OrdersSink", "+ process;")).toEqual(['return "mine-" + process;']);
});

test("a sink without a checkpoint behind it is at least once, never none", async () => {
  const text = orders("direction: sink");
  expect(await lines(text, "OrdersSink", "setDeliveryGuarantee")).toEqual([
    ".setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)",
  ]);
});

test("a compacted topic has no sink without keys", async () => {
  for (const [text, want] of [
    [orders("direction: sink"), 3],
    [orders("direction: sink\ncleanup_policy: compact"), 2],
  ] as const)
    expect(await lines(text, "OrdersSink", "KafkaSink<T> create(")).toHaveLength(want);
});

test("a connection string is read by the writer, not by main", async () => {
  const text = `
streams:
  docs: { type: mongodb_sink, uri: "\${MONGO_URI}", database: d, collection: c }
`;
  expect(await lines(text, "DocsSink", "MONGO_URI")).toEqual([
    '.setUri(RuntimeValues.variable("MONGO_URI"))',
  ]);
  expect(await lines(text, "DocsSink", "new DeferredSink")).toHaveLength(1);
});

test("text of the input is a literal, whatever it holds", async () => {
  // A dollar sign may start a variable, and is no matter of Java.
  const values = nastyStrings.filter((value) => value !== "" && !/[\p{Cs}\0$]/u.test(value));
  const rows = values.map((value, index) => `  x.${index}: ${yamlDoubleQuoted(value)}`);
  const text = orders(`direction: source\nproperties:\n${rows.join("\n")}`);
  const printed = await lines(text, "OrdersSource", 'properties.setProperty("x.');
  expect(printed.filter((line) => !/^[ -~]*$/u.test(line))).toEqual([]);
  const read = printed.map((line) => readJava(/, (".*")\);$/u.exec(line)?.[1] ?? ""));
  expect(read).toEqual(values);
});

/** What javac reads: Unicode escapes first, then those of literals (JLS 3.3, 3.10.7). */
function readJava(literal: string): string {
  const units = literal.replace(/\\u([0-9a-f]{4})|\\[^u]/gu, (escape, hex: string | undefined) =>
    hex === undefined ? escape : String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return units
    .slice(1, -1)
    .replace(/\\([0-7]{3}|.)/gsu, (_, escaped: string) =>
      escaped.length === 3
        ? String.fromCharCode(Number.parseInt(escaped, 8))
        : ({ n: "\n", r: "\r", t: "\t" }[escaped] ?? escaped),
    );
}

test("comments hold no way out", async () => {
  const topic = JSON.stringify("a*/ public \\u000a @x {@y <b>");
  const { text } = await planned(orders("direction: source").replace("shop.orders", topic));
  const javadoc = (await text("OrdersSource")).split("\n").filter((line) => line.startsWith(" *"));
  const shown = javadoc.join("\n").replace(/ \*\/$/u, "");
  expect(shown).not.toMatch(/\*\/|\\u|@x|<b>/u);
});

test("the same input gives the same text", async () => {
  const [one, other] = [await planned(fullFile(1)), await planned(fullFile(1))];
  expect(one.paths).toEqual(other.paths);
  for (const path of one.paths) expect(await one.text(path)).toBe(await other.text(path));
});

test("the version of the project is that of the build: a repository takes a release once", async () => {
  const { text } = await planned(orders("direction: source"));
  const pom = await text("pom.xml");
  expect(pom).toContain("<version>${revision}</version>");
  expect(pom).toContain("<revision>1.0.0-SNAPSHOT</revision>");
});

test("the pom asks for the connectors of the line, once each", async () => {
  const { text } = await planned(fullFile(1), { flinkVersion: "1.20" });
  const pom = await text("pom.xml");
  for (const artifact of [
    "flink-connector-kafka",
    "flink-connector-base",
    "flink-json",
    "flink-avro",
  ])
    expect(pom.split(`<artifactId>${artifact}</artifactId>`)).toHaveLength(2);
  expect(pom).toContain("<version>3.4.0-1.20</version>");
  const plain = await (await planned(orders("direction: source"))).text("pom.xml");
  expect(plain).not.toMatch(/confluent|flink-json|flink-avro/u);
});

test("every class is listed", async () => {
  const { text, paths } = await planned(fullFile(1));
  const bindings = await text("Bindings");
  const classes = paths.flatMap(
    (path) => /(?:streams|deadletters|completions)\/(\w+)\.java$/u.exec(path)?.[1] ?? [],
  );
  expect(classes.length).toBeGreaterThan(20);
  expect(classes.filter((name) => !bindings.includes(`.${name}.class`))).toEqual([]);
});
