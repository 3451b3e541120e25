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
  // Its own Deployment owns what it creates.
  { group: "apps", resource: "deployments", verbs: ["get"] },
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
  if (object.kind === "FlinkDeployment") {
    const { serviceAccount, flinkConfiguration } = object["spec"] as FlinkDeploymentSpec;
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
  const denied: string[] = [];
  for (const { group, resource, verbs } of rights) {
    for (const verb of verbs) {
      const review = {
        apiVersion: "authorization.k8s.io/v1",
        kind: "SubjectAccessReview",
        spec: {
          user: `system:serviceaccount:${namespace}:${account}`,
          groups: ["system:serviceaccounts", `system:serviceaccounts:${namespace}`],
          resourceAttributes: { namespace, verb, group, resource },
        },
      };
      const path = "/apis/authorization.k8s.io/v1/subjectaccessreviews";
      const { body } = await api.must("POST", path, JSON.stringify(review));
      const { allowed } = body["status"] as { readonly allowed: boolean };
      if (!allowed) denied.push(`${verb} ${resource}`);
    }
  }
  if (denied.length > 0) throw new Error(`${account} may not ${denied.join(", ")}`);
}
