// Codes of the rendering block: templates and what they produce.
import { error } from "../define.js";

export const renderingMessages = {
  E960: error`The template "${"template"}" cannot be used: ${"problem"}.`,
  E961: error`The template "${"template"}" prints "${"text"}" where only a whole value may stand.`,
  E962: error`The template "${"template"}" renders something that is no valid ${"language"}: ${"problem"}.`,
  E963: error`Two files are planned at "${"path"}".`,
  E964: error`The templates folder "${"folder"}" cannot be read: ${"problem"}.`,
};
