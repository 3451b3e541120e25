// Codes of the language and of resolution (specification catalogue E700 to E720, and ours between).
import { error, warning } from "../define.js";

export const languageMessages = {
  E702: error`The ${"noun"} "${"name"}" lacks the required property "${"property"}".`,
  E703: error`Invalid value for "${"property"}": ${"problem"}.`,
  E704: error`Unknown property "${"key"}" in ${"where"}.`,
  E705: error`"${"spelled"}" and "${"canonical"}" are two spellings of one property, and both are set.`,
  E706: error`"extends" cannot be followed: ${"problem"}.`,
  E708: error`"extends: ${"target"}" is not allowed: ${"problem"}.`,
  E709: error`A variable cannot be used in "${"property"}": earlier stages need its value.`,
  E710: error`Environment variable "${"variable"}" is not set and has no default.${"more"}`,
  E711: error`Invalid secret reference "${"reference"}": ${"problem"}.`,
  E712: error`Malformed variable reference "${"text"}": ${"problem"}.`,
  E713: error`"${"property"}" must be known when artifacts are generated, so it cannot come from ${"origin"}.`,
  E714: error`"${"property"}" holds a literal credential.`,
  E715: error`Line cannot be read: ${"problem"}.`,
  E716: error`The value of environment variable "${"variable"}" cannot be used: ${"problem"}.`,
  W701: warning`"${"property"}" is ignored: ${"reason"}.`,
  W702: warning`"${"property"}" holds a literal credential; the output refers to the run-time variable ${"variable"} instead.`,
  E717: error`${"noun"} "${"name"}" refers to the group "${"group"}", which does not exist.`,
  E718: error`Region overlay "${"key"}" in ${"where"}: ${"problem"}.`,
  W706: warning`The default in "${"reference"}" is written nowhere: the secret becomes optional at run time.`,
  E719: error`No region "${"region"}" is declared.`,
  W705: warning`"${"key"}" is new here; did you mean to override the inherited "${"near"}"?`,
};
