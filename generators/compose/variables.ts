// Text of a Compose file that Compose fills in itself: variables of whoever starts the project. A plain
// dollar sign is doubled, so that nothing else is taken for one.
import type { RuntimeReference } from "../../src/document/node.js";
import type { Text } from "../../src/model/bindings.js";

/** `text` as Compose reads it back unchanged. */
export function plainText(text: string): string {
  return text.replaceAll("$", "$$$$");
}

/** A reference to a variable that must be set when the project starts. */
export function requiredVariable(name: string): string {
  return `\${${name}:?must be set}`;
}

/** The text with its references as variables. */
export function composeText(text: Text): string {
  return typeof text === "string" ? plainText(text) : reference(text);
}

function reference(wanted: RuntimeReference): string {
  switch (wanted.kind) {
    case "concatenation":
      return wanted.parts
        .map((part) => (typeof part === "string" ? plainText(part) : reference(part)))
        .join("");
    case "variable":
      return wanted.fallback === null
        ? requiredVariable(wanted.name)
        : `\${${wanted.name}-${plainText(wanted.fallback)}}`;
    case "secret":
      // Reading refuses it (E711): it would stand inside "NAME=…".
      throw new Error("a reference to a secret inside other text");
  }
}
