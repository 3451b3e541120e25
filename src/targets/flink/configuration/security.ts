// Transport security and Kerberos. Flink reads key stores only, and their passwords only from its
// configuration, where no credential may stand.
import { diagnose } from "../../../diagnostics/catalogue/index.js";
import type {
  DeploymentSecuritySslInternal,
  DeploymentSecuritySslRest,
  HdfsCheckpointKerberos,
  YarnDeploymentKerberos,
} from "../../../model/bindings.js";
import { at, type ConfigurationContext } from "./context.js";
import { plainText } from "./option-text.js";
import { runtimeOnly } from "./runtime-only.js";
import { isStated } from "../../../model/is-stated.js";
import { uses } from "../../../model/uses.js";

/** Options of TLS and Kerberos. */
export function security(context: ConfigurationContext): void {
  const ssl = context.model.deployment?.security?.ssl ?? null;
  if (ssl !== null && ssl.enabled !== false) {
    const internal = ssl.internal?.enabled === false ? null : ssl.internal;
    const rest = ssl.rest?.enabled === false ? null : ssl.rest;
    if (internal !== null) internalTls(context, internal);
    if (rest !== null) restTls(context, rest);
    if (ssl.enabled === true && internal === null && rest === null) {
      const reason = "neither ssl.internal nor ssl.rest is set up, so nothing is encrypted";
      const help = "Set keystore and truststore of ssl.internal, and keystore of ssl.rest.";
      context.noEffect(ssl, "enabled", reason, help);
    }
  }
  kerberos(context);
}

const passwords = [
  ["keystorePassword", "keystore-password"],
  ["keyPassword", "key-password"],
  ["truststorePassword", "truststore-password"],
] as const;

function internalTls(context: ConfigurationContext, tls: DeploymentSecuritySslInternal): void {
  const prefix = "security.ssl.internal";
  context.set(`${prefix}.enabled`, "true", [
    at(tls, tls.enabled === null ? "keystore" : "enabled"),
  ]);
  context.copy(`${prefix}.keystore`, tls, "keystore", plainText);
  context.copy(`${prefix}.truststore`, tls, "truststore", plainText);
  storePasswords(context, tls, prefix);
}

function restTls(context: ConfigurationContext, tls: DeploymentSecuritySslRest): void {
  const prefix = "security.ssl.rest";
  if (tls.keystore === null) {
    context.refuse(
      tls,
      tls.certFile === null ? "enabled" : "certFile",
      "it reads Java key stores, not PEM files",
      "Convert them (openssl pkcs12 -export) and set keystore, or end TLS at the ingress.",
    );
    return;
  }
  context.set(`${prefix}.enabled`, "true", [
    at(tls, tls.enabled === null ? "keystore" : "enabled"),
  ]);
  context.copy(`${prefix}.keystore`, tls, "keystore", plainText);
  context.copy(`${prefix}.truststore`, tls, "truststore", plainText);
  for (const key of ["certFile", "keyFile"] as const) {
    if (tls[key] !== null)
      context.ignore(tls, key, "keystore is set and Flink reads no PEM files", at(tls, "keystore"));
  }
  storePasswords(context, tls, prefix);
}

function storePasswords(
  context: ConfigurationContext,
  tls: DeploymentSecuritySslInternal | DeploymentSecuritySslRest,
  prefix: string,
): void {
  for (const [key, option] of passwords) {
    const password = tls[key];
    if (password === null) {
      if (key === "truststorePassword" && tls.truststore === null) continue;
      const property = `${context.path(tls)}.${option.replaceAll("-", "_")}`;
      const reason = "Flink opens no key store without a password";
      context.say(diagnose("E913", context.span(tls), { property, reason }));
    } else {
      runtimeOnly(
        context,
        `${prefix}.${option}`,
        { object: tls, key },
        "Flink reads this password from its configuration file only. Encrypt below Flink instead: a service mesh, or an encrypted network.",
      );
    }
  }
}

function kerberos(context: ConfigurationContext): void {
  const { deployment } = context.model;
  const binding = context.process.checkpointBinding;
  const shared = deployment?.type === "yarn" ? enabled(deployment.kerberos) : null;
  const own = binding?.type === "hdfs" ? enabled(binding.kerberos) : null;
  for (const key of ["principal", "keytab"] as const) {
    if (isStated(own?.[key]) && isStated(shared?.[key]) && own[key] !== shared[key]) {
      context.differ(at(own, key), at(shared, key));
    }
  }
  const renewal = deployment?.type === "yarn" ? deployment.kerberos : null;
  if (isStated(renewal?.renewIntervalMs)) {
    context.noEffect(
      renewal,
      "renewIntervalMs",
      "Flink logs in anew by itself before the ticket ends",
    );
  }
  const login = own ?? shared;
  if (login !== null) loginOptions(context, login);
}

type Login = HdfsCheckpointKerberos | YarnDeploymentKerberos;

function enabled<Kind extends Login>(settings: Kind | null): Kind | null {
  return settings === null || settings.enabled === false || settings.principal === null
    ? null
    : settings;
}

function loginOptions(context: ConfigurationContext, login: Login): void {
  if (login.principal?.includes("_HOST") === true) {
    context.refuse(
      login,
      "principal",
      "it replaces no _HOST, and Kerberos knows no such name",
      "Write a principal without a host, such as flink@EXAMPLE.COM.",
    );
    return;
  }
  if (login.keytab === null) {
    context.say(
      diagnose("E913", context.span(login, "principal"), {
        property: `${context.path(login)}.keytab`,
        reason: "Flink logs in by a key file, not by the principal alone",
      }),
    );
    return;
  }
  context.copy("security.kerberos.login.principal", login, "principal", plainText);
  context.copy("security.kerberos.login.keytab", login, "keytab", plainText);
  const streams = context.model.streams.filter(
    (stream) =>
      stream.type === "kafka" &&
      stream.properties?.["sasl.mechanism"] === "GSSAPI" &&
      uses(context.process, "streams", stream.name),
  );
  if (streams.length > 0) {
    context.set(
      "security.kerberos.login.contexts",
      "Client,KafkaClient",
      streams.map((stream) => ({ object: stream, key: "properties" })),
      `streams.${streams[0]?.name ?? ""}: Kafka logs in with the same key`,
    );
  }
}
