// Access to the web UI from outside: host names, ingress class, TLS.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { absent, type Absent, type OriginLeaf } from "../../src/encode/leaf.js";
import { derived, pick } from "../../src/generator/view.js";
import { checkDnsSubdomain } from "../../src/targets/kubernetes/names.js";
import { checkName, processName, spanOf, type Context } from "./context.js";

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
 * host below it each: they would all answer the same path.
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
  const className = kubernetes?.ingressClass ?? null;
  return {
    host: derived(host, [ingress, "host"]),
    template: derived(`${host}/`, [ingress, "host"]),
    className:
      className === null || kubernetes === null ? absent : pick(kubernetes, "ingressClass"),
    tlsSecret: tlsSecretOf(context),
  };
}

// Where the charts and manifests of these controllers put them, by ingress class.
const controllerNamespaces: Readonly<Record<string, string>> = {
  contour: "projectcontour",
  haproxy: "haproxy-controller",
  kong: "kong",
  nginx: "ingress-nginx",
  traefik: "traefik",
};

/** The namespace that the ingress controller is taken to run in; null: not known. */
export function controllerNamespace({ deployment }: Context): string | null {
  const className = deployment.kubernetes?.ingressClass ?? null;
  return className !== null && Object.hasOwn(controllerNamespaces, className)
    ? (controllerNamespaces[className] ?? null)
    : null;
}

/**
 * Reports N943 for hosts below the one that is named, W957 for what an ingress opens, W959 where the
 * network policies cannot let the controller in.
 */
export function reportIngress(context: Context): void {
  const { ingress } = context.deployment;
  const [first, second] = context.model.processes;
  if (ingress === null || ingress.enabled !== true || ingress.host === null) return;
  const span = spanOf(context, ingress, "host");
  const login =
    "Ask for one: by an annotation that the ingress class knows (a kustomize patch), or by a proxy in front of it.";
  context.report(diagnose("W957", span, { host: ingress.host }, { help: login }));
  if (context.flavor === "plain" && controllerNamespace(context) === null) {
    const help = "Add a rule for its namespace to the NetworkPolicies, as the README shows.";
    context.report(diagnose("W959", span, {}, { help }));
  }
  if (context.session || first === undefined || second === undefined) return;
  const values = { host: ingress.host, example: `${processName(first)}.${ingress.host}` };
  const help = "A wildcard DNS record and certificate serve all of them.";
  context.report(diagnose("N943", span, values, { help }));
}

function tlsSecretOf(context: Context): OriginLeaf | null {
  const tls = context.deployment.ingress?.tls ?? null;
  if (tls === null || tls.enabled === false || tls.secretName === null) return null;
  const span = spanOf(context, tls, "secretName");
  checkName(context, [tls.secretName, "Secret name"], checkDnsSubdomain(tls.secretName), span);
  return pick(tls, "secretName");
}
