// Settings by which whoever writes a file, or a variable in it, makes a client load a class of another or
// read a file of its host: refused, as the clients themselves refuse more of them with each release.
import { diagnose } from "../../diagnostics/catalogue/index.js";
import type { Lookup, Text } from "../bindings.js";
import type { Named } from "../infra-model.js";
import type { Place, RuleContext } from "./rule-context.js";

/** Parameters of PostgreSQL's driver that name a class, or a file that it writes. */
const loadingParameters: ReadonlySet<string> = new Set(
  (
    "socketfactory socketfactoryarg sslfactory sslfactoryarg sslhostnameverifier sslpasswordcallback " +
    "authenticationpluginclassname xmlfactoryfactory loggerfile"
  ).split(" "),
);

/** Login modules that look a server up by its address (CVE-2023-25194, CVE-2025-27818). */
const forbiddenModules = /\b(?:Jndi|Ldap)LoginModule\b/u;

/** Reports E703 for parameters of `jdbc_url` that load foreign classes. */
export function checkJdbcUrl(lookup: Named<Lookup>, context: RuleContext): void {
  if (lookup.type !== "postgresql") return;
  const { jdbcUrl } = lookup;
  const [, query = ""] = /^[^?]*\?(.*)$/su.exec(literalOf(jdbcUrl)) ?? [];
  for (const piece of query.split("&")) {
    const [name = "", value = ""] = piece.split("=");
    // The driver's own classes are known, and read no argument that harms.
    if (!loadingParameters.has(name.toLowerCase()) || value.startsWith("org.postgresql.")) continue;
    const problem = `its parameter "${name}" makes the driver load a class or write a file`;
    refuse({ object: lookup, key: "jdbcUrl" }, problem, `Remove "${name}".`, context);
  }
}

/** Reports E703 for properties of a Kafka client that run foreign code or read a file. */
export function checkClientProperties(
  properties: Readonly<Record<string, Text>> | null,
  context: RuleContext,
): void {
  for (const [key, value] of Object.entries(properties ?? {})) {
    const place = { object: properties ?? {}, key };
    const text = literalOf(value);
    if (key === "sasl.jaas.config" && forbiddenModules.test(text)) {
      const problem =
        "this login module loads classes from an address, and Kafka clients refuse it";
      refuse(
        place,
        problem,
        "Use PlainLoginModule, ScramLoginModule or another of Kafka.",
        context,
      );
    }
    if (key === "sasl.oauthbearer.token.endpoint.url" && !/^(?:https?:|$)/iu.test(text)) {
      const problem = "a token comes over http or https; by another scheme the client reads a file";
      refuse(place, problem, "Write an https address.", context);
    }
  }
}

function refuse(place: Place, problem: string, help: string, context: RuleContext): void {
  const values = { property: context.path(place), problem };
  context.report(diagnose("E703", context.span(place), values, { help }));
}

/** What the file itself says of a value; what a reference stands for is not known. */
function literalOf(value: Text): string {
  if (typeof value === "string") return value;
  if (value.kind !== "concatenation") return "";
  return value.parts.map((part) => (typeof part === "string" ? part : "")).join("");
}
