// Codes of the model block: what a resolved file says about itself.
import { error, note, warning } from "../define.js";

export const modelMessages = {
  E750: error`"${"property"}" and "${"other"}" state the same fact with different values.`,
  E751: error`The process "${"process"}" names "${"name"}", which is not bound in "${"section"}".`,
  E752: error`"${"property"}" is needed when ${"condition"}.`,
  E753: error`"${"property"}" contradicts "${"other"}": ${"problem"}.`,
  E754: error`"${"property"}" exceeds ${"limit"}: ${"problem"}.`,
  E755: error`"${"property"}" of ${"entry"} and "${"other"}" of ${"otherEntry"} are one ${"what"}, "${"name"}": ${"problem"}.`,
  E756: error`"${"file"}" is a base (environment: base): it is never complete, so nothing is generated from it.`,
  E757: error`"${"generator"}" needs a deployment of type ${"types"}, and the file has no "deployment".`,
  E758: error`"${"generator"}" is not for a deployment of type ${"type"}.`,
  E759: error`No process "${"process"}" is defined.`,
  E760: error`"${"property"}" names "${"name"}", which is not bound in "${"section"}".`,
  E761: error`"${"property"}" names the region "${"region"}", which is not declared.`,
  W010: warning`The parallelism of the process "${"process"}" is low for its input: ${"parallelism"} instances for ${"partitions"}.`,
  W704: warning`"${"property"}" takes data out of ${"area"}, where the region "${"region"}" must keep it.`,
  W751: warning`The process "${"process"}" does not say which of "${"section"}" it uses (${"names"}); none is applied.`,
  W752: warning`Which bindings each process uses is not known: every process is taken to use every stream, lookup and secret.`,
  W753: warning`The failover plan "${"name"}" asks for a promotion without an operator, and nothing that is emitted promotes a region.`,
  W754: warning`An accepted warning no longer occurs: ${"code"}${"path"}.`,
  W755: warning`"${"property"}" ${"problem"}.`,
  W758: warning`The failover plan "${"plan"}" moves a share of the traffic every ${"step"}, and clients keep an address for ${"ttl"}: steps overlap.`,
  W759: warning`Records of "${"stream"}" in ${"primary"} are not copied to ${"secondary"}: what nobody had read is lost to the region that takes over.`,
  W756: warning`"${"property"}" of ${"entry"} and "${"other"}" of ${"otherEntry"} are one ${"what"}, "${"name"}": ${"problem"}.`,
  N750: note`"${"property"}" is derived: ${"derivation"}.`,
};
