// The configuration of the cluster: one node, a queue as the example names it and another one, a label.
// The folder serves servers, clients and containers.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePorts } from "../ports.js";

/** Where the servers listen on the loopback address. */
export interface Site {
  /** The folder with the files. */
  readonly folder: string;
  /** The name node: `127.0.0.1:34567`. */
  readonly nameNode: string;
  readonly zooKeeper: string;
  readonly resourceManager: string;
  readonly nodeManager: string;
}

/** What a container's memory is rounded up to a multiple of. */
export const smallestAllocation = 64;

/** Writes the files. `clients`: class path of Hadoop's clients; `scratch`: for data and logs. */
export async function writeSite(scratch: string, clients: string): Promise<Site> {
  const ports = await freePorts(11);
  const [nameNode = "", zooKeeper = "", resourceManager = "", nodeManager = "", ...rest] =
    ports.map((port) => `127.0.0.1:${String(port)}`);
  const site = {
    folder: join(scratch, "hadoop"),
    nameNode,
    zooKeeper,
    resourceManager,
    nodeManager,
  };
  mkdirSync(site.folder);
  write(site.folder, "core-site", {
    "fs.defaultFS": `hdfs://${nameNode}`,
    "hadoop.tmp.dir": join(scratch, "tmp"),
  });
  write(site.folder, "hdfs-site", { "dfs.replication": "1" });
  write(site.folder, "yarn-site", {
    ...resourceManagerOptions(site, rest),
    ...nodeManagerOptions(site, rest, scratch),
    "yarn.application.classpath": [site.folder, ...clients.split(":")].join(","),
    "yarn.node-labels.enabled": "true",
    "yarn.node-labels.configuration-type": "distributed",
    "yarn.node-labels.fs-store.root-dir": `file://${join(scratch, "labels")}`,
  });
  write(site.folder, "capacity-scheduler", scheduler);
  writeFileSync(join(site.folder, "log4j.properties"), logSettings(join(scratch, "hadoop.log")));
  return site;
}

function resourceManagerOptions(
  { resourceManager }: Site,
  [client = "", scheduling = "", tracker = "", admin = ""]: readonly string[],
): Readonly<Record<string, string>> {
  return {
    "yarn.resourcemanager.webapp.address": resourceManager,
    "yarn.resourcemanager.address": client,
    "yarn.resourcemanager.scheduler.address": scheduling,
    "yarn.resourcemanager.resource-tracker.address": tracker,
    "yarn.resourcemanager.admin.address": admin,
    "yarn.resourcemanager.scheduler.class":
      "org.apache.hadoop.yarn.server.resourcemanager.scheduler.capacity.CapacityScheduler",
    "yarn.resourcemanager.nodemanagers.heartbeat-interval-ms": "200",
    "yarn.scheduler.minimum-allocation-mb": String(smallestAllocation),
    "yarn.cluster.max-application-priority": "10",
  };
}

function nodeManagerOptions(
  { nodeManager }: Site,
  [, , , , own = "", localizer = "", collector = ""]: readonly string[],
  scratch: string,
): Readonly<Record<string, string>> {
  return {
    "yarn.nodemanager.webapp.address": nodeManager,
    "yarn.nodemanager.address": own,
    "yarn.nodemanager.localizer.address": localizer,
    "yarn.nodemanager.collector-service.address": collector,
    "yarn.nodemanager.local-dirs": join(scratch, "containers"),
    "yarn.nodemanager.log-dirs": join(scratch, "container-logs"),
    // Only numbers: nothing of it is reserved.
    "yarn.nodemanager.resource.memory-mb": "65536",
    "yarn.nodemanager.resource.cpu-vcores": "64",
    "yarn.nodemanager.pmem-check-enabled": "false",
    "yarn.nodemanager.vmem-check-enabled": "false",
    // A full disk of ours is no reason to have no node.
    "yarn.nodemanager.disk-health-checker.enable": "false",
    "yarn.nodemanager.node-labels.provider": "config",
    "yarn.nodemanager.node-labels.provider.configured-node-partition": "ssd",
  };
}

const scheduler = {
  // The default one counts memory only.
  "yarn.scheduler.capacity.resource-calculator":
    "org.apache.hadoop.yarn.util.resource.DominantResourceCalculator",
  "yarn.scheduler.capacity.root.queues": "default,finance",
  "yarn.scheduler.capacity.root.accessible-node-labels": "*",
  "yarn.scheduler.capacity.root.accessible-node-labels.ssd.capacity": "100",
  ...queue("root.default", 50),
  "yarn.scheduler.capacity.root.finance.queues": "nightly",
  ...queue("root.finance", 50),
  ...queue("root.finance.nightly", 100),
};

function queue(path: string, capacity: number): Readonly<Record<string, string>> {
  const options = {
    capacity: String(capacity),
    "maximum-capacity": "100",
    "maximum-am-resource-percent": "1.0",
    "user-limit-factor": "100",
    "accessible-node-labels": "ssd",
    "accessible-node-labels.ssd.capacity": String(capacity),
    "accessible-node-labels.ssd.maximum-capacity": "100",
    "accessible-node-labels.ssd.maximum-am-resource-percent": "1.0",
  };
  return Object.fromEntries(
    Object.entries(options).map(([key, value]) => [
      `yarn.scheduler.capacity.${path}.${key}`,
      value,
    ]),
  );
}

function write(folder: string, name: string, options: Readonly<Record<string, string>>): void {
  const properties = Object.entries(options).map(
    ([key, value]) => `  <property><name>${key}</name><value>${value}</value></property>\n`,
  );
  const text = `<configuration>\n${properties.join("")}</configuration>\n`;
  writeFileSync(join(folder, `${name}.xml`), text);
}

function logSettings(file: string): string {
  return [
    "log4j.rootLogger=WARN,file",
    "log4j.appender.file=org.apache.log4j.FileAppender",
    `log4j.appender.file.File=${file}`,
    "log4j.appender.file.layout=org.apache.log4j.PatternLayout",
    "log4j.appender.file.layout.ConversionPattern=%d %p %c: %m%n",
    "",
  ].join("\n");
}
