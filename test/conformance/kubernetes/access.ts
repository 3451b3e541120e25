// Whether the emitted rights of a service account are enough for what Flink does with them. The API
// server answers; nothing here reads a role.
import type { ApiClient, KubernetesObject } from "./api-client.js";
import { mountedConfiguration, type DeploymentSpec } from "./pod-memory.js";

/** What a job manager asks the API server for. */
interface Right {
  readonly group: string;
  readonly resource: string;
  readonly verbs: readonly string[];
}

const leaderElection: Right = {
  group: "",
  resource: "configmaps",
  // Job graphs, checkpoints and the leader stand in ConfigMaps; `patch` since Flink's client 6.
  verbs: ["get", "list", "watch", "create", "update", "patch", "delete"],
};

/** Native mode: the job manager starts and stops the pods of its task managers. */
const taskManagerPods: readonly Right[] = [
  { group: "", resource: "pods", verbs: ["get", "list", "watch", "create", "delete"] },
  // Its own Deployment owns what it creates, and goes when the cluster is shut down.
  { group: "apps", resource: "deployments", verbs: ["get", "delete"] },
  // What it creates blocks the deletion of its owner; OpenShift asks for a right to that.
  { group: "apps", resource: "deployments/finalizers", verbs: ["update"] },
];

/** What no job needs, and what would open the cluster to whoever gets into a pod. */
const tooMuch: readonly Right[] = [
  { group: "", resource: "secrets", verbs: ["get", "list", "watch"] },
  { group: "", resource: "pods/exec", verbs: ["create"] },
  { group: "", resource: "serviceaccounts/token", verbs: ["create"] },
  { group: "apps", resource: "statefulsets", verbs: ["create"] },
  { group: "flink.apache.org", resource: "flinkdeployments", verbs: ["get", "patch"] },
  { group: "rbac.authorization.k8s.io", resource: "rolebindings", verbs: ["create", "patch"] },
];

/** An account in its namespace, and what Flink needs of it. */
export interface NeededAccess {
  readonly account: string;
  readonly rights: readonly Right[];
}

/** Null: no pods run under `object`. `all`: the objects that are applied with it. */
export function neededAccess(
  object: KubernetesObject,
  all: readonly KubernetesObject[],
): NeededAccess | null {
  const cluster = clusterOf(object);
  if (cluster !== null) {
    const { serviceAccount, flinkConfiguration } = cluster;
    const highlyAvailable = flinkConfiguration?.["high-availability.type"] === "kubernetes";
    const rights = highlyAvailable ? [...taskManagerPods, leaderElection] : taskManagerPods;
    return { account: serviceAccount ?? "default", rights };
  }
  if (object.kind !== "Deployment") return null;
  const { serviceAccountName } = (object["spec"] as DeploymentSpec).template.spec;
  const configuration = mountedConfiguration(object, all);
  const highlyAvailable = /^high-availability\.type: "?kubernetes"?$/mu.test(configuration);
  const rights = highlyAvailable ? [leaderElection] : [];
  return { account: serviceAccountName ?? "default", rights };
}

/** Null: the operator makes no cluster of it. */
function clusterOf({ kind, spec }: KubernetesObject): FlinkDeploymentSpec | null {
  if (kind === "FlinkDeployment") return spec as FlinkDeploymentSpec;
  if (kind !== "FlinkBlueGreenDeployment") return null;
  return (spec as { readonly template: { readonly spec: FlinkDeploymentSpec } }).template.spec;
}

interface FlinkDeploymentSpec {
  readonly serviceAccount?: string;
  readonly flinkConfiguration?: Readonly<Record<string, string>>;
}

/** An error names every verb that the account lacks. */
export async function mayDo(
  api: ApiClient,
  namespace: string,
  { account, rights }: NeededAccess,
): Promise<void> {
  // It exists in the namespace, or no pod would start.
  await api.must("GET", `/api/v1/namespaces/${namespace}/serviceaccounts/${account}`);
  const denied = await answers(api, { account, home: namespace, namespace, rights }, false);
  if (denied.length > 0) throw new Error(`${account} may not ${denied.join(", ")}`);
}

/** An error names every verb that the account has and should not, here or in another namespace. */
export async function mayDoNoMore(
  api: ApiClient,
  namespace: string,
  { account, rights }: NeededAccess,
): Promise<void> {
  const asked = { account, home: namespace };
  const here = await answers(api, { ...asked, namespace, rights: tooMuch }, true);
  const elsewhere = await answers(api, { ...asked, namespace: "kube-system", rights }, true);
  const allowed = [...here, ...elsewhere.map((right) => `${right} in kube-system`)];
  if (allowed.length > 0) throw new Error(`${account} may ${allowed.join(", ")}`);
}

interface Question {
  readonly account: string;
  /** The account's own namespace. */
  readonly home: string;
  /** Where it would do it. */
  readonly namespace: string;
  readonly rights: readonly Right[];
}

/** Those of the rights, as `get pods`, that the server answers with `wanted`. */
async function answers(
  api: ApiClient,
  { account, home, namespace, rights }: Question,
  wanted: boolean,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { group, resource: full, verbs } of rights) {
    const [resource, subresource] = full.split("/");
    for (const verb of verbs) {
      const review = {
        apiVersion: "authorization.k8s.io/v1",
        kind: "SubjectAccessReview",
        spec: {
          user: `system:serviceaccount:${home}:${account}`,
          groups: ["system:serviceaccounts", `system:serviceaccounts:${home}`],
          resourceAttributes: { namespace, verb, group, resource, subresource },
        },
      };
      const path = "/apis/authorization.k8s.io/v1/subjectaccessreviews";
      const { body } = await api.must("POST", path, JSON.stringify(review));
      const { allowed } = body["status"] as { readonly allowed: boolean };
      if (allowed === wanted) found.push(`${verb} ${full}`);
    }
  }
  return found;
}
