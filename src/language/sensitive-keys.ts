// Says by name or form alone whether a client property or a connection string carries a credential.
// In doubt it says yes: a false alarm costs a reference, a miss writes a password to disk.
import { secretPath } from "../diagnostics/secret-path.js";

/** Compact spellings (letters and digits only) that mark a key wherever they occur in it. */
const sensitiveParts = [
  "password",
  "passwd",
  "passphrase",
  "passcode",
  "pwd",
  "secret",
  "apikey",
  "authparam",
  "basicauth",
  "userinfo",
  "jaas",
  "credential",
  "privatekey",
  "accesskey",
  "accountkey",
  "servicekey",
  "sharedkey",
  "signingkey",
  "encryptionkey",
  "keystorekey",
  "connectionstring",
  "httpheaders",
];

/** Marks of their own only as whole words: `sasl` is no `sas`, `tokenizer` no `token`. */
const sensitiveWords = new Set(["token", "tokens", "pass", "sas", "authorization"]);

/** A key that ends with one of these tells something about a credential, not the credential. */
const facets = new Set(
  (
    "location path file dir directory type format url uri endpoint host port name names namespace " +
    "username class provider source scope mechanism protocol algorithm version region arn alias " +
    "enabled enable ms seconds minutes interval timeout period lifetime ttl expiry size length " +
    "iterations count buffer factor window jitter"
  ).split(" "),
);

/** Words that name a mechanism and not a credential, though they hold one of the marks. */
const mechanisms = /\b(?:client credentials|credentials? (?:provider|source))\b/gu;

function wordsOf(key: string): readonly string[] {
  return key
    .replace(/([a-z0-9])([A-Z])/gu, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== "");
}

/**
 * Whether the value of a client property is a credential, judged by the property's name
 * (`sasl.jaas.config`, `ssl.key.password`, `fs.azure.account.key.<account>`). The patterns extend the
 * list by which Flink 2.x hides values (`GlobalConfiguration`); names of places and kinds are not.
 */
export function isSensitiveKey(key: string): boolean {
  const words = wordsOf(key);
  if (facets.has(words.at(-1) ?? "")) return false;
  const text = words.join(" ").replace(mechanisms, " ");
  const compact = text.replaceAll(" ", "");
  return (
    sensitiveParts.some((part) => compact.includes(part)) ||
    text.split(" ").some((word) => sensitiveWords.has(word))
  );
}

/** Query parameters that sign or open a URL under names too short for `isSensitiveKey`. */
const sensitiveParameters = new Set(["sig", "signature", "x-amz-signature", "key"]);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function hasSensitiveParameter(uri: string): boolean {
  return uri.split(/[?&;#]/u).some((piece) => {
    const equals = piece.indexOf("=");
    if (equals <= 0 || equals === piece.length - 1) return false;
    const name = decoded(piece.slice(0, equals));
    return isSensitiveKey(name) || sensitiveParameters.has(name.toLowerCase());
  });
}

/** `user:password` with something after the colon. */
function holdsPassword(userInfo: string): boolean {
  const colon = userInfo.indexOf(":");
  return colon !== -1 && colon < userInfo.length - 1;
}

/** Hosts with ports, or a password whose unescaped `/` or `?` cut the authority short? */
function cutByPassword(authority: string): boolean {
  if (authority.startsWith("[")) return false;
  return authority.split(",").some((host) => /^[^:]*:[^0-9:]/u.test(host));
}

/**
 * Whether a literal connection string carries a password: as user-info (`redis://:pw@host`,
 * `mongodb://u:p@a,b/x`) or as a parameter (`jdbc:postgresql://h/db?user=u&password=p`). A user alone
 * is none, but the path of a service that asks for nothing else is one (`hooks.slack.com/services/…`).
 * Takes any text, also several URIs separated by commas; time is linear in its length.
 */
export function hasUserInfo(uri: string): boolean {
  const lastAt = uri.lastIndexOf("@");
  for (let at = uri.indexOf("://"); at !== -1; at = uri.indexOf("://", at + 3)) {
    const rest = at + 3;
    const length = uri.slice(rest).search(/[/?#]/u);
    const end = length === -1 ? uri.length : rest + length;
    const authority = uri.slice(rest, end);
    const close = authority.lastIndexOf("@");
    if (close !== -1 && holdsPassword(authority.slice(0, close))) return true;
    if (close === -1 && lastAt > end && cutByPassword(authority)) return true;
  }
  return secretPath.test(uri) || hasSensitiveParameter(uri);
}
