// Access to the web UI from outside: host names, ingress class, TLS.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { absent, type Absent, type OriginLeaf } from "../../src/encode/leaf.js";
import { derived, pick } from "../../src/generator/view.js";
import { checkDnsSubdomain } from "../../src/targets/kubernetes/names.js";
import { checkName, spanOf, type Context } from "./context.js";

/** How the web UI of one cluster is reached. */
export interface Ingress {
  readonly host: OriginLeaf & { readonly value: string };
  /** Host and path as the operator writes them. */
  readonly template: OriginLeaf;
  readonly className: OriginLeaf | Absent;
  readonly tlsSecret: OriginLeaf | null;
}

/**
 * The ingress of the cluster `name`; null where there is none. Clusters that share one host get a
 * host below it each (N943): they would all answer the same path.
 */
export function ingressOf(context: Context, name: string): Ingress | null {
  const { ingress, kubernetes } = context.deployment;
  if (ingress === null || ingress.enabled !== true || ingress.host === null) return null;
  const shared = !context.session && context.model.processes.length > 1;
  const host = shared ? `${name}.${ingress.host}` : ingress.host;
  checkName(
    context,
    [host, "host name"],
    checkDnsSubdomain(host),
    spanOf(context, ingress, "host"),
  );
  if (shared) {
    const values = { host: ingress.host, example: host };
    const help = "A wildcard DNS record and certificate serve all of them.";
    context.report(diagnose("N943", spanOf(context, ingress, "host"), values, { help }));
  }
  const className = kubernetes?.ingressClass ?? null;
  return {
    host: derived(host, [ingress, "host"]),
    template: derived(`${host}/`, [ingress, "host"]),
    className:
      className === null || kubernetes === null ? absent : pick(kubernetes, "ingressClass"),
    tlsSecret: tlsSecretOf(context),
  };
}

function tlsSecretOf(context: Context): OriginLeaf | null {
  const tls = context.deployment.ingress?.tls ?? null;
  if (tls === null || tls.enabled === false || tls.secretName === null) return null;
  const span = spanOf(context, tls, "secretName");
  checkName(context, [tls.secretName, "Secret name"], checkDnsSubdomain(tls.secretName), span);
  return pick(tls, "secretName");
}
