// Scalars that name a secret: checked against the declared ones, and turned into references. The store
// is never read.
import { diagnose } from "../diagnostics/catalogue/index.js";
import { nodeSpan, type InfraNode } from "../document/node.js";
import { nearestName } from "../language/nearest-name.js";
import { poisoned, referenceNode, type ScalarSite } from "./scalar-site.js";
import type { DeclaredSecret, SecretIndex } from "./secret-index.js";
import { parseSecretReference, secretScheme, type SecretReference } from "./secret-reference.js";

/** Why a reference is refused, and what to do. */
interface Refusal {
  readonly problem: string;
  readonly help: string;
  readonly declared?: DeclaredSecret;
}

// Containers of other software read their variables from whoever starts them, never from a store.
const assignmentHelp = "Write NAME=${VARIABLE}, and set the variable where the project is started.";

/** The part that names a secret: a query holds a default, and other text may hold anything. */
function shownReference(text: string): string {
  return /^[^\s?]{0,200}/u.exec(text)?.[0] ?? secretScheme;
}

/** Refuses a reference that is only a part of `text` (E711). */
export function partialSecret(text: string, site: ScalarSite): InfraNode {
  return refuse(text.slice(text.indexOf(secretScheme)), site, {
    problem: "it stands inside other text",
    help:
      site.place.assigns === null
        ? "A secret reference must be the whole value; keep the combined text in the secret store."
        : assignmentHelp,
  });
}

/** The reference that `text` writes; reports E711, E713 and W706. */
export function secretValue(text: string, site: ScalarSite): InfraNode {
  const { node, place, path, context } = site;
  if (place.assigns !== null) {
    return refuse(text, site, { problem: "an item must be NAME=value", help: assignmentHelp });
  }
  const parsed = parseSecretReference(text);
  if (!parsed.ok) {
    return refuse(text, site, { problem: parsed.problem, help: "Write secret://<secret>/<key>." });
  }
  const declared = context.secrets.get(parsed.reference.secret);
  const refusal =
    declared === undefined
      ? undeclared(parsed.reference, context.secrets)
      : refusalOf(parsed.reference, declared, context.region);
  if (refusal !== null) return refuse(text, site, refusal);
  if (!place.runtime) {
    const values = { property: path.join("."), origin: "a secret store" };
    const help = "Write the value, or use ${VAR}, which is read when artifacts are generated.";
    context.report(diagnose("E713", nodeSpan(node), values, { help }));
    return poisoned(node);
  }
  if (parsed.fallback !== null && parsed.fallback !== "") {
    const help = "Let the job supply the default, or declare on_missing on the secret.";
    const values = { reference: shownReference(text) };
    context.report(diagnose("W706", nodeSpan(node), values, { help }));
  }
  return referenceNode(node, parsed.reference);
}

function refuse(text: string, { node, context }: ScalarSite, refusal: Refusal): InfraNode {
  const { problem, help, declared } = refusal;
  const related =
    declared === undefined
      ? []
      : [{ span: declared.span, message: `"${declared.name}" is declared here` }];
  const values = { reference: shownReference(text), problem };
  context.report(diagnose("E711", nodeSpan(node), values, { related, help }));
  return poisoned(node);
}

const mostNames = 10;

function undeclared({ secret }: SecretReference, secrets: SecretIndex): Refusal {
  const names = [...secrets.keys()];
  const near = nearestName(secret, names);
  const known =
    names.length === 0
      ? "no secret is declared"
      : `declared: ${names.slice(0, mostNames).join(", ")}`;
  return {
    problem: `no secret "${secret}" is declared`,
    help:
      near === null
        ? `Declare it below "secrets" (${known}).`
        : `Did you mean "${near}"? (${known})`,
  };
}

/** What the declared secret does not offer, or null. */
function refusalOf(
  { secret, key, version }: SecretReference,
  declared: DeclaredSecret,
  region: string | null,
): Refusal | null {
  const { keys, regions, provider } = declared;
  if (key !== null && keys !== null && !keys.includes(key)) {
    const help = `Its keys are: ${keys.join(", ")}.`;
    return { problem: `"${secret}" offers no key "${key}"`, help, declared };
  }
  if (region !== null && regions?.includes(region) === false) {
    const help = `It is limited to: ${regions.join(", ")}.`;
    return { problem: `"${secret}" may not be read in region ${region}`, help, declared };
  }
  if (version !== null && (provider === "kubernetes" || provider === "env")) {
    const help = "Remove ?version= from the reference.";
    return { problem: `provider ${provider} keeps no versions`, help, declared };
  }
  return null;
}
