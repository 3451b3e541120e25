// Codes of the connectors block (E78x, W78x, N78x): Java classes, connectors and their clients. The
// numbers from 5 on are those of lookups.
import { error, note, warning } from "../define.js";
import type { MessageTemplate } from "../define.js";

export const connectorMessages = {
  E780: error`"${"first"}" and "${"second"}" both give the Java class ${"name"}.`,
  E781: error`"${"property"}" cannot reach the running job: ${"problem"}.`,
  E782: error`"${"property"}" must not be set: ${"reason"}.`,
  E783: error`There is no ${"connector"} connector for Flink ${"line"}, which "${"binding"}" needs.`,
  E784: error`"${"property"}" cannot be done with ${"what"}: ${"problem"}.`,
  W780: warning`Kafka clients ${"version"} know no property "${"key"}".`,
  W781: warning`The newest ${"connector"} connector is built for Flink ${"builtFor"}; it is used with ${"line"} untested.`,
  E785: error`"${"property"}" cannot be generated: ${"problem"}.`,
  W785: warning`"${"property"}" has no effect on the lookup: ${"reason"}.`,
  W786: warning`"${"property"}" works otherwise than written: ${"difference"}.`,
  W787: warning`"${"property"}" of the lookup is a risk: ${"problem"}.`,
  W788: warning`No Java class is made of "${"binding"}": "${"property"}" is needed when ${"condition"}.`,
  N785: note`"${"property"}" is not told apart: ${"reason"}.`,
} satisfies Record<string, MessageTemplate<string>>;
