// What Flink's shipped configuration file sets, which an emitted file replaces as a whole, and the
// JVM flags that Flink computes itself.
import { lineAtLeast, type FlinkLine } from "./lines.js";

const exportedPackages = [
  "java.rmi/sun.rmi.registry",
  "jdk.compiler/com.sun.tools.javac.api",
  "jdk.compiler/com.sun.tools.javac.file",
  "jdk.compiler/com.sun.tools.javac.parser",
  "jdk.compiler/com.sun.tools.javac.tree",
  "jdk.compiler/com.sun.tools.javac.util",
  "java.security.jgss/sun.security.krb5",
];

const openedPackages = [
  "java.base/java.lang",
  "java.base/java.net",
  "java.base/java.io",
  "java.base/java.nio",
  "java.base/sun.nio.ch",
  "java.base/java.lang.reflect",
  "java.base/java.text",
  "java.base/java.time",
  "java.base/java.util",
  "java.base/java.util.concurrent",
  "java.base/java.util.concurrent.atomic",
  "java.base/java.util.concurrent.locks",
];

/**
 * The options of `env.java.opts.all` in the file that `line` ships: without them state that Kryo
 * serialises fails on Java 17. Empty for 1.17, which ships none. Join with a blank.
 */
export function shippedJavaOptions(line: FlinkLine): readonly string[] {
  if (!lineAtLeast(line, "1.18")) return [];
  const exported = lineAtLeast(line, "2.1")
    ? exportedPackages
    : ["java.base/sun.net.util", ...exportedPackages];
  return [
    ...exported.map((name) => `--add-exports=${name}=ALL-UNNAMED`),
    ...openedPackages.map((name) => `--add-opens=${name}=ALL-UNNAMED`),
  ];
}

/** `jobmanager.memory.process.size` of the shipped file, the same in every line. */
export const shippedJobManagerSize = "1600m";

/**
 * The other settings of the shipped file. They bind everything to the local host; the official
 * image rewrites them (see `containerBindings`).
 */
export function shippedDefaults(line: FlinkLine): ReadonlyMap<string, string> {
  const defaults = new Map([
    ["jobmanager.rpc.address", "localhost"],
    ["jobmanager.rpc.port", "6123"],
    ["jobmanager.bind-host", "localhost"],
    ["jobmanager.memory.process.size", shippedJobManagerSize],
    ["jobmanager.execution.failover-strategy", "region"],
    ["taskmanager.bind-host", "localhost"],
    ["taskmanager.host", "localhost"],
    ["taskmanager.memory.process.size", "1728m"],
    ["taskmanager.numberOfTaskSlots", "1"],
    ["parallelism.default", "1"],
    ["rest.address", "localhost"],
  ]);
  // From 1.20 on the shipped file has it only in a comment.
  if (!lineAtLeast(line, "1.20")) defaults.set("rest.bind-address", "localhost");
  return defaults;
}

/**
 * What a complete file for containers must set so that other pods can connect. It must not set
 * `taskmanager.host`: each pod finds out its own.
 */
export const containerBindings: ReadonlyMap<string, string> = new Map([
  ["jobmanager.bind-host", "0.0.0.0"],
  ["taskmanager.bind-host", "0.0.0.0"],
  ["rest.bind-address", "0.0.0.0"],
]);

const reservedFlags: readonly (readonly [flag: string, spellings: readonly string[]])[] = [
  ["-Xmx", ["-Xmx", "-mx", "-XX:MaxHeapSize="]],
  ["-Xms", ["-Xms", "-ms", "-XX:InitialHeapSize="]],
  ["-XX:MaxDirectMemorySize", ["-XX:MaxDirectMemorySize="]],
  ["-XX:MaxMetaspaceSize", ["-XX:MaxMetaspaceSize="]],
];

/** The flag that Flink computes from its memory settings and `option` would set too, or null. */
export function reservedJvmFlag(option: string): string | null {
  const trimmed = option.trim();
  const found = reservedFlags.find(([, spellings]) =>
    spellings.some((spelling) => trimmed.startsWith(spelling)),
  );
  return found?.[0] ?? null;
}

/** What to do instead of setting such a flag. */
export const reservedFlagHelp = "Size task_memory and its parts below memory instead.";
