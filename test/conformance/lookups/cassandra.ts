// A Cassandra of one node from the jars of its server, with logins switched on.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Context } from "../harness.js";
import { freePort } from "../ports.js";
import versions from "../versions.json" with { type: "json" };
import { until } from "./servers.js";

const version = versions.lookups.cassandra;

/** What the server reaches into of Java 17, as its own start script says. */
const exported = [
  "java.base/jdk.internal.misc",
  "java.base/jdk.internal.ref",
  "java.base/sun.nio.ch",
  "java.base/java.lang.ref",
  "java.sql/java.sql",
  "jdk.management/com.sun.management.internal",
];
const opened = [
  "java.base/java.io",
  "java.base/java.lang",
  "java.base/java.lang.module",
  "java.base/java.nio",
  "java.base/java.util",
  "java.base/java.util.concurrent",
  "java.base/java.util.concurrent.atomic",
  "java.base/jdk.internal.loader",
  "java.base/jdk.internal.math",
  "java.base/jdk.internal.module",
  "java.base/jdk.internal.ref",
  "java.base/jdk.internal.reflect",
  "java.base/jdk.internal.util.jar",
  "java.base/sun.nio.ch",
  "jdk.management/com.sun.management.internal",
];

/** Starts the server; the port on which it takes clients, user and password `cassandra`. */
export async function startCassandra(context: Context): Promise<number> {
  const folder = join(context.scratch, "cassandra");
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const configuration = join(folder, "cassandra.yaml");
  writeFileSync(configuration, JSON.stringify(settings(folder, port, await freePort()), null, 2));
  const log = join(folder, "log.txt");
  const flags = [
    ...exported.flatMap((name) => ["--add-exports", `${name}=ALL-UNNAMED`]),
    ...opened.flatMap((name) => ["--add-opens", `${name}=ALL-UNNAMED`]),
    "-Xmx1g",
    "-Djdk.attach.allowAttachSelf=true",
    `-Dcassandra.config=file://${configuration}`,
    `-Dcassandra.storagedir=${folder}`,
    "-Dcassandra-foreground=true",
    "-Dcassandra.skip_wait_for_gossip_to_settle=0",
    "-Dcassandra.superuser_setup_delay_ms=0",
  ];
  const program = ["java", ...flags, "-cp", await serverJars(context, folder)];
  const daemon = "org.apache.cassandra.service.CassandraDaemon";
  writeFileSync(log, "");
  context.start("sh", ["-c", `exec "$@" > ${log} 2>&1`, "sh", ...program, daemon]);
  await until("Cassandra", () => Promise.resolve(isReady(readFileSync(log, "utf8"))), 600);
  return port;
}

function isReady(log: string): boolean {
  return log.includes("listening for CQL clients") && log.includes("Created default superuser");
}

function settings(folder: string, port: number, storagePort: number): unknown {
  return {
    cluster_name: "lookups",
    num_tokens: 1,
    partitioner: "org.apache.cassandra.dht.Murmur3Partitioner",
    data_file_directories: [`${folder}/data`],
    commitlog_directory: `${folder}/commitlog`,
    saved_caches_directory: `${folder}/caches`,
    hints_directory: `${folder}/hints`,
    cdc_raw_directory: `${folder}/cdc`,
    commitlog_sync: "periodic",
    commitlog_sync_period: "10000ms",
    seed_provider: [
      {
        class_name: "org.apache.cassandra.locator.SimpleSeedProvider",
        parameters: [{ seeds: `127.0.0.1:${storagePort}` }],
      },
    ],
    listen_address: "127.0.0.1",
    rpc_address: "127.0.0.1",
    storage_port: storagePort,
    native_transport_port: port,
    start_native_transport: true,
    endpoint_snitch: "SimpleSnitch",
    authenticator: "PasswordAuthenticator",
  };
}

async function serverJars(context: Context, folder: string): Promise<string> {
  const pom = join(folder, "pom.xml");
  const jars = join(folder, "class-path.txt");
  writeFileSync(
    pom,
    `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>nexgen.proof</groupId><artifactId>cassandra</artifactId><version>1</version>
<dependencies><dependency><groupId>org.apache.cassandra</groupId>
<artifactId>cassandra-all</artifactId><version>${version}</version></dependency></dependencies></project>`,
  );
  const goal = ["dependency:build-classpath", `-Dmdep.outputFile=${jars}`];
  await context.must("mvn", ["-q", "-B", "-f", pom, ...goal]);
  return readFileSync(jars, "utf8").trim();
}
