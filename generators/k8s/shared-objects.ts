// What all processes of an environment share: namespace, service account, rights, quota.
import type { PolicyRule } from "kubernetes-types/rbac/v1.js";
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { absent, type OriginLeaf } from "../../src/encode/leaf.js";
import type { PlannedFile, View } from "../../src/generator/contract.js";
import { derived, pick } from "../../src/generator/view.js";
import { cpuQuantity } from "../../src/targets/kubernetes/quantities.js";
import {
  metadataView,
  sharedLabels,
  sharedName,
  spanOf,
  yamlFile,
  type Context,
} from "./context.js";
import { podMemory } from "./units.js";

/** The namespace that objects go to when the file names none. */
export const defaultNamespace = "default";

/** The account that pods run as: the file's, else `<environment>-flink`. */
export function serviceAccountName({ deployment, model }: Context): string {
  return deployment.serviceAccount ?? sharedName(model, "flink");
}

export function serviceAccountLeaf(context: Context): OriginLeaf {
  const { deployment } = context;
  return deployment.serviceAccount === null
    ? derived(serviceAccountName(context))
    : pick(deployment, "serviceAccount");
}

/** Whether Flink talks to the API server: native mode starts pods, Kubernetes HA keeps ConfigMaps. */
export function needsRights({ flavor, model }: Context): boolean {
  return flavor === "operator" || model.cluster.highAvailability?.type === "kubernetes";
}

const verbs = ["get", "list", "watch", "create", "update", "patch", "delete"];

/** The rights of the job role in the operator's chart; plain HA needs ConfigMaps only. */
function rules({ flavor }: Context): readonly PolicyRule[] {
  if (flavor === "plain") return [{ apiGroups: [""], resources: ["configmaps"], verbs }];
  return [
    { apiGroups: [""], resources: ["pods", "configmaps"], verbs },
    { apiGroups: ["apps"], resources: ["deployments", "deployments/finalizers"], verbs },
  ];
}

/** Reports W944 without a namespace, W947 for the reach of a quota. */
export function sharedObjects(context: Context): readonly PlannedFile[] {
  const { deployment, namespace } = context;
  const labels = sharedLabels(context);
  const account = serviceAccountName(context);
  const files: PlannedFile[] = [];
  if (deployment.namespace === null) {
    const help = "Set deployment.namespace.";
    context.report(diagnose("W944", spanOf(context, deployment, "type"), { namespace }, { help }));
  }
  if (namespace !== defaultNamespace) {
    const view: View = { name: context.namespaceLeaf, labels };
    files.push(yamlFile({ path: "namespace.yaml", template: "namespace" }, view));
  }
  const accountView = {
    ...metadataView(context, account, labels),
    name: serviceAccountLeaf(context),
  };
  files.push(yamlFile({ path: "service-account.yaml", template: "service-account" }, accountView));
  if (needsRights(context)) {
    const role = metadataView(context, `${account}-job`, labels);
    files.push(
      yamlFile(
        { path: "role.yaml", template: "role" },
        { ...role, rules: derived(rules(context)) },
      ),
      yamlFile(
        { path: "role-binding.yaml", template: "role-binding" },
        { ...role, role: `${account}-job`, serviceAccount: serviceAccountLeaf(context) },
      ),
    );
  }
  return [...files, ...quotaFiles(context)];
}

function quotaFiles(context: Context): readonly PlannedFile[] {
  const quotas = context.deployment.native?.quotas ?? null;
  if (quotas === null || (quotas.cpu === null && quotas.memoryBytes === null)) return [];
  const key = quotas.cpu === null ? "memoryBytes" : "cpu";
  const help = "Give each quota a namespace of its own.";
  context.report(
    diagnose("W947", spanOf(context, quotas, key), { namespace: context.namespace }, { help }),
  );
  const cpu = quotas.cpu === null ? absent : derived(cpuQuantity(quotas.cpu), [quotas, "cpu"]);
  const memory =
    quotas.memoryBytes === null
      ? absent
      : derived(podMemory(quotas.memoryBytes), [quotas, "memoryBytes"]);
  const view: View = {
    ...metadataView(context, sharedName(context.model, "quota"), sharedLabels(context)),
    cpu,
    memory,
  };
  return [yamlFile({ path: "resource-quota.yaml", template: "resource-quota" }, view)];
}
