// The emitted project, configuration and topic script of our input, compiled with the job that uses
// them, ready to run in front of given brokers.
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Context, Outcome, RenderedFile } from "../harness.js";
import { classPathOf } from "../java/class-path.js";
import type { KafkaCluster } from "../kafka/cluster.js";
import { renderInfra } from "../render-text.js";
import versions from "../versions.json" with { type: "json" };

/** The text that everything here is rendered from. */
export function textOf({ root }: Context): string {
  return readFileSync(join(root, "test/conformance/inputs/pipeline.infra"), "utf8");
}

/** The job's own login: a user whose rights are those that the emitted script gives. */
const user = "job";
/** What breaks a login line, a shell word and a properties file. */
const password = `p "w\\d' $(id) \`id\` ;,=#`;

/** A job with its emitted classes, compiled. */
export interface Project {
  /** Creates the topics and rights that the emitted script declares. */
  readonly createTopics: () => Promise<void>;
  /** Runs `main` with the classes, the login of the job and the JVM options of the configuration. */
  readonly run: (main: string, args: readonly string[]) => Promise<Outcome>;
  /** Bootstrap servers of the listener that the job uses. */
  readonly tls: string;
  /** Absolute: the folder of the emitted Flink configuration. */
  readonly configuration: string;
  /** Absolute: what Kafka's clients said while the job ran. */
  readonly clientLog: string;
  /** Absolute, for whatever a run needs. */
  readonly scratch: string;
}

/** Renders for `line` and the brokers of `cluster`; `change` may break what is emitted. */
export async function projectFor(
  context: Context,
  line: string,
  cluster: KafkaCluster,
): Promise<Project> {
  const scratch = join(context.scratch, line);
  const { tls, trustStore, trustStorePassword } = cluster.listeners;
  const environment = {
    PIPELINE_BROKERS: tls,
    PIPELINE_TRUST_STORE: trustStore,
    PIPELINE_TRUST_STORE_PASSWORD: trustStorePassword,
    PIPELINE_CHECKPOINTS: `file://${join(scratch, "checkpoints")}`,
  };
  const ids = ["java", "flink-conf", "kafka-topics"];
  const files = await renderInfra(textOf(context), ids, { environment, flinkVersion: line });
  for (const file of files) write(scratch, file);
  const path = (ending: RegExp): string => {
    const found = files.find((file) => ending.test(file.path));
    if (found === undefined) throw new Error(`No file ${ending.source} was emitted.`);
    return join(scratch, found.path);
  };
  const configurationFile = path(/\/(?:flink-conf|config)\.yaml$/u);
  const script = path(/\/topics\.sh$/u);
  const classPath = await compile(context, line, scratch, files);
  const clientLog = join(scratch, "clients.log");
  const secrets = secretFiles(scratch);
  return {
    tls,
    configuration: dirname(configurationFile),
    clientLog,
    scratch,
    createTopics: async () => {
      await cluster.ask("user", "admin", password);
      await cluster.ask("user", user, password);
      // Whoever sets a cluster up has another login than the job.
      const { code, text } = await cluster.run(script, [], {
        PIPELINE_TRUST_STORE_PASSWORD: trustStorePassword,
        KAFKA_CREDENTIALS_USERNAME: "admin",
        KAFKA_CREDENTIALS_PASSWORD: password,
      });
      if (code !== 0) throw new Error(`topics.sh ended with ${String(code)}:\n${text}`);
    },
    run: (main, args) => {
      const options = [...jvmOptions(configurationFile), ...loggingTo(clientLog)];
      const env = {
        NEXGEN_SECRETS_FOLDER: secrets,
        PIPELINE_TRUST_STORE_PASSWORD: trustStorePassword,
      };
      return context.exec("java", [...options, "-cp", classPath, main, ...args], {
        env,
        timeout: 600_000,
      });
    },
  };
}

function write(folder: string, { path, text, executable }: RenderedFile): void {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
  if (executable) chmodSync(target, 0o755);
}

/** What runs the job in this process, and shows what Kafka's clients say of themselves. */
const runner = [
  ["org.apache.flink", "flink-clients", "${flink.version}"],
  ["org.slf4j", "slf4j-api", versions.pipeline.slf4j],
  ["org.slf4j", "slf4j-simple", versions.pipeline.slf4j],
].map(
  ([group, artifact, version]) =>
    `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`,
);

/** Compiles the emitted classes and the job; the class path of both. */
async function compile(
  context: Context,
  line: string,
  scratch: string,
  files: readonly RenderedFile[],
): Promise<string> {
  const pom = files.find(({ path }) => path.endsWith("/pom.xml"))?.text ?? "";
  const path = await classPathOf(context, line, [pom, runner.join("")], "");
  const classes = join(scratch, "classes");
  const emitted = files.filter(({ path }) => path.endsWith(".java"));
  const own = ["Gate", "Job", "Ledger", "MoveRecords", "Order", "Topics", "Wait"];
  const sources = [
    ...emitted.map(({ path }) => join(scratch, path)),
    ...own.map((name) => join(context.root, "test/conformance/pipeline/java", `${name}.java`)),
    join(context.root, "test/conformance/flink/java/Configurations.java"),
  ];
  mkdirSync(classes, { recursive: true });
  const flags = ["-proc:none", "-encoding", "UTF-8", "-cp", path.text, "-d", classes];
  await context.must("javac", [...flags, ...sources]);
  return [classes, path.text].join(":");
}

/** The secret as a cluster mounts it: a folder, with a file for each key. */
function secretFiles(scratch: string): string {
  const folder = join(scratch, "secrets");
  mkdirSync(join(folder, "kafka_credentials"), { recursive: true });
  writeFileSync(join(folder, "kafka_credentials/username"), user);
  writeFileSync(join(folder, "kafka_credentials/password"), password);
  return folder;
}

/** Those that the emitted configuration gives every JVM, and what keeps this one small. */
function jvmOptions(configurationFile: string): readonly string[] {
  const lines = readFileSync(configurationFile, "utf8");
  const options = /^env\.java\.opts\.all: "?([^"\n]*)/mu.exec(lines)?.[1] ?? "";
  const small = ["-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"];
  return [...options.split(" ").filter((option) => option !== ""), ...small];
}

/** A client writes down all of its effective settings when it is made. */
function loggingTo(file: string): readonly string[] {
  const logger = "-Dorg.slf4j.simpleLogger";
  return [
    `${logger}.logFile=${file}`,
    `${logger}.defaultLogLevel=error`,
    `${logger}.log.org.apache.kafka.clients.consumer.ConsumerConfig=info`,
    `${logger}.log.org.apache.kafka.clients.producer.ProducerConfig=info`,
    // What clients of 4.x log by.
    `${logger}.log.org.apache.kafka.common.config.AbstractConfig=info`,
  ];
}
