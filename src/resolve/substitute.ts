// Replaces `${VAR}` and `secret://` on parsed scalars (architecture decisions 3 and 5). A value that
// feeds a sensitive property becomes a run-time reference and is never looked up; every other
// variable is replaced by its text, never re-expanded, never re-parsed as YAML.
import { diagnose } from "../diagnostics/catalogue/index.js";
import type {
  InfraNode,
  RuntimeReference,
  ScalarNode,
  SubstitutedVariable,
} from "../document/node.js";
import { nodeSpan } from "../document/node.js";
import { isCredentialVariable } from "../language/credential-text.js";
import { hasUserInfo } from "../language/sensitive-keys.js";
import type { Span } from "../source/source-file.js";
import { coerceText, plainScalar } from "./coerce.js";
import {
  holdsPassword,
  isCredentialInWords,
  isLiteralCredential,
  literalCredential,
} from "./literal-credential.js";
import {
  poisoned,
  referenceNode,
  type ScalarSite,
  type SensitiveVariables,
  type SubstitutionContext,
} from "./scalar-site.js";
import { secretScheme } from "./secret-reference.js";
import { partialSecret, secretValue } from "./secret-value.js";
import { splitVariables, type TextPart } from "./variable-reference.js";
import type { ScalarContext, VisitScalar } from "./walk-scalars.js";

/** Collects the variables of sensitive properties. */
export function collectSensitive(
  variables: SensitiveVariables,
): (node: ScalarNode, context: ScalarContext) => void {
  return (node, context) => {
    if (context.sensitive === null || typeof node.value !== "string") return;
    if (!node.value.includes("${")) return;
    const split = splitVariables(node.value);
    for (const part of split.ok ? split.parts : []) {
      if (part.kind === "variable" && !variables.has(part.name)) {
        variables.set(part.name, nodeSpan(node));
      }
    }
  };
}

/** The visitor that replaces references. */
export function substitution(context: SubstitutionContext): VisitScalar {
  return (node, place, path) => {
    const { value } = node;
    if (typeof value !== "string") {
      return place.sensitive === "credential" && value !== null
        ? literalCredential({ node, place, path, context })
        : plainScalar(node, place);
    }
    if (value.includes("$") || value.includes(secretScheme)) {
      return referenceIn(value, { node, place, path, context });
    }
    return isLiteralCredential(value, place)
      ? literalCredential({ node, place, path, context })
      : node;
  };
}

function referenceIn(text: string, site: ScalarSite): InfraNode {
  if (text.startsWith(secretScheme)) return secretValue(text, site);
  if (text.includes(secretScheme)) return partialSecret(text, site);
  return variables(text, site);
}

type VariablePart = TextPart & { readonly kind: "variable" };

function variables(text: string, site: ScalarSite): InfraNode {
  const { node, place, context } = site;
  const split = splitVariables(text);
  if (!split.ok) {
    const help = "Write ${NAME} or ${NAME:-default}; write $${ for a literal ${.";
    for (const { problem, start, end } of split.malformed) {
      const values = { text: text.slice(start, end), problem };
      context.report(diagnose("E712", partSpan(node, start, end), values, { help }));
    }
    return poisoned(node);
  }
  const used = split.parts.filter((part) => part.kind === "variable");
  if (used.length === 0) return unescaped(split.parts, site);
  const tainted = used.find((part) => isTainted(part.name, site));
  if (place.sensitive === null && isCredentialInWords(literalOf(split.parts), place)) {
    return literalCredential(site);
  }
  const [first] = used;
  if (first !== undefined && isCredentialInWords(filledIn(split.parts), place)) {
    return needsBuildTime(first.name, site);
  }
  if (place.sensitive === null && tainted === undefined) {
    return buildTimeText(text, split.parts, site);
  }
  const isDeliverable = place.runtime && !(place.assigns !== null && lacksName(split.parts));
  return isDeliverable ? runtimeText(split.parts, site) : needsBuildTime(tainted?.name ?? "", site);
}

/** Feeds a credential, or has the name of one. */
function isTainted(name: string, { context }: ScalarSite): boolean {
  return context.sensitiveVariables.has(name) || isCredentialVariable(name);
}

/** The text with what variables stand for left out, and with each of them as some word. */
const literalOf = (parts: readonly TextPart[]): string => textOf(parts, "$");
const filledIn = (parts: readonly TextPart[]): string => textOf(parts, "value");

function textOf(parts: readonly TextPart[], variable: string): string {
  return parts.map((part) => (part.kind === "literal" ? part.text : variable)).join("");
}

