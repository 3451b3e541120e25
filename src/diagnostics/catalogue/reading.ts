// Codes of the reading stage: from a path to a located tree; see index.ts for the ranges.
// Messages do not quote values: a credential may start with `!`, `*` or a zero.
// The CLI gives E730 and E732 exit codes of their own when the entry file is meant.
import { error, note } from "../define.js";

export const readingMessages = {
  E730: error`"${"path"}" does not exist.`,
  E731: error`"${"path"}" cannot be read: ${"problem"}.`,
  E732: error`"${"path"}" cannot be read: permission denied.`,
  E733: error`Not valid YAML: ${"problem"}.`,
  E734: error`This number cannot be taken as written: ${"problem"}.`,
  E735: error`"${"path"}" is too large: ${"problem"}.`,
  E736: error`"${"path"}" is not UTF-8 text: ${"problem"}.`,
  E737: error`${"character"} is not allowed in a file.`,
  E738: error`A carriage return stands alone; lines end with LF or CRLF.`,
  E739: error`A tab is used for indentation; YAML allows only spaces there.`,
  E740: error`The key "${"key"}" is set twice in the same map.`,
  E741: error`${"key"} cannot be used as a key: ${"problem"}.`,
  E742: error`The merge key "<<" is not part of this language.`,
  E743: error`Tags are not part of this language.`,
  E744: error`The directive "${"directive"}" is not part of this language.`,
  E745: error`A second YAML document starts here; a file holds one.`,
  E746: error`This alias cannot be used: ${"problem"}.`,
  E747: error`Nesting is deeper than ${"limit"} levels.`,
  E748: error`There are too many ${"things"}: the limit is ${"limit"}.`,
  E749: error`A file must hold a map of properties, but ${"found"}.`,
  N730: note`More than ${"limit"} problems in this file; the rest is not shown.`,
};
