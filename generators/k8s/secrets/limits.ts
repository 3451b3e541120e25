// What the file asks of secrets and no emitted object does: said once for each property, with the
// nearest thing that works (architecture decision 12). Emits nothing.
import type {
  AwsParameterStoreSecret,
  AzureKeyVaultSecret,
  GcpSecretManagerSecret,
  Secret,
} from "../../../src/model/bindings.js";
import type { Named } from "../../../src/model/infra-model.js";
import { diagnose } from "../../../src/diagnostics/catalogue/index.js";
import { pathOf, reportNotEmitted, spanOf, type Context } from "../context.js";
import { isSet } from "../stated.js";
import { isLocalSecret } from "./locations.js";

/** Reports W940 for each of them. */
export function reportSecretLimits(context: Context): void {
  const audit = context.model.secretSettings?.audit ?? null;
  if (audit !== null && audit.enabled !== false) {
    const help = "Switch on the audit log of the store itself.";
    const reason = "no pod records who read what";
    reportNotEmitted(context, [audit, auditKey(audit)], reason, help);
  }
  for (const secret of context.model.secrets) {
    reportMissing(context, secret);
    reportRefresh(context, secret);
    reportRotation(context, secret);
    reportProvider(context, secret);
  }
}

function auditKey(audit: object): string {
  return Object.entries(audit).find(([, value]) => value !== null)?.[0] ?? "enabled";
}

function reportMissing(context: Context, secret: Named<Secret>): void {
  const { fallback, onMissing, retry } = secret;
  if (fallback !== null) {
    const help = "Copy the value into the first store, or change the provider.";
    reportNotEmitted(context, [secret, "fallback"], "a Secret is filled from one store", help);
  }
  if (onMissing !== null && onMissing.action !== null && onMissing.action !== "fail") {
    const help = "Let the job's code supply the default.";
    const reason = "a pod whose Secret is missing does not start";
    reportNotEmitted(context, [onMissing, "action"], reason, help);
  }
  if (isSet(onMissing, "message")) {
    const help = "Remove it.";
    const reason = "Kubernetes says in its own words which Secret is missing";
    reportNotEmitted(context, [onMissing, "message"], reason, help);
  }
  if (retry !== null) {
    const help = "Remove it.";
    const reason = "what reads the store tries again by its own rule";
    reportNotEmitted(context, [secret, "retry"], reason, help);
  }
}

/** W701: an ExternalSecret has one interval, and `refreshInterval` follows the rotation. */
function reportTwoIntervals(context: Context, { rotation, cache }: Named<Secret>): void {
  if (!isSet(cache, "ttlMs") || cache.enabled === false) return;
  if (!isSet(rotation, "refreshIntervalMs") || rotation.refreshIntervalMs === cache.ttlMs) return;
  const property = pathOf(context, cache, "ttlMs", "cache.ttl");
  const other = pathOf(context, rotation, "refreshIntervalMs", "rotation.refresh_interval");
  const reason = `a Secret is kept for one time, and ${other} states it`;
  const help = "Remove one of them.";
  context.report(diagnose("W701", spanOf(context, cache, "ttlMs"), { property, reason }, { help }));
}

/** Only an ExternalSecret is refreshed at a time of its own. */
function reportRefresh(context: Context, secret: Named<Secret>): void {
  const { rotation, cache } = secret;
  const isVariable = secret.provider === "env";
  if (!isVariable && !isLocalSecret(context, secret)) {
    reportTwoIntervals(context, secret);
    return;
  }
  const reason = isVariable
    ? "a pod reads its environment once, when it starts"
    : "the kubelet follows a changed Secret at an interval of its own";
  const help = isVariable ? "Restart the pods for a new value." : "Remove it.";
  if (isSet(rotation, "refreshIntervalMs")) {
    reportNotEmitted(context, [rotation, "refreshIntervalMs"], reason, help);
  } else if (isSet(rotation, "autoRefresh") && rotation.autoRefresh === isVariable) {
    reportNotEmitted(context, [rotation, "autoRefresh"], reason, help);
  }
  if (isSet(cache, "ttlMs")) reportNotEmitted(context, [cache, "ttlMs"], reason, help);
  else if (isSet(cache, "enabled")) reportNotEmitted(context, [cache, "enabled"], reason, help);
}

