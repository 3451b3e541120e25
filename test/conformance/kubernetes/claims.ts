// What the API server shows of manifests, kind by kind.
import type { Claim, Judge, Limit } from "../claims.js";
import { operatorRelease } from "./operator/start-operator.js";
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
const argoCd = definitions("Argo CD", versions.ciCd.argoCd);
const strimzi = definitions("Strimzi", pinned.strimzi);
const operator: Judge = { program: "the Flink operator", version: operatorRelease };

/** Kinds by the names of their files; who defines those that the server does not know by itself. */
const kinds: Readonly<Record<string, readonly [files: string, definitions?: Judge]>> = {
  FlinkDeployment: ["flink-deployment|flink-session-cluster", flinkOperator],
  FlinkSessionJob: ["flink-session-job", flinkOperator],
  FlinkBlueGreenDeployment: ["flink-blue-green-deployment", flinkOperator],
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

const isTaken =
  "passes the strict dry-run, is stored leaf by leaf as emitted, and applies twice as once";
const taken = "(?:passes the strict|is stored as)";

/** What one flavor of another generator emits, by the names of its files. */
function ofFlavor(id: string, flavor: string, artifact: string, files: string, by: Judge[]): Claim {
  const checks = new RegExp(`\\(${id} ${flavor}\\): (?:\\S*/)?(?:${files})\\.yaml ${taken}`, "u");
  return { generator: id, artifact, holds: isTaken, by, checks };
}

const clusters = "FlinkDeployment and FlinkBlueGreenDeployment";

/** What the real operator made of a cluster. */
function ofOperator(holds: string, checks: RegExp): Claim {
  return { generator, artifact: clusters, holds, by: [operator, server], checks };
}

export const claims: readonly Claim[] = [
  ...Object.entries(kinds).map(([artifact, [files, definer]]): Claim => {
    return {
      generator,
      artifact,
      holds: isTaken,
      by: definer === undefined ? [server] : [server, definer],
      checks: new RegExp(`\\(k8s \\w+\\).*[ /](?:${files})\\.yaml ${taken}`, "u"),
    };
  }),
  ofFlavor("kafka-topics", "strimzi", "KafkaTopic", "[^ ]+", [server, strimzi]),
  ofFlavor(
    "prometheus-rules",
    "operator",
    "PrometheusRule and AlertmanagerConfig",
    "prometheus-rule|alertmanager-config",
    [server, prometheusOperator],
  ),
  ofFlavor("prometheus-rules", "operator", "ConfigMap of the dashboard", "grafana-dashboard", [
    server,
  ]),
  {
    generator: "ci-cd",
    artifact: "Application",
    holds: isTaken,
    by: [server, argoCd],
    checks: new RegExp(`/ci-cd/application\\.yaml ${taken}`, "u"),
  },
  ofOperator("are deployed", /\.yaml is deployed by the operator$/u),
  {
    generator,
    artifact: "FlinkSessionJob",
    holds: "is accepted, and waits for its cluster",
    by: [operator, server],
    checks: /\.yaml is accepted by the operator$/u,
  },
  ofOperator(
    "become clusters with every emitted option, as the model and the generator `flink-conf` say",
    /: (?:the operator keeps every option|its cluster is configured as (?:the model|flink-conf) says)$/u,
  ),
  ofOperator(
    "become pods with the image, resources, variables, volumes and labels that were emitted",
    /: the (?:job manager's|task managers') pods are as emitted$/u,
  ),
  ofOperator(
    "have a job manager that starts, watches and stops task managers with the rights of its account",
    /: its job manager runs task managers$/u,
  ),
  ofOperator(
    "have, with high availability, a job manager that elects a leader and keeps its state",
    /: its job manager keeps its state$/u,
  ),
  {
    generator,
    artifact: "ServiceAccount, Role and RoleBinding",
    holds: "let nobody read Secrets, enter pods or reach another namespace",
    by: [server],
    checks: /\.yaml may do no more$/u,
  },
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
    because:
      "no definition of it is served: the check derives one from FlinkDeployment, and the operator judges its template.",
  },
  {
    generator: "ci-cd",
    artifact: "Application",
    because: "Argo CD itself does not run: no repository is read, and nothing is synchronised.",
  },
  {
    generator,
    artifact: "Secret stores of clouds",
    because: "out of reach: the objects that name them are stored, and fetch nothing.",
  },
];
