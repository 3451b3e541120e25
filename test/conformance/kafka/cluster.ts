// Three real brokers and the real command line tools of one Kafka version, for topic scripts to run
// against. Installs what it needs; knows no script.
import { createInterface } from "node:readline";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Context } from "../harness.js";
import { needPrograms } from "../packages.js";

// The bundle that runs stands in dist/build.
const sources = fileURLToPath(new URL("../../test/conformance/kafka/", import.meta.url));

/** A topic as the brokers have it. */
export interface FoundTopic {
  readonly name: string;
  readonly partitions: number;
  readonly replication: number;
  /** What was set on the topic, not by its brokers. */
  readonly configuration: Readonly<Record<string, string>>;
}

/** Where the brokers listen: bootstrap servers, and what they are trusted by. */
interface Listeners {
  /** Without a login; everybody is an administrator there. */
  readonly plain: string;
  /** SCRAM-SHA-512 over TLS. */
  readonly tls: string;
  /** PKCS12; absolute. */
  readonly trustStore: string;
  readonly trustStorePassword: string;
}

/** How a script ended, and the calls of tools that it made. */
export interface ScriptRun {
  readonly code: number | null;
  readonly text: string;
  /** One line per call, words quoted as bash does. */
  readonly calls: readonly string[];
}

/** Installs what brokers and tools need. */
export async function installKafka(context: Context): Promise<void> {
  await needPrograms(context, {
    javac: "openjdk-17-jdk-headless",
    keytool: "openjdk-17-jre-headless",
    mvn: "maven",
  });
}

/** The folder with the jars of `version`, from Maven Central. */
async function jarsOf(context: Context, version: string): Promise<string> {
  const folder = join(context.cache, version);
  const jars = join(folder, "jars");
  const done = join(folder, "complete");
  if (existsSync(done)) return jars;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(sources, "pom.xml"), join(folder, "pom.xml"));
  const copy = ["-q", "-B", `-Dkafka.version=${version}`, "dependency:copy-dependencies"];
  await context.must("mvn", [...copy, "-DincludeScope=runtime", `-DoutputDirectory=${jars}`], {
    cwd: folder,
  });
  mkdirSync(done);
  return jars;
}

/** A key store for the brokers, which the tools trust. */
async function keyStore(context: Context): Promise<string> {
  const file = join(context.scratch, "brokers.p12");
  if (existsSync(file)) return file;
  const names = ["-ext", "SAN=dns:localhost,ip:127.0.0.1", "-dname", "CN=localhost", "-alias", "b"];
  const key = ["-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2"];
  const store = ["-storetype", "PKCS12", "-keystore", file, "-storepass", storePassword];
  await context.must("keytool", [...key, ...names, ...store]);
  return file;
}

const storePassword = "conformance";

/** Brokers that run until the check ends. */
export class KafkaCluster {
  private constructor(
    private readonly context: Context,
    private readonly door: string,
    private toolEnvironment: Readonly<Record<string, string>>,
    private readonly log: string,
  ) {}

  static async start(context: Context, version: string): Promise<KafkaCluster> {
    const jars = await jarsOf(context, version);
    const classes = join(context.scratch, version);
    const classPath = `${classes}:${jars}/*`;
    await context.must("javac", ["-cp", classPath, "-d", classes, join(sources, "Brokers.java")]);
    const store = await keyStore(context);
    const brokers = context.start("java", [
      "-Xmx512m",
      "-XX:+UseSerialGC",
      "-XX:TieredStopAtLevel=1",
      "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
      "-cp",
      classPath,
      "Brokers",
      join(context.scratch, `${version}-data`),
      store,
      storePassword,
    ]);
    const [door = "", plain = "", tls = ""] = await new Promise<string[]>((resolve, reject) => {
      if (brokers.stdout === null) return;
      createInterface(brokers.stdout).on("line", (line) => {
        if (line.startsWith("ready ")) resolve(line.split(" ").slice(1));
      });
      brokers.on("exit", (code) => reject(new Error(`the brokers ended with ${code}`)));
    });
    const environment = {
      PATH: `${toolsFolder(context)}:${process.env["PATH"] ?? ""}`,
      PLAIN_BROKERS: plain,
      TLS_BROKERS: tls,
      TRUST_STORE: store,
      TRUST_STORE_PASSWORD: storePassword,
      ...toolVariables(version, jars),
    };
    const log = join(context.scratch, `calls-${version}`);
    const archive = join(context.scratch, `tools-${version}.jsa`);
    const cluster = new KafkaCluster(context, `http://127.0.0.1:${door}`, environment, log);
    await cluster.#archiveTools(archive);
    return cluster;
  }

