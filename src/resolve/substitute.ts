// Replaces `${VAR}` and `secret://` on parsed scalars (architecture decisions 3 and 5). A value that
// feeds a sensitive property becomes a run-time reference and is never looked up; every other
// variable is replaced by its text, never re-expanded, never re-parsed as YAML.
import type { Report } from "../diagnostics/diagnostic.js";
import { diagnose } from "../diagnostics/catalogue/index.js";
import type {
  InfraNode,
  RuntimeReference,
  ScalarNode,
  SubstitutedVariable,
} from "../document/node.js";
import { nodeSpan } from "../document/node.js";
import { nearestName } from "../language/nearest-name.js";
import { hasUserInfo } from "../language/sensitive-keys.js";
import type { Span } from "../source/source-file.js";
import type { FindVariable } from "./environment.js";
import type { DeclaredSecret, SecretIndex } from "./secret-index.js";
import { parseSecretReference, secretScheme } from "./secret-reference.js";
import { splitVariables, type TextPart } from "./variable-reference.js";
import { coerceText, plainScalar } from "./coerce.js";
import type { ScalarContext, VisitScalar } from "./walk-scalars.js";

/** Names of variables that feed a sensitive property, with the place of the first such use. */
export type SensitiveVariables = Map<string, Span>;

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

/** What substitution needs to know. */
export interface SubstitutionContext {
  readonly find: FindVariable;
  readonly sensitiveVariables: SensitiveVariables;
  readonly secrets: SecretIndex;
  /** The selected region's name, or null. */
  readonly region: string | null;
  /** Environment exactly `development` or `test`: a literal credential is a warning. */
  readonly lenient: boolean;
  readonly report: Report;
}

/** The visitor that replaces references. */
export function substitution(context: SubstitutionContext): VisitScalar {
  return (node, place, path) => {
    const text = typeof node.value === "string" ? node.value : null;
    if (text === null) {
      return place.sensitive === "credential" && node.value !== null
        ? literalCredential(node, path, context)
        : plainScalar(node, place);
    }
    if (text.startsWith(secretScheme)) return secretReference(node, text, place, path, context);
    if (text.includes(secretScheme)) return partialSecret(node, text, context);
    if (text.includes("$")) return variables(node, text, place, path, context);
    return isLiteralCredential(text, place) ? literalCredential(node, path, context) : node;
  };
}

function poisoned(node: ScalarNode): InfraNode {
  return { kind: "poisoned", file: node.file, start: node.start, end: node.end };
}

function referenceNode(node: ScalarNode, reference: RuntimeReference): InfraNode {
  return { kind: "reference", file: node.file, start: node.start, end: node.end, reference };
}

// ---- variables

function variables(
  node: ScalarNode,
  text: string,
  place: ScalarContext,
  path: readonly string[],
  context: SubstitutionContext,
): InfraNode {
  const split = splitVariables(text);
  if (!split.ok) {
    for (const { problem, start, end } of split.malformed) {
      context.report(
        diagnose(
          "E712",
          partSpan(node, start, end),
          { text: text.slice(start, end), problem },
          {
            help: "Write ${NAME} or ${NAME:-default}; write $${ for a literal ${.",
          },
        ),
      );
    }
    return poisoned(node);
  }
  const used = split.parts.filter((part) => part.kind === "variable");
  if (used.length === 0) return unescaped(node, split.parts, place, path, context);
  const sensitive = place.sensitive !== null;
  const tainted = used.find((part) => context.sensitiveVariables.has(part.name));
  if (sensitive || tainted !== undefined) {
    if (!place.runtime) return needsBuildTime(node, tainted?.name ?? "", path, context);
    return runtimeText(node, split.parts, place, path, context);
  }
  return buildTimeText(node, text, split.parts, place, context);
}

