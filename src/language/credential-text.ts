// Finds a credential among other words: in a program argument, a JVM flag, a label. Only what nobody
// writes by chance counts: an assignment to a name of a credential, a login in an address, a known form.
import { hasUserInfo, isSensitiveKey } from "./sensitive-keys.js";

/** Forms that only credentials have: keys of AWS, tokens of GitHub, GitLab and Slack, private keys. */
const knownForms =
  /(?<![A-Za-z0-9])(?:(?:AKIA|ASIA)[A-Z0-9]{16}|gh[pousr]_[A-Za-z0-9]{36,}|glpat-[\w-]{20,}|xox[abprs]-[\w-]{10,})(?![A-Za-z0-9])|-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/u;

/** `name=value`, also as `--name=value` and `-Dname=value`. */
const assignment = /(?:^|[\s;,&"'(])(?:-D|--?)?([A-Za-z][\w.-]*)\s*=\s*["']?([^\s"';,&]+)/gu;

/** `--name value` in one text. */
const flag = /(?:^|\s)--([A-Za-z][\w.-]*)\s+([^\s"']+)/gu;

/** References, switches and paths of files: what stands for a credential, or for none. */
const noCredential =
  /^(?:[$%{<@*]|secret:|file:|env:|\.{0,2}(?:\/[\w.-]+){2,}\/?$|(?:true|false|yes|no|on|off|none|null|required|optional)$)/iu;

/** What stands for a value: `${NAME}`, `$(command)`, `$NAME`. */
const reference = /(?<=[=:])\$(?:\{[^}]*\}|\([^)]*\)|\w+)/gu;

/** Whether `text` holds a literal credential. */
export function holdsCredential(text: string): boolean {
  if (knownForms.test(text) || holdsLogin(text.replace(reference, ""))) return true;
  return [...text.matchAll(assignment), ...text.matchAll(flag)].some(
    ([, name = "", value = ""]) => isSensitiveKey(name) && isLiteralValue(value),
  );
}

/** Whether one of the addresses in `text` carries a password. */
function holdsLogin(text: string): boolean {
  for (let at = text.indexOf("://"); at !== -1;) {
    const length = text.slice(at).search(/[\s"'<>]/u);
    const end = length === -1 ? text.length : at + length;
    if (hasUserInfo(text.slice(at, end))) return true;
    at = text.indexOf("://", end);
  }
  return false;
}

/** Whether `text` is a flag, such as `--db.password`, whose value is the next argument. */
export function asksForCredential(text: string): boolean {
  const name = /^--?([A-Za-z][\w.-]*)$/u.exec(text)?.[1];
  return name !== undefined && isSensitiveKey(name);
}

/** Whether `text` is no reference, switch or path: as the value of a sensitive flag, a credential. */
export function isLiteralValue(text: string): boolean {
  return text !== "" && !text.startsWith("-") && !noCredential.test(text);
}

/** A variable that has the name of a credential: `DB_PASSWORD`, `AWS_SECRET_ACCESS_KEY`. */
export function isCredentialVariable(name: string): boolean {
  return /(?:^|_)(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|CREDENTIALS?|(?:ACCESS|SECRET|API|PRIVATE|ACCOUNT|ENCRYPTION|SIGNING)_?KEY)$|_PWD$/u.test(
    name,
  );
}
