// What the API server shows of manifests, kind by kind.
import type { Claim, Judge, Limit } from "../claims.js";
import versions from "../versions.json" with { type: "json" };

const pinned = versions.kubernetes;
const generator = "k8s";
const server: Judge = { program: "the Kubernetes API server", version: pinned.server };
const controllers: Judge = { program: "its controller manager", version: pinned.server };

function definitions(whose: string, version: string): Judge {
  return { program: `the definitions of ${whose}`, version };
}

const flinkOperator = definitions("the Flink operator", pinned.flinkOperator);
const externalSecrets = definitions("External Secrets", pinned.externalSecrets);
const keda = definitions("KEDA", pinned.keda);
const prometheusOperator = definitions("the Prometheus operator", pinned.prometheusOperator);

/** Kinds by the names of their files; who defines those that the server does not know by itself. */
const kinds: Readonly<Record<string, readonly [files: string, definitions?: Judge]>> = {
  FlinkDeployment: ["flink-deployment|flink-session-cluster", flinkOperator],
  FlinkSessionJob: ["flink-session-job", flinkOperator],
  Deployment: ["job-manager-deployment|task-manager-deployment"],
  Service: ["rest-service|job-manager-service"],
  Ingress: ["ingress"],
  NetworkPolicy: ["network-policy"],
  PodDisruptionBudget: ["pod-disruption-budget"],
  HorizontalPodAutoscaler: ["horizontal-pod-autoscaler"],
  ConfigMap: ["config-map"],
  Namespace: ["namespace"],
  ResourceQuota: ["resource-quota"],
  ServiceAccount: ["service-account"],
  Role: ["role"],
  RoleBinding: ["role-binding"],
  "SecretStore and ExternalSecret": ["(?:secret-store|external-secret)-[\\w-]+", externalSecrets],
  VaultDynamicSecret: ["vault-dynamic-secret-[\\w-]+", externalSecrets],
  "ScaledObject and TriggerAuthentication": ["scaled-object|trigger-authentication-[\\w-]+", keda],
  PodMonitor: ["pod-monitor", prometheusOperator],
};

export const claims: readonly Claim[] = [
  ...Object.entries(kinds).map(([artifact, [files, definer]]): Claim => {
    return {
      generator,
      artifact,
      holds:
        "passes the strict dry-run, is stored leaf by leaf as emitted, and applies twice as once",
      by: definer === undefined ? [server] : [server, definer],
      checks: new RegExp(`[ /](?:${files})\\.yaml (?:passes the strict|is stored as)`, "u"),
    };
  }),
  {
    generator,
    artifact: "`kustomization.yaml`",
    holds: "gives the same objects as the files",
    by: [{ program: "kubectl", version: pinned.server }],
    checks: /: kubectl kustomize gives the same objects$/u,
  },
  {
    generator,
    artifact: "Deployment",
    holds: "gets its pods, with the memory that Flink divides",
    by: [server, controllers],
    checks: /\.yaml (?:gets its pods|has the memory that Flink divides)$/u,
  },
  {
    generator,
    artifact: "Service, NetworkPolicy, PodDisruptionBudget and PodMonitor",
    holds: "select the pods that they are for",
    by: [server, controllers],
    checks: /\.yaml selects its pods$/u,
  },
  {
    generator,
    artifact: "FlinkDeployment",
    holds: "has a pod template that makes a valid pod",
    by: [server],
    checks: /\.yaml has a valid pod template$/u,
  },
  {
    generator,
    artifact: "ServiceAccount, Role and RoleBinding",
    holds: "let Flink do what it does: start pods, elect leaders",
    by: [server],
    checks: /\.yaml may do what Flink does$/u,
  },
];

export const limits: readonly Limit[] = [
  {
    generator,
    artifact: "Pods",
    because: "they are made and stay pending: there is no kubelet.",
  },
  {
    generator,
    artifact: "FlinkDeployment and FlinkSessionJob",
    because: `the newest definitions that are served are of ${pinned.flinkOperator}, extended by the newer values of \`flinkVersion\`.`,
  },
  {
    generator,
    artifact: "FlinkBlueGreenDeployment",
    because: "no definition of it is served; only its form is tested.",
  },
  {
    generator,
    artifact: "Secret stores of clouds",
    because: "out of reach: the objects that name them are stored, and fetch nothing.",
  },
];
