// The releases of Flink's connectors and formats, by line: what a job's build asks Maven for. Data of
// the release notes; which connector a binding needs is decided by the caller.
import type { KafkaClientVersion } from "../kafka/client-options.js";
import { flinkLines, lineAtLeast, type FlinkLine } from "./lines.js";

/** A connector that is released on its own, apart from Flink. */
export type ConnectorId = "kafka" | "kinesis" | "pulsar" | "mongodb";

/** One release of a connector. */
export interface ConnectorRelease {
  readonly groupId: "org.apache.flink";
  readonly artifactId: string;
  readonly version: string;
  /** The line it was built and tested for. */
  readonly builtFor: FlinkLine;
}

const artifacts: Readonly<Record<ConnectorId, string>> = {
  kafka: "flink-connector-kafka",
  kinesis: "flink-connector-aws-kinesis-streams",
  pulsar: "flink-connector-pulsar",
  mongodb: "flink-connector-mongodb",
};

// The sources of Kinesis below 5.0.0 are those that Flink 2.0 removed; no Pulsar or MongoDB connector
// has been released since the sink interfaces they use were removed with Flink 2.0.
const versions: Readonly<Record<ConnectorId, Readonly<Partial<Record<FlinkLine, string>>>>> = {
  kafka: {
    "1.17": "3.1.0-1.17",
    "1.18": "3.2.0-1.18",
    "1.19": "3.3.0-1.19",
    "1.20": "3.4.0-1.20",
    "2.0": "4.0.1-2.0",
    "2.1": "5.0.0-2.1",
    "2.2": "5.0.0-2.2",
  },
  kinesis: {
    "1.19": "5.0.0-1.19",
    "1.20": "5.1.0-1.20",
    "2.0": "6.0.1-2.0",
    "2.1": "6.0.1-2.0",
    "2.2": "6.0.1-2.0",
    "2.3": "6.0.1-2.0",
  },
  pulsar: { "1.17": "4.1.0-1.17", "1.18": "4.1.0-1.18", "1.20": "4.2.0-1.20" },
  mongodb: {
    "1.17": "1.1.0-1.17",
    "1.18": "1.2.0-1.18",
    "1.19": "1.2.0-1.19",
    "1.20": "2.0.0-1.20",
  },
};

/** The release of a connector for `line`; null where there is none. */
export function connectorRelease(id: ConnectorId, line: FlinkLine): ConnectorRelease | null {
  const version = versions[id][line];
  if (version === undefined) return null;
  const builtFor = version.slice(version.indexOf("-") + 1) as FlinkLine;
  return { groupId: "org.apache.flink", artifactId: artifacts[id], version, builtFor };
}

/** The lines that have a release of the connector, oldest first. */
export function linesWithConnector(id: ConnectorId): readonly FlinkLine[] {
  return flinkLines.filter((line) => versions[id][line] !== undefined);
}

/** The Kafka clients that the Kafka connector of `line` brings; they must not be replaced. */
export function kafkaClientsOf(line: FlinkLine): KafkaClientVersion {
  if (lineAtLeast(line, "2.1")) return "4.2";
  return lineAtLeast(line, "2.0") ? "3.9" : "3.4";
}
