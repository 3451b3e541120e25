// Text of a binding as a Java expression: a literal, or a call that reads it where the job runs. No
// value of a secret or variable exists here.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { RuntimeReference } from "../../src/document/node.js";
import { javaString } from "../../src/encode/java.js";
import { code, type Code } from "../../src/encode/leaf.js";
import type { Text } from "../../src/model/bindings.js";
import { secretFileName, secretVariable } from "../../src/targets/runtime/secret-files.js";
import { spanOf, type JavaContext } from "./context.js";

/** Where the running job finds a value. */
export type RuntimeLocation =
  | { readonly kind: "variable"; readonly name: string; readonly fallback: string | null }
  /** `folder` and `file` below the secrets folder: `kafka_credentials`, `password`. */
  | {
      readonly kind: "file";
      readonly folder: string;
      readonly file: string;
      readonly optional: boolean;
    };

/** A finished expression of type `String`. */
export interface JavaText {
  readonly expression: Code;
  /** Known only where the job runs: evaluate it in `open()` or in a writer, never in `main()`. */
  readonly atRuntime: boolean;
  /** What the expression needs imported. */
  readonly imports: readonly string[];
}

/** `owner[key]` as an expression. Reports E781 for a secret that nothing delivers. */
export function javaText<Key extends string>(
  context: JavaContext,
  owner: { readonly [Name in Key]: Text | null },
  key: Key,
): JavaText {
  const text = owner[key] ?? "";
  if (typeof text === "string")
    return { expression: code(javaString(text)), atRuntime: false, imports: [] };
  return {
    expression: code(referenceExpression(context, text, owner, key)),
    atRuntime: true,
    imports: [context.support.use("RuntimeValues")],
  };
}

function referenceExpression(
  context: JavaContext,
  reference: RuntimeReference,
  owner: object,
  key: string,
): string {
  if (reference.kind === "concatenation") {
    const parts = reference.parts.map((part) =>
      typeof part === "string" ? javaString(part) : referenceExpression(context, part, owner, key),
    );
    return parts.join(" + ");
  }
  const location = runtimeLocation(context, reference, owner, key);
  if (location === null) return javaString("");
  if (location.kind === "variable") {
    const { name, fallback } = location;
    const rest = fallback === null ? "" : `, ${javaString(fallback)}`;
    return `RuntimeValues.variable(${javaString(name)}${rest})`;
  }
  const method = location.optional ? "fileOrEmpty" : "file";
  return `RuntimeValues.${method}(${javaString(location.folder)}, ${javaString(location.file)})`;
}

/** Where a single reference of `owner[key]` is read; null when nothing delivers it (reported, E781). */
export function runtimeLocation(
  context: JavaContext,
  reference: Exclude<RuntimeReference, { kind: "concatenation" }>,
  owner: object,
  key: string,
): RuntimeLocation | null {
  if (reference.kind === "variable")
    return { kind: "variable", name: reference.name, fallback: reference.fallback };
  const secret = context.secrets.get(reference.secret);
  if (secret?.provider === "env") {
    const name = secretVariable(secret, reference.key);
    if (name !== null) return { kind: "variable", name, fallback: reference.optional ? "" : null };
    const property = `secrets.${secret.name}`;
    const problem = `it names no variable for the key "${reference.key ?? ""}"`;
    const help = `Add it to secrets.${secret.name}.variables.`;
    context.report(diagnose("E781", spanOf(context, owner, key), { property, problem }, { help }));
    return null;
  }
  return {
    kind: "file",
    folder: reference.secret,
    file: secretFileName(reference),
    optional: reference.optional,
  };
}
