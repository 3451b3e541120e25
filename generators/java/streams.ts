// The classes of the streams: which role each has, and which connector makes it.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { Stream } from "../../src/model/bindings.js";
import type { Named } from "../../src/model/infra-model.js";
import {
  connectorRelease,
  linesWithConnector,
  type ConnectorId,
} from "../../src/targets/flink/connectors.js";
import { checkFreeProperties } from "../../src/targets/kafka/free-properties.js";
import { spanOf, type JavaContext } from "./context.js";
import type { JavaClass } from "./java-class.js";
import type { MavenDependency } from "./maven.js";
import { kafkaSink } from "./kafka/sink.js";
import { kafkaSource } from "./kafka/source.js";

/** What a part of the file adds to the project. */
export interface Contribution {
  readonly classes: readonly JavaClass[];
  readonly dependencies: readonly MavenDependency[];
}

/** The connector as a dependency; null, and E783, where the line has none. */
function connectorDependency(
  context: JavaContext,
  id: ConnectorId,
  binding: Named<object>,
  section: string,
): MavenDependency | null {
  const { line, report } = context;
  const release = connectorRelease(id, line);
  const span = spanOf(context, binding, "type");
  const connector = connectorNames[id];
  if (release === null) {
    const values = { connector, line, binding: `${section}.${binding.name}` };
    const help = `Lines that have one: ${linesWithConnector(id).join(", ")}. Choose one with "flink_version" below "deployment", or unset the binding with null.`;
    report(diagnose("E783", span, values, { help }));
    return null;
  }
  if (release.builtFor !== line)
    report(diagnose("W781", span, { connector, builtFor: release.builtFor, line }));
  const { groupId, artifactId, version } = release;
  return { groupId, artifactId, version, scope: "compile" };
}

const connectorNames: Readonly<Record<ConnectorId, string>> = {
  kafka: "Kafka",
  kinesis: "Kinesis",
  pulsar: "Pulsar",
  mongodb: "MongoDB",
};

/** Whether a stream is read, and whether it is written; one that says nothing may be both. */
function rolesOf({ direction }: Named<Stream>): {
  readonly isRead: boolean;
  readonly isWritten: boolean;
} {
  return { isRead: direction !== "sink", isWritten: direction !== "source" };
}

/** Classes and dependencies of every stream. */
export function streamClasses(context: JavaContext): Contribution {
  const parts = context.model.streams.map((stream) => streamParts(context, stream));
  return {
    classes: parts.flatMap(({ classes }) => classes),
    dependencies: parts.flatMap(({ dependencies }) => dependencies),
  };
}

function streamParts(context: JavaContext, stream: Named<Stream>): Contribution {
  const id: ConnectorId = stream.type === "mongodb_sink" ? "mongodb" : stream.type;
  const connector = connectorDependency(context, id, stream, "streams");
  if (connector === null) return { classes: [], dependencies: [] };
  return { classes: classesOf(context, stream), dependencies: [connector] };
}

function classesOf(context: JavaContext, stream: Named<Stream>): readonly JavaClass[] {
  const { isRead, isWritten } = rolesOf(stream);
  switch (stream.type) {
    case "kafka":
      checkFreeProperties(context, stream.properties, [
        ...(isRead ? (["consumer"] as const) : []),
        ...(isWritten ? (["producer"] as const) : []),
      ]);
      return [
        ...(isRead ? [kafkaSource(context, stream)] : []),
        ...(isWritten ? [kafkaSink(context, stream)] : []),
      ];
    case "kinesis":
    case "pulsar":
    case "mongodb_sink":
      return [];
  }
}
