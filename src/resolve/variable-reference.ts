// The `${…}` dialect (specification 5.3): `${VAR}`, `${VAR:-default}`, `$$` for a dollar sign.
// Splits text; looks nothing up.

/** Text cut at its references; `start` and `end` are offsets in the decoded text. */
export type TextPart =
  | { readonly kind: "literal"; readonly text: string }
  | {
      readonly kind: "variable";
      readonly name: string;
      readonly fallback: string | null;
      readonly start: number;
      readonly end: number;
    };

export interface MalformedReference {
  readonly problem: string;
  readonly start: number;
  readonly end: number;
}

export type SplitOutcome =
  | { readonly ok: true; readonly parts: readonly TextPart[] }
  | { readonly ok: false; readonly malformed: readonly MalformedReference[] };

const namePattern = /^[A-Z_][A-Z0-9_]*$/u;

/** Splits `text` at its variable references; linear in its length. */
export function splitVariables(text: string): SplitOutcome {
  const parts: TextPart[] = [];
  const malformed: MalformedReference[] = [];
  let literal = "";
  let at = 0;
  while (at < text.length) {
    const dollar = text.indexOf("$", at);
    if (dollar === -1) break;
    literal += text.slice(at, dollar);
    const next = text[dollar + 1];
    if (next === "$") {
      literal += "$";
      at = dollar + 2;
    } else if (next === "{") {
      const found = readReference(text, dollar);
      if (found.kind === "variable") {
        if (literal !== "") parts.push({ kind: "literal", text: literal });
        literal = "";
        parts.push(found);
      } else {
        malformed.push(found.malformed);
      }
      at = found.kind === "variable" ? found.end : found.malformed.end;
    } else {
      literal += "$";
      at = dollar + 1;
    }
  }
  if (malformed.length > 0) return { ok: false, malformed };
  literal += text.slice(at);
  if (literal !== "" || parts.length === 0) parts.push({ kind: "literal", text: literal });
  return { ok: true, parts };
}

type Reference =
  | (TextPart & { kind: "variable" })
  | { readonly kind: "malformed"; readonly malformed: MalformedReference };

function readReference(text: string, start: number): Reference {
  const close = text.indexOf("}", start);
  const fail = (problem: string, end: number): Reference => ({
    kind: "malformed",
    malformed: { problem, start, end },
  });
  if (close === -1) return fail("the closing brace is missing", text.length);
  const body = text.slice(start + 2, close);
  const separator = body.indexOf(":-");
  const name = separator === -1 ? body : body.slice(0, separator);
  const fallback = separator === -1 ? null : body.slice(separator + 2);
  if (fallback?.includes("${") === true) {
    return fail("a default cannot hold another variable", endOfNested(text, close));
  }
  if (!namePattern.test(name)) return fail(nameProblem(name), close + 1);
  return { kind: "variable", name, fallback, start, end: close + 1 };
}

function endOfNested(text: string, close: number): number {
  return text[close + 1] === "}" ? close + 2 : close + 1;
}

function nameProblem(name: string): string {
  if (name === "") return "the name is empty";
  if (/^[a-z_][A-Za-z0-9_.]*$/u.test(name)) {
    return "names of environment variables are upper case: A to Z, 0 to 9 and _";
  }
  return "write ${NAME} or ${NAME:-default}, the name in A to Z, 0 to 9 and _";
}