  /** Tools start in half the time with their classes from an archive; a lost one is no loss. */
  async #archiveTools(archive: string): Promise<void> {
    const { TOOL_CLASS_PATH: path = "", TOPIC_COMMAND: command = "" } = this.toolEnvironment;
    const { PLAIN_BROKERS: brokers = "" } = this.toolEnvironment;
    const list = ["-cp", path, command, "--bootstrap-server", brokers, "--list"];
    await this.context.exec("java", [`-XX:ArchiveClassesAtExit=${archive}`, ...list]);
    this.toolEnvironment = { ...this.toolEnvironment, TOOL_ARCHIVE: archive };
  }

  /** How clients other than the tools reach the brokers. */
  get listeners(): Listeners {
    const { PLAIN_BROKERS: plain = "", TLS_BROKERS: tls = "" } = this.toolEnvironment;
    const { TRUST_STORE: trustStore = "" } = this.toolEnvironment;
    return { plain, tls, trustStore, trustStorePassword: storePassword };
  }

  /** The same brokers, with the command line tools of another version. */
  async withTools(version: string): Promise<KafkaCluster> {
    const variables = toolVariables(version, await jarsOf(this.context, version));
    const environment = { ...this.toolEnvironment, ...variables };
    return new KafkaCluster(this.context, this.door, environment, this.log);
  }

  /** `host:port,…` of the listener without login. */
  get plainBrokers(): string {
    return this.toolEnvironment["PLAIN_BROKERS"] ?? "";
  }

  /** Asks the door of the brokers: a verb and its arguments. */
  async ask(...words: readonly string[]): Promise<string> {
    const answer = await fetch(`${this.door}/${words.map(encodeURIComponent).join("/")}`);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${words.join(" ")}: ${text}`);
    return text;
  }

  /** The topics, once three readings agree: a broker learns of a change a moment later. */
  async topics(): Promise<readonly FoundTopic[]> {
    const text = await this.settled("topics");
    return text.split("\n").flatMap((line) => {
      if (line === "") return [];
      const [name = "", partitions, replication, ...entries] = line.split("\t");
      const configuration = Object.fromEntries(
        entries.map((entry) => [
          entry.slice(0, entry.indexOf("=")),
          entry.slice(entry.indexOf("=") + 1),
        ]),
      );
      return [
        { name, partitions: Number(partitions), replication: Number(replication), configuration },
      ];
    });
  }

  /** What `verb` answers when three readings in a row are equal. */
  async settled(verb: string): Promise<string> {
    let last: string | null = null;
    for (let same = 0; same < 3; await pause()) {
      // Between its two questions a topic may come or go.
      const now = await this.ask(verb).catch(() => null);
      same = now !== null && now === last ? same + 1 : 0;
      last = now;
    }
    return last ?? "";
  }

  /** Removes every topic. */
  async clear(): Promise<void> {
    await this.ask("clear");
    while ((await this.settled("topics")) !== "") await pause();
  }

  private plainClient(): string {
    const file = join(this.context.scratch, "plain.properties");
    writeFileSync(file, "security.protocol=PLAINTEXT\n");
    return file;
  }

  /** Runs a script with the tools on its path. */
  async run(
    script: string,
    args: readonly string[] = [],
    environment: Readonly<Record<string, string>> = {},
  ): Promise<ScriptRun> {
    rmSync(this.log, { force: true });
    const env = { ...this.toolEnvironment, TOOL_LOG: this.log, ...environment };
    const own = usesKerberos(script) ? ["--command-config", this.plainClient()] : [];
    const { code, stdout, stderr } = await this.context.exec(script, [...args, ...own], { env });
    const calls = existsSync(this.log) ? readFileSync(this.log, "utf8").trimEnd().split("\n") : [];
    return { code, text: stdout + stderr, calls };
  }
}

/** The brokers here have no Kerberos: such a script is told of another client configuration. */
function usesKerberos(script: string): boolean {
  const client = join(dirname(script), "client.properties");
  return existsSync(client) && /^sasl\.mechanism=GSSAPI$/mu.test(readFileSync(client, "utf8"));
}

function pause(): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, 200));
}

function toolVariables(version: string, jars: string): Readonly<Record<string, string>> {
  // The topic command moved in 3.5, that of rights in 4.0.
  const tools = "org.apache.kafka.tools";
  const topicsMoved = !/^(?:2\.|3\.[0-4]\.)/u.test(version);
  const rightsMoved = !/^[23]\./u.test(version);
  return {
    TOOL_CLASS_PATH: classPathOf(jars),
    TOPIC_COMMAND: `${topicsMoved ? tools : "kafka.admin"}.TopicCommand`,
    ACL_COMMAND: `${rightsMoved ? tools : "kafka.admin"}.AclCommand`,
  };
}

function classPathOf(jars: string): string {
  return readdirSync(jars)
    .filter((name) => name.endsWith(".jar"))
    .map((name) => join(jars, name))
    .join(":");
}

function toolsFolder(context: Context): string {
  const folder = join(context.scratch, "tools");
  if (existsSync(folder)) return folder;
  mkdirSync(folder);
  for (const name of ["kafka-topics.sh", "kafka-configs.sh", "kafka-acls.sh"]) {
    symlinkSync(join(sources, "tool.sh"), join(folder, name));
  }
  return folder;
}
