// Who a lookup logs in as: user and password as expressions that are evaluated where the job runs, and
// the second login that is tried while credentials rotate.
import { absent, type Code } from "../../../src/encode/leaf.js";
import type { View } from "../../../src/generator/contract.js";
import type { MongodbLookupAuth, RedisLookupAuth, Text } from "../../../src/model/bindings.js";
import { javaText, type JavaText } from "../runtime-values.js";
import type { JavaContext } from "../context.js";
import type { LookupFindings } from "./findings.js";

/** What every store's `auth` has. */
type Auth = RedisLookupAuth | Omit<MongodbLookupAuth, "mechanism" | "source">;

interface Credentials {
  readonly username: JavaText | null;
  readonly password: JavaText | null;
}

/** The logins of a lookup, in the order in which they are tried. */
export interface Login {
  readonly first: Credentials | null;
  readonly second: Credentials | null;
}

export const noLogin: Login = { first: null, second: null };

/** The logins of `auth`; a store that knows no login without a user says so by `needsUser`. */
export function loginOf(
  context: JavaContext,
  auth: Auth | null,
  findings: LookupFindings,
  needsUser: boolean,
): Login {
  if (auth === null) return noLogin;
  const { primary, secondary, fallbackEnabled } = auth;
  if (primary === null && secondary === null) {
    if (fallbackEnabled !== null)
      findings.hasNoEffect(auth, "fallbackEnabled", 'there is no "primary" and "secondary" login');
    return { first: statedLogin(context, auth, findings, needsUser), second: null };
  }
  if (secondary !== null && fallbackEnabled !== true)
    findings.hasNoEffect(
      auth,
      "secondary",
      '"fallback_enabled" is not true',
      "Add fallback_enabled: true.",
    );
  if (primary === null)
    findings.isNeeded("auth.primary", '"auth.secondary" is set', "Name the login tried first.");
  if (secondary === null && fallbackEnabled === true)
    findings.hasNoEffect(auth, "fallbackEnabled", 'there is no "secondary" login');
  return {
    first: wholeLogin(context, auth, "primary", findings),
    second: fallbackEnabled === true ? wholeLogin(context, auth, "secondary", findings) : null,
  };
}

function statedLogin(
  context: JavaContext,
  auth: Auth,
  findings: LookupFindings,
  needsUser: boolean,
): Credentials | null {
  const { username, password } = auth;
  if (username === null && password === null) return null;
  if (password === null)
    findings.isRisk(
      auth,
      "username",
      "no password is named: the server must trust the user, or ask for a certificate",
      "Name the secret that holds the password, as auth.password.",
    );
  if (username === null && needsUser)
    findings.isNeeded("auth.username", '"auth.password" is set', "Name the user.");
  return {
    username: username === null ? null : javaText(context, auth, "username"),
    password: password === null ? null : javaText(context, auth, "password"),
  };
}

/** A whole secret as a login: its keys are `username` and `password`. */
function wholeLogin(
  context: JavaContext,
  auth: Auth,
  key: "primary" | "secondary",
  findings: LookupFindings,
): Credentials | null {
  const reference: Text | null = auth[key];
  if (reference === null) return null;
  if (typeof reference === "string" || reference.kind !== "secret" || reference.key !== null) {
    const help = "Write secret://<secret> for a secret with the keys username and password.";
    findings.isRefused(auth, key, "one text is no login of a user and a password", help);
    return null;
  }
  const declared = context.secrets.get(reference.secret);
  const keys = ["username", "password"] as const;
  if (
    declared?.provider !== "env" &&
    keys.some((each) => declared?.keys?.includes(each) !== true)
  ) {
    const problem = `the secret "${reference.secret}" does not list the keys username and password`;
    const help = `Add keys: [username, password] to secrets.${reference.secret}.`;
    findings.isRefused(auth, key, problem, help);
    return null;
  }
  const parts = {
    username: { ...reference, key: "username" },
    password: { ...reference, key: "password" },
  };
  return {
    username: javaText(context, parts, "username"),
    password: javaText(context, parts, "password"),
  };
}

/** What templates see: `hasLogin`, `hasSecondLogin`, and the expressions of each. */
export function loginView({ first, second }: Login): View {
  return {
    hasLogin: first !== null,
    login: credentialsView(first),
    hasSecondLogin: second !== null,
    secondLogin: credentialsView(second),
  };
}

function credentialsView(credentials: Credentials | null): View {
  return {
    hasUsername: hasUser(credentials),
    username: expressionOf(credentials?.username),
    password: expressionOf(credentials?.password),
  };
}

function expressionOf(text: JavaText | null | undefined): Code | typeof absent {
  return text?.expression ?? absent;
}

function hasUser(credentials: Credentials | null): boolean {
  return credentials !== null && credentials.username !== null;
}

/** Imports of the expressions. */
export function loginImports({ first, second }: Login): readonly string[] {
  return [first, second].flatMap((each) => [
    ...(each?.username?.imports ?? []),
    ...(each?.password?.imports ?? []),
  ]);
}