function reportRotation(context: Context, { rotation }: Named<Secret>): void {
  const onRotation = rotation?.onRotation ?? null;
  if (onRotation === null) return;
  const key = onRotation.action === null ? "gracePeriodMs" : "action";
  const help =
    "Files are replaced in place: clients that read them again follow. Restart by hand for the others.";
  reportNotEmitted(context, [onRotation, key], "nothing watches for a new value", help);
}

function reportProvider(context: Context, secret: Named<Secret>): void {
  switch (secret.provider) {
    case "aws_parameter_store":
      reportParameter(context, secret);
      break;
    case "kubernetes":
      if (isLocalSecret(context, secret) && isSet(secret, "serviceAccount")) {
        const reason = "the kubelet gives a Secret of the pods' own namespace to them by itself";
        reportNotEmitted(context, [secret, "serviceAccount"], reason, "Remove it.");
      }
      break;
    case "azure_key_vault":
      reportAzureLogin(context, secret);
      break;
    case "gcp_secret_manager":
      reportGoogleLogin(context, secret);
      break;
    default:
  }
  if (secret.provider !== "vault") return;
  if (secret.lease !== null) {
    const help = "Set rotation.refresh_interval below the lifetime of the lease.";
    const reason = "each refresh asks for new credentials instead";
    reportNotEmitted(context, [secret, "lease"], reason, help);
  }
  if (secret.renewal !== null && secret.renewal.enabled !== false) {
    const reason = "the External Secrets Operator logs in anew when its token has expired";
    reportNotEmitted(context, [secret, "renewal"], reason, "Remove it.");
  }
}

function reportParameter(context: Context, secret: Named<AwsParameterStoreSecret>): void {
  if (secret.withDecryption === false) {
    const reason = "parameters are always decrypted when read";
    reportNotEmitted(context, [secret, "withDecryption"], reason, "Remove it.");
  }
  for (const key of ["type", "kmsKeyId"] as const) {
    if (secret[key] === null) continue;
    const reason = "it belongs to the parameter, which is read and not created";
    reportNotEmitted(context, [secret, key], reason, "Remove it.");
  }
}

function reportAzureLogin(context: Context, { auth }: Named<AzureKeyVaultSecret>): void {
  const type = auth?.type ?? null;
  if (isSet(auth, "clientId") && type !== "managed_identity") {
    const isPrincipal = type === "service_principal";
    const reason = isPrincipal
      ? "the External Secrets Operator reads it from a Secret"
      : "a workload identity is that of the service account";
    const help = isPrincipal
      ? "Put it into the Secret of run-time variables as AZURE_CLIENT_ID."
      : "Annotate the service account with it.";
    reportNotEmitted(context, [auth, "clientId"], reason, help);
  }
  if (isSet(auth, "clientSecret") && type !== "service_principal") {
    const help = "Remove it, or set type: service_principal.";
    reportNotEmitted(context, [auth, "clientSecret"], "only a service principal has one", help);
  }
}

function reportGoogleLogin(context: Context, { auth }: Named<GcpSecretManagerSecret>): void {
  if (!isSet(auth, "keyFile")) return;
  const isAccount = auth.type === "service_account";
  const reason = isAccount
    ? "the External Secrets Operator reads the key from a Secret, not from a file"
    : "only type service_account has one";
  const help = isAccount
    ? "Put its content into the Secret of run-time variables as GCP_SERVICE_ACCOUNT_KEY."
    : "Remove it.";
  reportNotEmitted(context, [auth, "keyFile"], reason, help);
}
