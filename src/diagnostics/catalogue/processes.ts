// Codes of process files (L1) and of the links from them to bindings (specification catalogue E700,
// E701, E720; E721 to E723 and the warnings are ours).
import { error, note, warning } from "../define.js";

export const processMessages = {
  E700: error`The process "${"process"}" ${"usage"} "${"name"}", which is not bound in "${"section"}".`,
  E701: error`The process "${"process"}" ${"usage"} "${"name"}", and ${"problem"}.`,
  E720: error`The process "${"process"}" ${"usage"} "${"name"}", and ${"problem"}.`,
  E721: error`This process file cannot be read: ${"problem"}.`,
  E722: error`The process "${"process"}" is defined twice.`,
  E723: error`"${"path"}" holds no process file (.proc).`,
  W700: warning`No process uses "${"binding"}".`,
  W703: warning`The process "${"process"}" says ${"stated"}, and "${"property"}" says ${"bound"}: ${"outcome"}.`,
  N700: note`The process "${"process"}" ${"usage"} "${"name"}": no section of the bindings is for it.`,
};
