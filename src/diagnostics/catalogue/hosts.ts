// Codes of YARN, standalone hosts and Docker Compose: E762 to E766, W762 to W766, N762 to N766.
import { error, warning } from "../define.js";
import type { MessageTemplate } from "../define.js";

export const hostMessages = {
  E762: error`The jar "${"jar"}" of the process "${"process"}" cannot be run: ${"problem"}.`,
  E763: error`"${"property"}" cannot reach the job: ${"problem"}.`,
  W762: warning`"${"property"}" is not acted on: ${"reason"}.`,
  W763: warning`No jar is named for ${"processes"}: it is taken to be ${"place"}.`,
  W764: warning`"${"property"}" names no address that a container reaches: ${"problem"}.`,
  W765: warning`"${"property"}" is not set: ${"reason"}.`,
  W766: warning`The processes need ${"needed"} task slots in all, and the hosts have ${"available"}: not all can run at once.`,
} satisfies Record<string, MessageTemplate<string>>;
