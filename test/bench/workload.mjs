// The workload of the benchmark: a base file and a production file that extends it, for any number
// of bindings. Plain JavaScript, so that it runs wherever the built command runs.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Shares of the bindings: processes, lookups, and completions with dead letters; streams are the rest. */
const shares = { processes: 0.2, lookups: 0.2, announcements: 0.1 };

/** `items(3, "lookup", render)`: three rendered blocks, numbered with a fixed width. */
function items(count, name, render) {
  return Array.from({ length: count }, (_, index) =>
    render(`${name}_${String(index).padStart(5, "0")}`, index),
  );
}

function countsOf(bindings) {
  const processes = Math.round(bindings * shares.processes);
  const lookups = Math.round(bindings * shares.lookups);
  const announcements = Math.round(bindings * shares.announcements);
  const streams = bindings - processes - lookups - announcements;
  const completions = Math.ceil(announcements / 2);
  return { processes, lookups, streams, completions, deadLetters: announcements - completions };
}

function stream(name, index) {
  return `  ${name}:
    type: kafka
    topic: "platform.${name}.v1"
    brokers: \${KAFKA_BROKERS:-kafka-0.kafka:9092,kafka-1.kafka:9092}
    partitions: ${12 + (index % 4) * 12}
    replication: 1
    retention_ms: 604800000
    consumer:
      group_id: "platform-${name}"
      auto_offset_reset: earliest
      max_poll_records: ${500 + (index % 10) * 50}
    producer:
      acks: all
      compression: lz4
`;
}

function lookup(name, index) {
  return `  ${name}:
    type: postgresql
    jdbc_url: "jdbc:postgresql://db-${index % 7}.internal:5432/reference"
    schema: reference
    table: ${name}
    pool:
      size: ${8 + (index % 5)}
    auth:
      username: \${LOOKUP_USER:-reader}
    query:
      key_column: code
`;
}

function process(name, index) {
  return `  ${name}:
    parallelism: ${[2, 4, 8, 16][index % 4]}
    max_parallelism: 128
    task_memory: ${[2, 4, 6, 8][index % 4]}gb
    task_cpu: ${[1, 1.5, 2][index % 3]}
    checkpoint: ${name}
`;
}

function checkpoint(name, index) {
  return `  ${name}:
    type: s3
    bucket: "platform-checkpoints"
    prefix: "flink/${name}/"
    region: eu-central-1
    interval: ${30 + (index % 4) * 15}s
`;
}

function completion(name) {
  return `  ${name}:
    type: kafka
    topic: "platform.${name}.completed"
    brokers: \${KAFKA_BROKERS:-kafka-0.kafka:9092,kafka-1.kafka:9092}
    retention_ms: 86400000
    producer:
      acks: all
      key_field: id
`;
}

function deadLetter(name) {
  return `  ${name}:
    type: kafka
    topic: "platform.${name}.dlq"
    brokers: \${KAFKA_BROKERS:-kafka-0.kafka:9092,kafka-1.kafka:9092}
    partitions: 6
    replication: 1
    retention_ms: 2592000000
    include_metadata: true
`;
}

const deployment = `deployment:
  type: kubernetes
  mode: native
  namespace: streams-base
  service_account: flink
  image:
    repository: registry.example.com/platform/streams
    tag: "1.20-42"
  application:
    main_class: com.example.platform.Main
    artifacts: ["local:///opt/flink/usrlib/platform.jar"]
  pod_template:
    metadata:
      labels:
        tier: base
`;

function section(name, blocks) {
  return blocks.length === 0 ? "" : `\n${name}:\n${blocks.join("\n")}`;
}

function baseFile(counts) {
  return [
    'version: "1.0"\nenvironment: base\n',
    section("streams", items(counts.streams, "stream", stream)),
    section("lookups", items(counts.lookups, "lookup", lookup)),
    section("completions", items(counts.completions, "completion", completion)),
    section("dead_letters", items(counts.deadLetters, "dead_letter", deadLetter)),
    section("checkpoints", items(counts.processes, "process", checkpoint)),
    section("resources", items(counts.processes, "process", process)),
    `\n${deployment}`,
  ].join("");
}

/** `text` for one item in `step`, nothing for the others. */
function every(step, index, text) {
  return index % step === 0 ? text : "";
}

function productionFile(counts) {
  return [
    'version: "1.0"\nenvironment: production\nextends: base.infra\n',
    section(
      "streams",
      items(
        counts.streams,
        "stream",
        (name, index) =>
          `  ${name}:\n    replication: 3\n${every(5, index, "    partitions: 96\n")}`,
      ),
    ),
    section(
      "resources",
      items(counts.processes, "process", (name, index) =>
        every(2, index, `  ${name}:\n    parallelism: 32\n    task_memory: 8gb\n`),
      ).filter((text) => text !== ""),
    ),
    "\ndeployment:\n  namespace: streams\n  pod_template:\n    metadata:\n      labels:\n        tier: production\n",
  ].join("");
}

/**
 * Writes `base.infra` and `production.infra` with `bindings` bindings into `folder`, and
 * `broken.infra`, which is the production file with one value out of range. Gives their paths.
 */
export function writeWorkload(folder, bindings) {
  mkdirSync(folder, { recursive: true });
  const counts = countsOf(bindings);
  const production = productionFile(counts);
  const files = {
    "base.infra": baseFile(counts),
    "production.infra": production,
    "broken.infra": production.replace("replication: 3", "replication: -3"),
    // Marks the project root, so that no `.env` further up is read.
    ".env": "",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return {
    entry: join(folder, "production.infra"),
    broken: join(folder, "broken.infra"),
    processes: counts.processes,
    lines: `${files["base.infra"]}${production}`.split("\n").length - 2,
  };
}

/** Bindings of one of many environments: as many as the production example has. */
const environmentSize = 48;

/** Writes `count` environments, each with its base and with topics, groups and folders of its own. */
export function writeEnvironments(folder, count) {
  const counts = countsOf(environmentSize);
  const texts = { "base.infra": baseFile(counts), "production.infra": productionFile(counts) };
  for (let index = 0; index < count; index += 1) {
    const number = String(index).padStart(3, "0");
    const own = join(folder, `environment-${number}`);
    mkdirSync(own, { recursive: true });
    for (const [name, text] of Object.entries(texts)) {
      const named = text
        .replaceAll("platform", `platform${number}`)
        .replace("environment: production", `environment: production-${number}`)
        .replace("namespace: streams\n", `namespace: streams-${number}\n`);
      writeFileSync(join(own, name), named);
    }
  }
  writeFileSync(join(folder, ".env"), "");
}

if (globalThis.process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = "workload", bindings = "1000"] = globalThis.process.argv.slice(2);
  const written = writeWorkload(folder, Number(bindings));
  globalThis.process.stdout.write(`${written.entry}: ${written.lines} lines\n`);
}