function unescaped(
  node: ScalarNode,
  parts: readonly TextPart[],
  place: ScalarContext,
  path: readonly string[],
  context: SubstitutionContext,
): InfraNode {
  const text = parts.map((part) => (part.kind === "literal" ? part.text : "")).join("");
  if (isLiteralCredential(text, place)) return literalCredential(node, path, context);
  return { ...node, value: text, plain: false };
}

function needsBuildTime(
  node: ScalarNode,
  variable: string,
  path: readonly string[],
  context: SubstitutionContext,
): InfraNode {
  const use = context.sensitiveVariables.get(variable);
  context.report(
    diagnose(
      "E713",
      nodeSpan(node),
      { property: path.join("."), origin: `the variable ${variable}, which feeds a credential` },
      {
        related:
          use === undefined ? [] : [{ span: use, message: `${variable} is a credential here` }],
        help: `Use another variable here: the value of ${variable} is never written.`,
      },
    ),
  );
  return poisoned(node);
}

function runtimeText(
  node: ScalarNode,
  parts: readonly TextPart[],
  place: ScalarContext,
  path: readonly string[],
  context: SubstitutionContext,
): InfraNode {
  const references: (string | RuntimeReference)[] = [];
  for (const part of parts) {
    if (part.kind === "literal") {
      if (holdsPassword(part.text)) return literalCredential(node, path, context);
      references.push(part.text);
      continue;
    }
    const { name, fallback } = part;
    const secretDefault =
      fallback !== null &&
      fallback !== "" &&
      (place.sensitive === "connection" ? hasUserInfo(fallback) : place.sensitive === "credential");
    if (secretDefault) return literalCredential(node, path, context);
    references.push({ kind: "variable", name, fallback });
  }
  const [only] = references;
  return referenceNode(
    node,
    references.length === 1 && only !== undefined && typeof only !== "string"
      ? only
      : { kind: "concatenation", parts: references },
  );
}

const longestValue = 65_536;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const controlCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u;

