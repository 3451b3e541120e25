// Codes of the connectors block (E78x, W78x, N78x): Java classes, connectors and their clients.
import { error } from "../define.js";
import type { MessageTemplate } from "../define.js";

export const connectorMessages = {
  E780: error`"${"first"}" and "${"second"}" both give the Java class ${"name"}.`,
  E781: error`"${"property"}" cannot reach the running job: ${"problem"}.`,
} satisfies Record<string, MessageTemplate<string>>;
