// Credentials written into a file: an error, or for development and test a warning. Never kept as text.
import { diagnose } from "../diagnostics/catalogue/index.js";
import { nodeSpan, type InfraNode } from "../document/node.js";
import { hasUserInfo } from "../language/sensitive-keys.js";
import { poisoned, referenceNode, type ScalarSite } from "./scalar-site.js";
import type { ScalarContext } from "./walk-scalars.js";

/** Whether `text`, written at `place`, is a credential or holds one. */
export function isLiteralCredential(text: string, place: ScalarContext): boolean {
  if (text === "") return false;
  if (place.sensitive === "credential") return true;
  const isAddress = place.type?.kind === "text" && place.type.format === "url";
  return (isAddress || place.sensitive === "connection") && hasUserInfo(text);
}

/** A password written into text that also has variables, as in a JAAS line. */
export function holdsPassword(text: string): boolean {
  return /password\s*=\s*["']?[^"'\s;$]/iu.test(text) || hasUserInfo(text);
}

/** Reports the credential (E714, or W702 where it becomes a variable of the running job). */
export function literalCredential({ node, path, context }: ScalarSite): InfraNode {
  const property = path.join(".");
  const variable = runtimeVariableName(path);
  if (!context.lenient) {
    const help = `Keep it in a secret store (secret://…) or in a variable: \${${variable}}. Neither is written to any output.`;
    context.report(diagnose("E714", nodeSpan(node), { property }, { help }));
    return poisoned(node);
  }
  const help = `Set ${variable} where the job runs, or use \${${variable}} or secret://… here.`;
  context.report(diagnose("W702", nodeSpan(node), { property, variable }, { help }));
  return referenceNode(node, { kind: "variable", name: variable, fallback: null });
}

/** `lookups.customers.auth.password` is delivered as `CUSTOMERS_AUTH_PASSWORD`. */
function runtimeVariableName(path: readonly string[]): string {
  return path
    .slice(1)
    .filter((part) => part !== "properties")
    .join("_")
    .replace(/[^A-Za-z0-9]+/gu, "_")
    .toUpperCase();
}
