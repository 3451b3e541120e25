// The topic scripts against three real brokers, with the real tools, on both lines of Kafka: what they
// create is what the model says, twice is as good as once, and drift is repaired or refused as promised.
import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { load } from "js-yaml";
import type { Context, RenderedFile, System } from "../harness.js";
import { renderInfra } from "../render-text.js";
import versions from "../versions.json" with { type: "json" };
import { claims, limits } from "./claims.js";
import { installKafka, KafkaCluster, type FoundTopic, type ScriptRun } from "./cluster.js";

export const kafka: System = {
  name: "kafka",
  proves:
    "topic scripts create, align and refuse as promised, by three brokers and Kafka's own tools",
  claims,
  limits,
  run,
};

const user = "admin";
/** What breaks a login line, a shell word and a properties file. */
const password = `p "w\\d' $(id) \`id\` ;,=#`;

/** Every variable that the examples' scripts ask for. */
const credentials: Readonly<Record<string, string>> = {
  KAFKA_CREDENTIALS_USERNAME: user,
  KAFKA_CREDENTIALS_PASSWORD: password,
  KAFKA_JAAS_CONFIG: `org.apache.kafka.common.security.scram.ScramLoginModule required username="${user}" password="${password.replace(/["\\]/gu, "\\$&")}";`,
};

/** The emitted script of one Kafka cluster, written to disk, with what it must create. */
interface Script {
  readonly name: string;
  readonly path: string;
  readonly wanted: readonly FoundTopic[];
}

async function run(context: Context): Promise<void> {
  await installKafka(context);
  const scripts = context.rendered.flatMap(({ name, files }) => scriptsOf(context, name, files));
  ok(scripts.length > 0, "no example has a topic script");
  for (const version of [versions.kafka["4"], versions.kafka["3"]]) {
    const cluster = await KafkaCluster.start(context, version);
    await cluster.ask("user", user, password);
    for (const script of scripts) await proveScript(context, cluster, version, script);
    const production = scripts.find((script) => script.name.endsWith("/production"));
    ok(production !== undefined, "the production example has no topic script");
    await proveDrift(context, cluster, version, production);
    await proveCredentials(context, cluster, version, production);
    await proveRights(context, cluster, version);
    if (version === versions.kafka["4"]) await proveOldTools(context, cluster, version, production);
  }
}

interface TopicFacts {
  readonly name: string;
  readonly partitions?: number;
  readonly replication?: number;
  readonly configuration?: Readonly<Record<string, unknown>>;
}

interface Facts {
  readonly kafka?: readonly { readonly cluster: string; readonly topics: readonly TopicFacts[] }[];
}

