// Codes of the connectors block (E78x, W78x, N78x): Java classes, connectors and their clients. The
// numbers from 5 on are those of lookups.
import { error, warning } from "../define.js";
import type { MessageTemplate } from "../define.js";

export const connectorMessages = {
  E780: error`"${"first"}" and "${"second"}" both give the Java class ${"name"}.`,
  E781: error`"${"property"}" cannot reach the running job: ${"problem"}.`,
  E782: error`"${"property"}" must not be set: ${"reason"}.`,
  E783: error`There is no ${"connector"} connector for Flink ${"line"}, which "${"binding"}" needs.`,
  E784: error`"${"property"}" cannot be done with ${"what"}: ${"problem"}.`,
  W780: warning`Kafka clients ${"version"} know no property "${"key"}".`,
  W781: warning`The newest ${"connector"} connector is built for Flink ${"builtFor"}; it is used with ${"line"} untested.`,
} satisfies Record<string, MessageTemplate<string>>;
