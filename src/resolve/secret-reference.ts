// The `secret://` dialect (specification 6.2, vocabulary 0.4). Parses only: never reads a store.
import type { RuntimeReference } from "../document/node.js";

export type SecretReference = RuntimeReference & { readonly kind: "secret" };

export type SecretParse =
  | { readonly ok: true; readonly reference: SecretReference; readonly fallback: string | null }
  | { readonly ok: false; readonly problem: string };

export const secretScheme = "secret://";

const namePattern = /^[a-z_][a-z0-9_]*$/u;
const forms = "secret://<secret>, secret://<secret>/<key>, with ?version= or ?default=";

/** Parses a whole value that starts with `secret://`. */
export function parseSecretReference(text: string): SecretParse {
  const rest = text.slice(secretScheme.length);
  const question = rest.indexOf("?");
  const path = question === -1 ? rest : rest.slice(0, question);
  const [secret = "", key = null, ...more] = path.split("/");
  if (more.length > 0)
    return { ok: false, problem: `it has too many parts; the forms are ${forms}` };
  if (!namePattern.test(secret) || (key !== null && !namePattern.test(key))) {
    return {
      ok: false,
      problem: `names are lower case letters, digits and _; the forms are ${forms}`,
    };
  }
  const query = question === -1 ? new Map<string, string>() : parseQuery(rest.slice(question + 1));
  if (typeof query === "string") return { ok: false, problem: query };
  const fallback = query.get("default") ?? null;
  return {
    ok: true,
    fallback,
    reference: {
      kind: "secret",
      secret,
      key,
      version: query.get("version") ?? null,
      optional: fallback !== null,
    },
  };
}

function parseQuery(query: string): Map<string, string> | string {
  const values = new Map<string, string>();
  for (const pair of query.split("&")) {
    const equals = pair.indexOf("=");
    const name = equals === -1 ? pair : pair.slice(0, equals);
    if (equals === -1 || (name !== "version" && name !== "default")) {
      return `only version= and default= may follow the question mark; the forms are ${forms}`;
    }
    if (values.has(name)) return `"${name}" is given twice`;
    const value = pair.slice(equals + 1);
    if (name === "version" && value === "") return "the version is empty";
    values.set(name, value);
  }
  return values;
}