/** Writes the scripts of one entry; `topics.yaml` says what they must create. */
function scriptsOf(
  context: Context,
  name: string,
  files: readonly RenderedFile[],
): readonly Script[] {
  const ours = files.filter(({ generator }) => generator === "kafka-topics");
  for (const { path, text, executable } of ours) {
    const target = join(context.scratch, "out", name, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    if (executable) chmodSync(target, 0o755);
  }
  const facts = ours.find(({ path }) => path.endsWith("/topics.yaml"));
  const { kafka: clusters = [] } = load(facts?.text ?? "{}") as Facts;
  return clusters.map(({ cluster, topics }) => {
    const script = ours.find(({ path }) => path.endsWith(`/kafka/${cluster}/topics.sh`));
    ok(script !== undefined, `${name} has no script for ${cluster}`);
    return {
      name,
      path: join(context.scratch, "out", name, script.path),
      // Brokers of the test have one partition and one replica as their defaults.
      wanted: topics
        .map(({ name: topic, partitions = 1, replication = 1, configuration = {} }) => ({
          name: topic,
          partitions,
          replication,
          configuration: Object.fromEntries(
            Object.entries(configuration).map(([key, value]) => [key, String(value)]),
          ),
        }))
        .toSorted((one, other) => (one.name < other.name ? -1 : 1)),
    };
  });
}

const change = / --(?:create|alter|add|delete)\b/u;

function changesOf({ calls }: ScriptRun): readonly string[] {
  return calls.filter((call) => change.test(call));
}

function ended(outcome: ScriptRun, code: number): void {
  strictEqual(outcome.code, code, `exit code ${outcome.code}, not ${code}:\n${outcome.text}`);
}

async function proveScript(
  context: Context,
  cluster: KafkaCluster,
  version: string,
  { name, path, wanted }: Script,
): Promise<void> {
  const what = `Kafka ${version}, ${name}`;
  await cluster.clear();
  await context.check(`${what}: a plan says what would be and does nothing`, async () => {
    const planned = await cluster.run(path, ["--plan"], credentials);
    ended(planned, 2);
    for (const topic of wanted) ok(planned.text.includes(`create  ${topic.name}:`), planned.text);
    deepStrictEqual(await cluster.topics(), []);
  });
  await context.check(`${what}: ${wanted.length} topics are read back as modelled`, async () => {
    ended(await cluster.run(path, [], credentials), 0);
    deepStrictEqual(await cluster.topics(), wanted);
  });
  await context.check(`${what}: a second run changes nothing`, async () => {
    const again = await cluster.run(path, [], credentials);
    ended(again, 0);
    deepStrictEqual(changesOf(again), []);
    ended(await cluster.run(path, ["--plan"], credentials), 0);
    deepStrictEqual(await cluster.topics(), wanted);
  });
}

/** On the topics of the production example. */
async function proveDrift(
  context: Context,
  cluster: KafkaCluster,
  version: string,
  script: Script,
): Promise<void> {
  const what = `Kafka ${version}`;
  const { path, wanted } = script;
  const kept = wanted.find(({ configuration }) => configuration["retention.ms"] !== undefined);
  const large = wanted.find(({ partitions }) => partitions > 2 && partitions < 20);
  ok(kept !== undefined && large !== undefined);
  await cluster.clear();
  ended(await cluster.run(path, [], credentials), 0);
  await context.check(`${what}: a drifted retention is planned, then repaired`, async () => {
    await cluster.ask("configure", kept.name, "retention.ms", "12345");
    const planned = await cluster.run(path, ["--plan"], credentials);
    ended(planned, 2);
    deepStrictEqual(changesOf(planned), []);
    const repaired = await cluster.run(path, [], credentials);
    ended(repaired, 0);
    strictEqual(changesOf(repaired).length, 1);
    deepStrictEqual(await cluster.topics(), wanted);
  });
  await context.check(
    `${what}: what is not declared is kept, and reset only when asked`,
    async () => {
      await cluster.ask("configure", kept.name, "max.message.bytes", "2000000");
      const shown = await cluster.run(path, [], credentials);
      ended(shown, 0);
      ok(shown.text.includes(`kept    ${kept.name}: max.message.bytes=2000000`), shown.text);
      deepStrictEqual(changesOf(shown), []);
      ended(await cluster.run(path, ["--reset-undeclared"], credentials), 0);
      deepStrictEqual(await cluster.topics(), wanted);
    },
  );
  await context.check(`${what}: a lower number of partitions is refused`, async () => {
    await cluster.ask("partitions", large.name, String(large.partitions + 1));
    const refused = await cluster.run(path, ["--allow-partition-increase"], credentials);
    ended(refused, 3);
    deepStrictEqual(changesOf(refused), []);
    const found = await cluster.topics();
    strictEqual(found.find(({ name }) => name === large.name)?.partitions, large.partitions + 1);
  });
  await cluster.clear();
  // A pattern would find it as well: a dot stands for any character.
  const neighbour = { name: large.name.replaceAll(".", "-"), partitions: 1, replication: 1 };
  await context.check(
    `${what}: partitions are added by the flag only, to this topic only`,
    async () => {
      await cluster.ask("create", large.name, "1", String(large.replication));
      await cluster.ask("create", neighbour.name, "1", "1");
      await cluster.topics();
      ended(await cluster.run(path, [], credentials), 3);
      const before = await cluster.topics();
      strictEqual(before.find(({ name }) => name === large.name)?.partitions, 1);
      ended(await cluster.run(path, ["--allow-partition-increase"], credentials), 0);
      const all = [...wanted, { ...neighbour, configuration: {} }];
      deepStrictEqual(
        await cluster.topics(),
        all.toSorted((one, other) => (one.name < other.name ? -1 : 1)),
      );
    },
  );
  await cluster.clear();
  await context.check(`${what}: other replicas than declared are refused`, async () => {
    await cluster.ask("create", large.name, String(large.partitions), "1");
    await cluster.topics();
    ended(await cluster.run(path, [], credentials), 3);
  });
}

async function proveCredentials(
  context: Context,
  cluster: KafkaCluster,
  version: string,
  { path }: Script,
): Promise<void> {
  const what = `Kafka ${version}, login`;
  await context.check(`${what}: no argument holds a part of it`, async () => {
    const { calls, text } = await cluster.run(path, ["--plan"], credentials);
    ok(calls.length > 0);
    for (const secret of ["$(id)", "d'", "ScramLoginModule"]) {
      ok(!calls.join("\n").includes(secret) && !text.includes(secret), `${secret} shows`);
    }
  });
  await context.check(`${what}: from files`, async () => {
    const file = join(context.scratch, "password");
    writeFileSync(file, `${password}\n`);
    const { KAFKA_CREDENTIALS_USERNAME = "" } = credentials;
    const outcome = await cluster.run(path, ["--plan"], {
      KAFKA_CREDENTIALS_USERNAME,
      KAFKA_CREDENTIALS_PASSWORD_FILE: file,
    });
    ok(outcome.code === 2 || outcome.code === 3, outcome.text);
  });
  await context.check(`${what}: a wrong password fails and says so`, async () => {
    const wrong = await cluster.run(path, [], { ...credentials, KAFKA_CREDENTIALS_PASSWORD: "x" });
    ended(wrong, 1);
    ok(wrong.text.includes("invalid credentials"), wrong.text);
  });
  await context.check(`${what}: a variable that is missing is named`, async () => {
    const missing = await cluster.run(path, [], { KAFKA_CREDENTIALS_USERNAME: user });
    ended(missing, 1);
    ok(missing.text.includes("KAFKA_CREDENTIALS_PASSWORD is not set"), missing.text);
    deepStrictEqual(missing.calls, []);
  });
}

/** A principal with what a shell and the tools' own output take for syntax. */
const principal = `User:CN=it's a "job", $(id);O=cards`;

const withRights = `
version: "1.0"
environment: rights
streams:
  incoming:
    type: kafka
    topic: rights.incoming
    brokers: plain.example.com:9092
    partitions: 1
    replication: 3
    cleanup_policy: compact_delete
    min_insync_replicas: 2
    retention_bytes: -1
    segment_ms: 60000
    segment_bytes: 1048576
    max_message_bytes: 2000000
    min_compaction_lag: 1m
    max_compaction_lag: 1h
    delete_retention: 1d
    min_cleanable_ratio: 0.25
    topic_compression: zstd
    timestamp_type: log_append_time
    unclean_leader_election: false
    consumer: {group_id: "group one"}
    acl: {read: ["User:reader", ${JSON.stringify(principal)}]}
  outgoing:
    type: kafka
    topic: rights.outgoing
    brokers: plain.example.com:9092
    partitions: 1
    replication: 3
    producer: {delivery_guarantee: exactly_once, transactional_id_prefix: outgoing-}
    acl: {write: [${JSON.stringify(principal)}]}
`;

async function proveRights(
  context: Context,
  cluster: KafkaCluster,
  version: string,
): Promise<void> {
  await cluster.clear();
  const files = await renderInfra(withRights, ["kafka-topics"]);
  const [script] = scriptsOf(context, `rights-${version}`, files);
  ok(script !== undefined);
  await context.check(
    `Kafka ${version}: every topic property, and rights of principals`,
    async () => {
      ended(await cluster.run(script.path), 0);
      deepStrictEqual(await cluster.topics(), script.wanted);
      deepStrictEqual((await cluster.settled("rights")).split("\n"), [
        `GROUP\tgroup one\tLITERAL\tREAD\t${principal}`,
        "GROUP\tgroup one\tLITERAL\tREAD\tUser:reader",
        `TOPIC\trights.incoming\tLITERAL\tREAD\t${principal}`,
        "TOPIC\trights.incoming\tLITERAL\tREAD\tUser:reader",
        `TOPIC\trights.outgoing\tLITERAL\tWRITE\t${principal}`,
        `TRANSACTIONAL_ID\toutgoing-\tPREFIXED\tWRITE\t${principal}`,
      ]);
      const again = await cluster.run(script.path);
      ended(again, 0);
      deepStrictEqual(changesOf(again), []);
    },
  );
}

/** Tools that cannot read variables get the credentials as files. */
async function proveOldTools(
  context: Context,
  cluster: KafkaCluster,
  version: string,
  script: Script,
): Promise<void> {
  const tools = versions.kafka.oldTools;
  await cluster.clear();
  await context.check(`Kafka ${version}: with the tools of ${tools}`, async () => {
    const old = await cluster.withTools(tools);
    ended(await old.run(script.path, [], credentials), 0);
    deepStrictEqual(await old.topics(), script.wanted);
    deepStrictEqual(changesOf(await old.run(script.path, [], credentials)), []);
  });
}
