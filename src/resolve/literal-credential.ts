// Credentials written into a file: an error, or for development and test a warning. Never kept as text.
import { diagnose } from "../diagnostics/catalogue/index.js";
import { nodeSpan, type InfraNode, type RuntimeReference } from "../document/node.js";
import { holdsCredential, isLiteralValue } from "../language/credential-text.js";
import { hasUserInfo } from "../language/sensitive-keys.js";
import { poisoned, referenceNode, type ScalarSite } from "./scalar-site.js";
import type { ScalarContext } from "./walk-scalars.js";

/** Whether `text`, written at `place`, is a credential or holds one. */
export function isLiteralCredential(text: string, place: ScalarContext): boolean {
  if (text === "" || (place.assigns !== null && text === `${place.assigns}=`)) return false;
  if (place.sensitive === "credential" || isCredentialInWords(text, place)) return true;
  const isAddress = place.type?.kind === "text" && place.type.format === "url";
  return (isAddress || place.sensitive === "connection") && hasUserInfo(text);
}

/** A credential among words of the user's own: in an argument, a JVM flag, a label. */
export function isCredentialInWords(text: string, place: ScalarContext): boolean {
  return place.words && (holdsCredential(text) || (place.answersFlag && isLiteralValue(text)));
}

/** A password written into text that also has variables, as in a JAAS line. */
export function holdsPassword(text: string): boolean {
  return /password\s*=\s*["']?[^"'\s;$]/iu.test(text) || hasUserInfo(text);
}

/** Reports the credential (E714, or W702 where it becomes a variable of the running job). */
export function literalCredential({ node, place, path, context }: ScalarSite): InfraNode {
  const property = path.join(".");
  const { assigns } = place;
  if (place.words && place.sensitive === null) {
    const help =
      "Let the job read it itself, from a variable or a file of its environment: arguments and labels can be read by everybody.";
    context.report(diagnose("E714", nodeSpan(node), { property }, { help }));
    return poisoned(node);
  }
  const variable = runtimeVariableName(assigns === null ? path : [...path.slice(0, -1), assigns]);
  const written = assigns === null ? `\${${variable}}` : `${assigns || "NAME"}=\${${variable}}`;
  if (!context.lenient || assigns === "") {
    const help =
      assigns === null
        ? `Keep it in a secret store (secret://…) or in a variable: ${written}. Neither is written to any output.`
        : `Keep it in a variable: ${written}. Its value is never written to any output.`;
    context.report(diagnose("E714", nodeSpan(node), { property }, { help }));
    return poisoned(node);
  }
  const store = assigns === null ? " or secret://…" : "";
  const help = `Set ${variable} where the job runs, or use ${written}${store} here.`;
  context.report(diagnose("W702", nodeSpan(node), { property, variable }, { help }));
  const reference: RuntimeReference = { kind: "variable", name: variable, fallback: null };
  if (assigns === null) return referenceNode(node, reference);
  // The name of the assignment is no part of the credential, and without it the value would be the name.
  return referenceNode(node, { kind: "concatenation", parts: [`${assigns}=`, reference] });
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