function buildTimeText(
  node: ScalarNode,
  written: string,
  parts: readonly TextPart[],
  place: ScalarContext,
  context: SubstitutionContext,
): InfraNode {
  const used: SubstitutedVariable[] = [];
  let failed = false;
  let value = "";
  for (const part of parts) {
    if (part.kind === "literal") {
      value += part.text;
      continue;
    }
    const found = context.find(part.name);
    const span = partSpan(node, part.start, part.end);
    // `:-` also covers a variable that is set but empty, as in a shell.
    if (part.fallback !== null && (found === null || found.value === "")) {
      used.push({ name: part.name, from: "default", span: null });
      value += part.fallback;
    } else if (found === null) {
      failed = true;
      context.report(
        diagnose(
          "E710",
          span,
          { variable: part.name },
          {
            help: `Set ${part.name} in the environment or in .env, pass --env ${part.name}=…, or write \${${part.name}:-default}.`,
          },
        ),
      );
    } else {
      const problem = valueProblem(found.value);
      if (problem !== null) {
        failed = true;
        context.report(
          diagnose(
            "E716",
            span,
            { variable: part.name, problem },
            {
              help: `Set ${part.name} to plain text.`,
            },
          ),
        );
      }
      used.push({ name: part.name, from: found.from, span: found.span });
      value += found.value;
    }
  }
  if (failed) return poisoned(node);
  const substituted = { written, variables: used };
  return { ...node, value: coerceText(value, place.type), plain: false, substituted };
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

// ---- secrets

/** The part that names a secret: a query holds a default, and other text may hold anything. */
function shownReference(text: string): string {
  return /^[^\s?]{0,200}/u.exec(text)?.[0] ?? secretScheme;
}

function partialSecret(node: ScalarNode, text: string, context: SubstitutionContext): InfraNode {
  const reference = shownReference(text.slice(text.indexOf(secretScheme)));
  context.report(
    diagnose(
      "E711",
      nodeSpan(node),
      { reference, problem: "it stands inside other text" },
      {
        help: "A secret reference must be the whole value; keep the combined text in the secret store.",
      },
    ),
  );
  return poisoned(node);
}

function secretReference(
  node: ScalarNode,
  text: string,
  place: ScalarContext,
  path: readonly string[],
  context: SubstitutionContext,
): InfraNode {
  const shown = shownReference(text);
  const invalid = (problem: string, help: string, declared?: DeclaredSecret): InfraNode => {
    const related =
      declared === undefined
        ? []
        : [{ span: declared.span, message: `"${declared.name}" is declared here` }];
    context.report(
      diagnose("E711", nodeSpan(node), { reference: shown, problem }, { related, help }),
    );
    return poisoned(node);
  };
  const parsed = parseSecretReference(text);
  if (!parsed.ok) return invalid(parsed.problem, "Write secret://<secret>/<key>.");
  const { secret, key } = parsed.reference;
  const declared = context.secrets.get(secret);
  if (declared === undefined) {
    const names = [...context.secrets.keys()];
    const near = nearestName(secret, names);
    const known =
      names.length === 0 ? "no secret is declared" : `declared: ${names.slice(0, 10).join(", ")}`;
    return invalid(
      `no secret "${secret}" is declared`,
      near === null
        ? `Declare it below "secrets" (${known}).`
        : `Did you mean "${near}"? (${known})`,
    );
  }
  if (key !== null && declared.keys !== null && !declared.keys.includes(key)) {
    return invalid(
      `"${secret}" offers no key "${key}"`,
      `Its keys are: ${declared.keys.join(", ")}.`,
      declared,
    );
  }
  if (context.region !== null && declared.regions?.includes(context.region) === false) {
    return invalid(
      `"${secret}" may not be read in region ${context.region}`,
      `It is limited to: ${declared.regions.join(", ")}.`,
      declared,
    );
  }
  if (
    parsed.reference.version !== null &&
    ["kubernetes", "env"].includes(declared.provider ?? "")
  ) {
    return invalid(
      `provider ${declared.provider ?? ""} keeps no versions`,
      "Remove ?version= from the reference.",
      declared,
    );
  }
  if (!place.runtime) {
    context.report(
      diagnose(
        "E713",
        nodeSpan(node),
        { property: path.join("."), origin: "a secret store" },
        {
          help: "Write the value, or use ${VAR}, which is read when artifacts are generated.",
        },
      ),
    );
    return poisoned(node);
  }
  if (parsed.fallback !== null && parsed.fallback !== "") {
    context.report(
      diagnose(
        "W706",
        nodeSpan(node),
        { reference: shown },
        {
          help: "Let the job supply the default, or declare on_missing on the secret.",
        },
      ),
    );
  }
  return referenceNode(node, parsed.reference);
}

// ---- literal credentials

function isLiteralCredential(text: string, place: ScalarContext): boolean {
  if (text === "") return false;
  if (place.sensitive === "credential") return true;
  const isAddress = place.type?.kind === "text" && place.type.format === "url";
  return (isAddress || place.sensitive === "connection") && hasUserInfo(text);
}

/** A password written into text that also has variables, as in a JAAS line. */
function holdsPassword(text: string): boolean {
  return /password\s*=\s*["']?[^"'\s;$]/iu.test(text) || hasUserInfo(text);
}

function literalCredential(
  node: ScalarNode,
  path: readonly string[],
  context: SubstitutionContext,
): InfraNode {
  const property = path.join(".");
  const variable = runtimeVariableName(path);
  if (!context.lenient) {
    context.report(
      diagnose(
        "E714",
        nodeSpan(node),
        { property },
        {
          help: `Keep it in a secret store (secret://…) or in a variable: \${${variable}}. Neither is written to any output.`,
        },
      ),
    );
    return poisoned(node);
  }
  context.report(
    diagnose(
      "W702",
      nodeSpan(node),
      { property, variable },
      {
        help: `Set ${variable} where the job runs, or use \${${variable}} or secret://… here.`,
      },
    ),
  );
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
