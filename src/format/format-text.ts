// Formats text that our own templates and emitters did not make. Built-in output is proven stable
// under the same formatter by a test, so an ordinary run never loads it.
import type { Language } from "../generator/contract.js";

export type Formatted =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: string };

/** `text` as prettier prints it; languages that prettier does not know stay as they are. */
export async function formatText(text: string, language: Language): Promise<Formatted> {
  if (language !== "yaml" && language !== "json" && language !== "markdown")
    return { ok: true, text };
  const { format } = await import("prettier");
  try {
    return { ok: true, text: await format(text, { parser: language }) };
  } catch (error) {
    const message = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "unreadable";
    return { ok: false, problem: message };
  }
}
