// Codes of the kubernetes block; see index.ts for the ranges. The pod template: E930 to E944.
import { error, note, warning } from "../define.js";
import type { MessageTemplate } from "../define.js";

export const kubernetesMessages = {
  E930: error`Unknown property "${"key"}" in "${"path"}".`,
  E931: error`"${"path"}" must be ${"expected"}, not ${"found"}.`,
  E932: error`"${"path"}" is set twice: as "${"first"}" and as "${"second"}".`,
  E933: error`"${"path"}" lacks the required property "${"property"}".`,
  E934: error`"${"text"}" cannot be a ${"what"}: it ${"problem"}.`,
  E935: error`"${"path"}" has a second item with ${"name"}.`,
  E936: error`"${"mountPath"}" cannot be a mount path of the Flink container: ${"problem"}.`,
  E937: error`The annotations of "${"path"}" take ${"bytes"} bytes; Kubernetes allows ${"limit"} in all.`,
  W930: warning`The label "${"label"}" of the pod template has no effect: native Flink sets it itself.`,
  W931: warning`The selector "${"label"}: ${"value"}" matches no Flink pod: native Flink sets that label itself.`,
  N930: note`"${"label"}: ${"value"}" names several values; it becomes a required node affinity with operator In.`,
  N931: note`"${"path"}" belongs to a container, not to the pod; it goes to the container "${"container"}".`,
} satisfies Record<string, MessageTemplate<string>>;
