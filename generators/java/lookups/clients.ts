// Maven coordinates of the clients that lookups use; the same on every line of Flink, since no client
// depends on Flink.
import type { MavenDependency } from "../maven.js";

function compile(groupId: string, artifactId: string, version: string): MavenDependency {
  return { groupId, artifactId, version, scope: "compile" };
}

const jackson = "2.21.5";

export const caffeine = compile("com.github.ben-manes.caffeine", "caffeine", "3.2.4");

/** Clients by what a lookup needs them for. */
export const clients = {
  postgresql: [
    compile("com.zaxxer", "HikariCP", "7.0.2"),
    // From 42.7.9 on a client key may be a PEM file.
    compile("org.postgresql", "postgresql", "42.7.14"),
  ],
  redis: [compile("io.lettuce", "lettuce-core", "7.7.0.RELEASE")],
  mongodb: [compile("org.mongodb", "mongodb-driver-reactivestreams", "5.8.1")],
  cassandra: [compile("org.apache.cassandra", "java-driver-core", "4.19.4")],
  // Speaks with servers 8 and 9, and runs on Java 11, which Flink 1.20 does.
  elasticsearch: [compile("co.elastic.clients", "elasticsearch-java", "8.19.6")],
  json: [
    compile("com.fasterxml.jackson.core", "jackson-core", jackson),
    compile("com.fasterxml.jackson.core", "jackson-databind", jackson),
  ],
  msgpack: [compile("org.msgpack", "jackson-dataformat-msgpack", "0.9.10")],
  lz4: [compile("at.yawk.lz4", "lz4-java", "1.10.2")],
} satisfies Readonly<Record<string, readonly MavenDependency[]>>;