/** Of NAME=value the name must be known when artifacts are generated. */
function lacksName([first]: readonly TextPart[]): boolean {
  return first?.kind !== "literal" || !/^[A-Za-z_][A-Za-z0-9_]*=/u.test(first.text);
}

function unescaped(parts: readonly TextPart[], site: ScalarSite): InfraNode {
  const text = textOf(parts, "");
  if (isLiteralCredential(text, site.place)) return literalCredential(site);
  return { ...site.node, value: text, plain: false };
}

function needsBuildTime(variable: string, { node, path, context }: ScalarSite): InfraNode {
  const use = context.sensitiveVariables.get(variable);
  const isKnown = use !== undefined || isCredentialVariable(variable);
  const origin = `the variable ${variable}, which ${isKnown ? "feeds" : "is here"} a credential`;
  context.report(
    diagnose(
      "E713",
      nodeSpan(node),
      { property: path.join("."), origin },
      {
        related:
          use === undefined ? [] : [{ span: use, message: `${variable} is a credential here` }],
        help: `Use another variable here: the value of ${variable} is never written.`,
      },
    ),
  );
  return poisoned(node);
}

function runtimeText(parts: readonly TextPart[], site: ScalarSite): InfraNode {
  const references: (string | RuntimeReference)[] = [];
  for (const part of parts) {
    if (part.kind === "literal") {
      if (holdsPassword(part.text)) return literalCredential(site);
      references.push(part.text);
    } else {
      const { name, fallback } = part;
      if (isSecretDefault(fallback, site.place)) return literalCredential(site);
      references.push({ kind: "variable", name, fallback });
    }
  }
  const [only] = references;
  const isWhole = references.length === 1 && only !== undefined && typeof only !== "string";
  return referenceNode(site.node, isWhole ? only : { kind: "concatenation", parts: references });
}

/** The default of `${VAR:-default}` follows the rule of literals. */
function isSecretDefault(fallback: string | null, { sensitive }: ScalarContext): boolean {
  if (fallback === null || fallback === "") return false;
  return sensitive === "connection" ? hasUserInfo(fallback) : sensitive === "credential";
}

const longestValue = 65_536;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const controlCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u;

function buildTimeText(written: string, parts: readonly TextPart[], site: ScalarSite): InfraNode {
  const used: SubstitutedVariable[] = [];
  let failed = false;
  let value = "";
  for (const part of parts) {
    if (part.kind === "literal") {
      value += part.text;
      continue;
    }
    const found = valueOf(part, site);
    if (found === null) failed = true;
    else {
      used.push(found.variable);
      value += found.text;
    }
  }
  if (failed) return poisoned(site.node);
  const substituted = { written, variables: used };
  return { ...site.node, value: coerceText(value, site.place.type), plain: false, substituted };
}

interface FoundValue {
  readonly text: string;
  readonly variable: SubstitutedVariable;
}

/** The text of one variable; null where it is not set (E710, told at the end) or unusable (E716). */
function valueOf(
  { name, fallback, start, end }: VariablePart,
  site: ScalarSite,
): FoundValue | null {
  const { node, context } = site;
  const found = context.find(name);
  // `:-` also covers a variable that is set but empty, as in a shell.
  if (fallback !== null && (found === null || found.value === "")) {
    return { text: fallback, variable: { name, from: "default", span: null } };
  }
  const span = partSpan(node, start, end);
  if (found === null) {
    context.unset.add(name, span);
    return null;
  }
  const problem = valueProblem(found.value);
  if (problem !== null) {
    const help = `Set ${name} to plain text.`;
    context.report(diagnose("E716", span, { variable: name, problem }, { help }));
    return null;
  }
  return { text: found.value, variable: { name, from: found.from, span: found.span } };
}

function valueProblem(value: string): string | null {
  if (value.length > longestValue) return `it is longer than ${longestValue} characters`;
  return controlCharacter.test(value) ? "it holds a control character" : null;
}

/** The place of a part of the decoded text; the whole scalar where escapes shift the offsets. */
function partSpan(node: ScalarNode, start: number, end: number): Span {
  const raw = node.file.text.slice(node.start, node.end);
  const quoted = raw.startsWith('"') || raw.startsWith("'") ? 1 : 0;
  const text = typeof node.value === "string" ? node.value : "";
  if (raw.slice(quoted, quoted + text.length) !== text) return nodeSpan(node);
  return { file: node.file, start: node.start + quoted + start, end: node.start + quoted + end };
}
