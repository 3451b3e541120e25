// Which connector a binding needs, as a dependency of the project; a line without it is refused.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { Named } from "../../src/model/infra-model.js";
import {
  connectorRelease,
  linesWithConnector,
  type ConnectorId,
} from "../../src/targets/flink/connectors.js";
import { spanOf, type JavaContext } from "./context.js";
import type { JavaClass } from "./java-class.js";
import type { MavenDependency } from "./maven.js";

/** What a part of the file adds to the project. */
export interface Contribution {
  readonly classes: readonly JavaClass[];
  readonly dependencies: readonly MavenDependency[];
}

/** The connector as a dependency; null, and E783, where the line has none. */
export function connectorDependency(
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
