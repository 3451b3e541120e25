// The rows of `deployment` for Kubernetes.
import { from } from "../../build-property.js";
import type { Properties, Synonym } from "../../property.js";
import { cores } from "../cores.js";
import { javaClassName } from "../java-class-name.js";

const spec = from("§8.1");
const module = from("DT");
const ours = from("addition");

const pods = (who: string, replicas: string) =>
  module.map(`Pods of the ${who}.`, {
    replicas: module.integer(replicas, { minimum: 1 }),
    resources: module.map(`Size of a ${who} pod.`, {
      cpu: module.number("CPU cores of the pod.", cores),
      memory: module.size("Memory of the pod.", { positive: true }),
    }),
  });

const image = module.map("Container image.", {
  repository: module.text("Image name with its registry; required with image."),
  tag: module.text("Image tag; quote a numeric one."),
  digest: ours.text("Digest that pins the image; wins over the tag.", {
    pattern: "^sha256:[0-9a-f]{64}$",
    form: "sha256: and 64 hexadecimal digits",
  }),
  pull_policy: module.choice("When the image is pulled.", ["Always", "IfNotPresent", "Never"]),
  pull_secrets: module.list("Kubernetes secrets with the registry credentials.", {
    kind: "text",
  }),
});

const ingress = module.map("Access to the web UI from outside the cluster.", {
  enabled: module.boolean("Create an ingress."),
  host: module.text("Host name of the web UI; required when enabled."),
  tls: module.map("TLS at the ingress.", {
    enabled: module.boolean("Serve HTTPS."),
    secret_name: module.text("Kubernetes secret with the certificate; required when enabled."),
  }),
});

const port = { minimum: 1, maximum: 65535 };

const service = module.map("Service in front of the job manager.", {
  type: module.choice("Kind of service.", ["ClusterIP", "LoadBalancer", "NodePort"]),
  rest_port: module.integer("Port of the REST API and web UI, 8081 as a rule.", port),
  blob_port: module.integer("Port of the blob server, 6124 as a rule.", port),
  query_port: module.integer("Port for state queries, 6125 as a rule.", port),
});

const application = module.map("The packaged job, shared by all processes; for mode application.", {
  main_class: module.text(
    "Class with the main method; required for mode application.",
    javaClassName,
  ),
  args: module.list("Program arguments.", { kind: "text", anyScalar: true, words: true }),
  artifacts: module.list("URIs of the jars, the job's own first.", {
    kind: "text",
    format: "location",
  }),
});

export const kubernetes: Properties = {
  mode: module.choice(
    "Who starts the pods: Flink on demand (native), or one cluster per job, or one shared cluster.",
    ["native", "application", "session"],
  ),
  namespace: spec.text("Kubernetes namespace."),
  service_account: spec.text("Service account the pods run as."),
  kubernetes: module.map("Access to the cluster.", {
    context: module.text("Context of the kubeconfig.", {
      // It stands in commands to be copied into a shell: no line ends, nothing invisible.
      pattern: "^[ -~]+$",
      form: "printable ASCII characters",
    }),
    config_file: module.text("Path of the kubeconfig."),
    flavor: ours.choice(
      "Objects to emit: those of the Flink Kubernetes Operator, or plain Deployments.",
      ["operator", "plain"],
      { default: "operator" },
    ),
    ingress_class: ours.text("Ingress class that serves the web UI."),
  }),
  image,
  job_manager: pods("job manager", "Number of pods; at least 2 for a standby coordinator."),
  task_manager: pods("task manager", "Number of pods; parallelism wins over it."),
  pod_template: spec.raw(
    "Changes to the pods; metadata and spec as Kubernetes has them, in snake_case or camelCase.",
    "Kubernetes pod template",
  ),
  ingress,
  service,
  native: module.map("Settings of mode native.", {
    pod_template_file: module.text("Path of a pod template."),
    quotas: module.map("Bounds of the namespace.", {
      cpu: module.number("CPU cores in all.", cores),
      memory: module.size("Memory in all.", { positive: true }),
    }),
  }),
  application,
};

const types = ["kubernetes"];

export const kubernetesSynonyms: readonly Synonym[] = [
  {
    canonical: "pod_template.metadata.annotations",
    spelled: "pod_template.annotations",
    bothSet: "error",
    types,
  },
  {
    canonical: "pod_template.spec.node_selector",
    spelled: "pod_template.node_selector",
    bothSet: "error",
    types,
  },
  {
    canonical: "pod_template.spec.tolerations",
    spelled: "pod_template.tolerations",
    bothSet: "error",
    types,
  },
  {
    canonical: "kubernetes.context",
    spelled: "cluster",
    bothSet: "error",
    types,
    shape: "scalar",
  },
];
