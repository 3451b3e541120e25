import { expect, test } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import type { MapNode } from "../../../src/document/node.js";
import { parseYaml } from "../../../src/document/parse-yaml.js";
import { newReadingBudget } from "../../../src/document/reading-budget.js";
import { positionAt } from "../../../src/source/source-file.js";
import type { PodTemplate } from "../../../src/targets/kubernetes/pod-template/read-pod-template.js";
import { readPodTemplate } from "../../../src/targets/kubernetes/pod-template/read-pod-template.js";

interface Outcome {
  readonly template: PodTemplate | null;
  /** `CODE line:column message` */
  readonly found: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

function tree(text: string): MapNode {
  const file = { path: "a.infra", text };
  const parsed = parseYaml(file, () => 0, newReadingBudget());
  if (parsed?.kind !== "map") throw new Error(`Cannot parse: ${text}`);
  return parsed;
}

function read(text: string, options = {}): Outcome {
  const diagnostics: Diagnostic[] = [];
  const template = readPodTemplate(tree(text), (found) => diagnostics.push(found), options);
  const found = diagnostics.map(({ code, span, message }) => {
    const at = span === null ? null : positionAt(span.file, span.start);
    return `${code} ${at === null ? "nowhere" : `${at.line}:${at.column}`} ${message}`;
  });
  return { template, found, diagnostics };
}

function accepted(text: string, options = {}): PodTemplate | null {
  const { template, found } = read(text, options);
  expect(found).toEqual([]);
  return template;
}

const shortForm = `
annotations:
  prometheus.io/scrape: "true"
  prometheus.io/port: 9249
node_selector:
  workload-type: streaming
tolerations:
  - key: dedicated
    operator: Equal
    value: streaming
    effect: NoSchedule
`;

const wanted = {
  metadata: { annotations: { "prometheus.io/scrape": "true", "prometheus.io/port": "9249" } },
  spec: {
    tolerations: [
      { key: "dedicated", operator: "Equal", value: "streaming", effect: "NoSchedule" },
    ],
    nodeSelector: { "workload-type": "streaming" },
  },
};

test("short form, long form and camel case are the same template", () => {
  expect(accepted(shortForm)).toEqual(wanted);
  const long = `
apiVersion: v1
kind: Pod
metadata:
  annotations: {prometheus.io/scrape: "true", prometheus.io/port: "9249"}
spec:
  nodeSelector: {workload-type: streaming}
  tolerations: [{key: dedicated, operator: Equal, value: streaming, effect: NoSchedule}]
`;
  expect(accepted(long)).toEqual(wanted);
});

test("an empty template is an empty object, and null unsets", () => {
  expect(accepted("spec: {}\n")).toEqual({});
  expect(accepted("spec:\nlabels:\nmetadata: {annotations: null}\n")).toEqual({});
});

test.each([
  [
    "host_ip",
    "containers: [{name: c, ports: [{container_port: 1, host_ip: 1.2.3.4}]}]",
    { containers: [{ name: "c", ports: [{ containerPort: 1, hostIP: "1.2.3.4" }] }] },
  ],
  ["host_ipc, host_pid", "host_ipc: true\nhost_pid: false", { hostIPC: true, hostPID: false }],
  ["set_hostname_as_fqdn", "set_hostname_as_fqdn: true", { setHostnameAsFQDN: true }],
  [
    "downward_api",
    "volumes: [{name: v, downward_api: {items: [{path: p, field_ref: {field_path: metadata.name}}]}}]",
    {
      volumes: [
        {
          name: "v",
          downwardAPI: { items: [{ path: "p", fieldRef: { fieldPath: "metadata.name" } }] },
        },
      ],
    },
  ],
  [
    "disk_uri",
    "volumes: [{name: v, azure_disk: {disk_name: a, disk_uri: b}}]",
    { volumes: [{ name: "v", azureDisk: { diskName: "a", diskURI: "b" } }] },
  ],
  [
    "target_wwns",
    "volumes: [{name: v, fc: {target_wwns: [x], wwids: [y]}}]",
    { volumes: [{ name: "v", fc: { targetWWNs: ["x"], wwids: ["y"] } }] },
  ],
  [
    "scale_io",
    "volumes: [{name: v, scale_io: {gateway: g, system: s, secret_ref: {name: n}}}]",
    { volumes: [{ name: "v", scaleIO: { gateway: "g", system: "s", secretRef: { name: "n" } } }] },
  ],
  [
    "verbatim attribute names",
    "volumes: [{name: v, csi: {driver: d, volume_attributes: {a_b: c_d}}}]",
    { volumes: [{ name: "v", csi: { driver: "d", volumeAttributes: { a_b: "c_d" } } }] },
  ],
  [
    "values are never renamed",
    "init_containers: [{name: i, image: x, env: [{name: my_var, value: a_b}]}]",
    { initContainers: [{ name: "i", image: "x", env: [{ name: "my_var", value: "a_b" }] }] },
  ],
  [
    "quantities",
    "containers: [{name: c, resources: {limits: {memory: 1.5Gi, cpu: 1.5, nvidia.com/gpu: 1}, requests: {cpu: 500m, ephemeral-storage: 1024Mi}}}]",
    {
      containers: [
        {
          name: "c",
          resources: {
            limits: { memory: "1536Mi", cpu: "1500m", "nvidia.com/gpu": "1" },
            requests: { cpu: "500m", "ephemeral-storage": "1Gi" },
          },
        },
      ],
    },
  ],
  [
    "integer or string",
    "containers: [{name: c, readiness_probe: {http_get: {port: rest}}, liveness_probe: {tcp_socket: {port: 8081}}}]",
    {
      containers: [
        {
          name: "c",
          readinessProbe: { httpGet: { port: "rest" } },
          livenessProbe: { tcpSocket: { port: 8081 } },
        },
      ],
    },
  ],
  [
    "empty volume",
    "volumes: [{name: v, empty_dir: {}}]",
    { volumes: [{ name: "v", emptyDir: {} }] },
  ],
])("spec: %s", (_, text, spec) => {
  expect(accepted(text)).toEqual({ spec });
});

const required = "requiredDuringSchedulingIgnoredDuringExecution";
const preferred = "preferredDuringSchedulingIgnoredDuringExecution";

test("affinity shorthands become the long names", () => {
  const text = `
affinity:
  pod_anti_affinity:
    required:
      - label_selector: {match_labels: {team: a}}
        topology_key: kubernetes.io/hostname
    preferred:
      - weight: 100
        pod_affinity_term:
          label_selector: {match_expressions: [{key: team, operator: In, values: [a]}]}
          topology_key: topology.kubernetes.io/zone
  node_affinity:
    preferred:
      - weight: 1
        preference: {match_expressions: [{key: disk, operator: Exists}]}
`;
  expect(accepted(text)?.spec?.affinity).toEqual({
    podAntiAffinity: {
      [required]: [
        { labelSelector: { matchLabels: { team: "a" } }, topologyKey: "kubernetes.io/hostname" },
      ],
      [preferred]: [
        {
          weight: 100,
          podAffinityTerm: {
            labelSelector: { matchExpressions: [{ key: "team", operator: "In", values: ["a"] }] },
            topologyKey: "topology.kubernetes.io/zone",
          },
        },
      ],
    },
    nodeAffinity: {
      [preferred]: [
        { weight: 1, preference: { matchExpressions: [{ key: "disk", operator: "Exists" }] } },
      ],
    },
  });
});

test.each([
  ["list of terms", "[{match_expressions: [{key: a, operator: Exists}]}]"],
  ["one term", "{match_expressions: [{key: a, operator: Exists}]}"],
  [
    "as Kubernetes has it",
    "{node_selector_terms: [{match_expressions: [{key: a, operator: Exists}]}]}",
  ],
])("required node affinity as %s", (_, written) => {
  expect(accepted(`affinity: {node_affinity: {required: ${written}}}`)?.spec?.affinity).toEqual({
    nodeAffinity: {
      [required]: {
        nodeSelectorTerms: [{ matchExpressions: [{ key: "a", operator: "Exists" }] }],
      },
    },
  });
});

test("container properties at pod level go to the main container, with a note", () => {
  const { template, found } = read(`
spec:
  security_context:
    run_as_user: 9999
    run_as_non_root: true
    fs_group: 9999
    read_only_root_filesystem: false
  env: [{name: A, value: b}]
  volume_mounts: [{name: data, mount_path: /data}]
  containers:
    - name: sidecar
      image: x
    - name: flink-main-container
      security_context: {privileged: false}
`);
  expect(template?.spec).toEqual({
    containers: [
      { name: "sidecar", image: "x" },
      {
        name: "flink-main-container",
        securityContext: { privileged: false, readOnlyRootFilesystem: false },
        env: [{ name: "A", value: "b" }],
        volumeMounts: [{ name: "data", mountPath: "/data" }],
      },
    ],
    securityContext: { runAsUser: 9999, runAsNonRoot: true, fsGroup: 9999 },
  });
  expect(found.map((line) => line.slice(0, 9).trim())).toEqual([
    "N931 7:5",
    "N931 8:3",
    "N931 9:3",
  ]);
});

test("the main container is made where none is written", () => {
  const { template } = read("resources: {limits: {cpu: 2}}\n");
  expect(template?.spec).toEqual({
    containers: [{ name: "flink-main-container", resources: { limits: { cpu: "2" } } }],
  });
});

test("a comma list in a node selector becomes a requirement of every term", () => {
  const { template, found } = read(`
node_selector:
  disk: ssd
  topology.kubernetes.io/zone: us-east-1a, us-east-1b
affinity:
  node_affinity:
    required:
      - match_expressions: [{key: a, operator: Exists}]
      - match_fields: [{key: metadata.name, operator: In, values: [n]}]
`);
  const zones = {
    key: "topology.kubernetes.io/zone",
    operator: "In",
    values: ["us-east-1a", "us-east-1b"],
  };
  expect(template?.spec).toEqual({
    nodeSelector: { disk: "ssd" },
    affinity: {
      nodeAffinity: {
        [required]: {
          nodeSelectorTerms: [
            { matchExpressions: [{ key: "a", operator: "Exists" }, zones] },
            {
              matchFields: [{ key: "metadata.name", operator: "In", values: ["n"] }],
              matchExpressions: [zones],
            },
          ],
        },
      },
    },
  });
  expect(found).toEqual([
    'N930 4:3 "topology.kubernetes.io/zone: us-east-1a, us-east-1b" names several values; it becomes a required node affinity with operator In.',
  ]);
});

test("labels that native Flink sets itself, and selectors on them, are warned of", () => {
  const text = `
labels: {app: proc-dsl, team: a}
affinity:
  pod_anti_affinity:
    required:
      - label_selector: {match_labels: {app: proc-dsl, component: taskmanager}}
        topology_key: kubernetes.io/hostname
`;
  const { template, found } = read(text);
  expect(template).not.toBeNull();
  expect(found).toEqual([
    'W930 2:10 The label "app" of the pod template has no effect: native Flink sets it itself.',
    'W931 6:41 The selector "app: proc-dsl" matches no Flink pod: native Flink sets that label itself.',
  ]);
  expect(read(text, { native: false }).found).toEqual([]);
});

test("names that Flink gives itself are ignored with a warning", () => {
  const { template, found } = read("metadata: {name: pod-template, labels: {a: b}}\n");
  expect(template).toEqual({ metadata: { labels: { a: "b" } } });
  expect(found).toEqual([
    'W701 1:12 "pod_template.metadata.name" is ignored: Flink gives its pods a name itself.',
  ]);
});

test.each([
  ["tolerance: []", 'E930 1:1 Unknown property "tolerance" in "pod_template".'],
  [
    "spec:\n  tolerations: [{kee: a}]",
    'E930 2:18 Unknown property "kee" in "pod_template.spec.tolerations[0]".',
  ],
  ["metadata: {label: {}}", 'E930 1:12 Unknown property "label" in "pod_template.metadata".'],
  [
    "security_context: {run_as: 1}",
    'E930 1:20 Unknown property "run_as" in "pod_template.security_context".',
  ],
  ["command: [a]", 'E930 1:1 Unknown property "command" in "pod_template".'],
  ["kind: Deployment", 'E930 1:1 Unknown property "kind" in "pod_template".'],
  [
    "ephemeral_containers: []",
    'E930 1:1 Unknown property "ephemeral_containers" in "pod_template".',
  ],
  ["spec: []", 'E931 1:7 "pod_template.spec" must be a map, not a list.'],
  ["metadata: x", 'E931 1:11 "pod_template.metadata" must be a map, not a single value.'],
  ["tolerations: {}", 'E931 1:14 "pod_template.tolerations" must be a list, not a map.'],
  ["labels: [a]", 'E931 1:9 "pod_template.labels" must be a map, not a list.'],
  ["labels: {a: {b: c}}", 'E931 1:13 "pod_template.labels.a" must be a string, not a map.'],
  [
    "init_containers: [{name: a, env: [{name: A, value: 8081}]}]",
    'E931 1:52 "pod_template.init_containers[0].env[0].value" must be a string, not the number 8081.',
  ],
  [
    "host_network: yes",
    'E931 1:15 "pod_template.host_network" must be true or false, not the string "yes".',
  ],
  [
    'termination_grace_period_seconds: "30"',
    'E931 1:35 "pod_template.termination_grace_period_seconds" must be an integer of at least 0, not the string "30".',
  ],
  ["priority: 1.5", 'E931 1:11 "pod_template.priority" must be an integer, not the number 1.5.'],
  [
    "tolerations: [{effect: noschedule}]",
    'E931 1:24 "pod_template.tolerations[0].effect" must be one of NoSchedule, PreferNoSchedule, NoExecute, not the string "noschedule".',
  ],
  [
    "init_containers: [{name: a, ports: [{container_port: 70000}]}]",
    'E931 1:54 "pod_template.init_containers[0].ports[0].container_port" must be an integer from 1 to 65535, not the number 70000.',
  ],
  [
    "node_selector: {a: b}\nnodeSelector: {a: c}",
    'E932 2:1 "nodeSelector" is set twice: as "pod_template.node_selector" and as "pod_template.nodeSelector".',
  ],
  [
    "node_selector: {a: b}\nspec: {node_selector: {a: c}}",
    'E932 2:8 "nodeSelector" is set twice: as "pod_template.node_selector" and as "pod_template.spec.node_selector".',
  ],
  [
    "metadata: {labels: {a: b}}\nlabels: {a: b}",
    'E932 2:1 "labels" is set twice: as "pod_template.metadata.labels" and as "pod_template.labels".',
  ],
  [
    "affinity: {pod_affinity: {required: [], requiredDuringSchedulingIgnoredDuringExecution: []}}",
    'E932 1:41 "requiredDuringSchedulingIgnoredDuringExecution" is set twice: as "pod_template.affinity.pod_affinity.required" and as "pod_template.affinity.pod_affinity.requiredDuringSchedulingIgnoredDuringExecution".',
  ],
  [
    "volumes: [{empty_dir: {}}]",
    'E933 1:11 "pod_template.volumes[0]" lacks the required property "name".',
  ],
  [
    "affinity: {pod_affinity: {required: [{label_selector: {}}]}}",
    'E933 1:38 "pod_template.affinity.pod_affinity.required[0]" lacks the required property "topologyKey".',
  ],
  [
    "labels: {a b: c}",
    'E934 1:10 "a b" cannot be a label key: it must hold only letters, digits, "-", "_" and ".", and begin and end with a letter or digit.',
  ],
  [
    "labels: {a: 'b,c'}",
    'E934 1:13 "b,c" cannot be a label value: it must hold only letters, digits, "-", "_" and ".", and begin and end with a letter or digit.',
  ],
  [
    "volumes: [{name: A_b, empty_dir: {}}]",
    'E934 1:18 "A_b" cannot be a name: it must hold only lower-case letters, digits and "-", and begin and end with a letter or digit.',
  ],
  [
    "node_selector: {a: 'b c'}",
    'E934 1:20 "b c" cannot be a label value: it must hold only letters, digits, "-", "_" and ".", and begin and end with a letter or digit.',
  ],
  [
    "overhead: {memory: 4gb}",
    'E934 1:20 "4gb" cannot be a Kubernetes quantity: it has the unknown unit "gb".',
  ],
  ["overhead: {cpu: -1}", 'E934 1:17 "-1" cannot be a Kubernetes quantity: it is negative.'],
  [
    "volumes: [{name: a, empty_dir: {}}, {name: a, empty_dir: {}}]",
    'E935 1:37 "pod_template.volumes" has a second item with name "a".',
  ],
  [
    "init_containers: [{name: a, ports: [{container_port: 1}, {container_port: 1, protocol: TCP}]}]",
    'E935 1:58 "pod_template.init_containers[0].ports" has a second item with containerPort "1" and protocol "TCP".',
  ],
  [
    "containers: [{name: flink-main-container, volume_mounts: [{name: a, mount_path: /opt/flink/conf/}]}]",
    'E936 1:81 "/opt/flink/conf/" cannot be a mount path of the Flink container: Flink\'s configuration is mounted there.',
  ],
])("%s is refused", (text, want) => {
  const { template, found } = read(`${text}\n`);
  expect(found).toEqual([want]);
  expect(template).toBeNull();
});

test("a mount at Flink's configuration is refused at pod level too, but not for other containers", () => {
  const { template, found } = read("volume_mounts: [{name: a, mount_path: /opt/flink/conf}]\n");
  expect(template).toBeNull();
  expect(found[1]).toContain("E936 1:39");
  accepted("containers: [{name: a, volume_mounts: [{name: a, mount_path: /opt/flink/conf}]}]\n");
});

test("a property of the main container cannot be set twice", () => {
  const { template, found } = read(
    "env: [{name: A}]\ncontainers: [{name: flink-main-container, env: [{name: B}]}]\n",
  );
  expect(template).toBeNull();
  expect(found[1]).toBe(
    'E932 1:1 "env" is set twice: as "pod_template.env" and as "containers[flink-main-container].env".',
  );
});

test.each([
  ["toleration: []", 'Did you mean "tolerations"?'],
  ["volume_mount: []", 'Did you mean "volume_mounts"?'],
  ["annotation: {}", 'Did you mean "annotations"?'],
  ["spec: {annotation: {}}", null],
  ["tolerationz: []", 'Did you mean "tolerations"?'],
  ["host_ipp: []", 'Did you mean "host_ipc"?'],
  ["nodeSelektor: {}", 'Did you mean "nodeSelector"?'],
  ["affinity: {pod_affinity: {requires: []}}", 'Did you mean "required"?'],
  ["zzz: 1", null],
])("%s: the help names the nearest property", (text, help) => {
  expect(read(`${text}\n`).diagnostics[0]?.help).toBe(help);
});

test("all annotations together have a limit", () => {
  const value = "x".repeat(131_060);
  accepted(`annotations: {a: ${value}, b: ${value}}\n`);
  const { template, found } = read(
    `annotations: {a: ${value}, b: ${value}, c: ${"y".repeat(100)}}\n`,
  );
  expect(template).toBeNull();
  expect(found).toEqual([
    'E937 1:1 The annotations of "pod_template.annotations" take 262223 bytes; Kubernetes allows 262144 in all.',
  ]);
});

test("run-time references are refused; a poisoned value gives no second error", () => {
  const root = tree("host_network: x\npriority: 1\n");
  const [first, second] = [...root.entries.values()];
  if (first === undefined || second === undefined) throw new Error("Two entries were written");
  const place = { file: root.file, start: 0, end: 1 };
  const reference = { kind: "variable", name: "A", fallback: null } as const;
  const entries = new Map([
    ["host_network", { ...first, value: { kind: "poisoned", ...place } as const }],
    ["priority", { ...second, value: { kind: "reference", reference, ...place } as const }],
  ]);
  const found: Diagnostic[] = [];
  expect(readPodTemplate({ ...root, entries }, (each) => found.push(each))).toBeNull();
  expect(found.map(({ code }) => code)).toEqual(["E713"]);
});

test("a variable's text becomes the integer or boolean that the property asks for", () => {
  const root = tree("priority: ${P}\nhost_network: ${H}\nhostname: ${N}\n");
  const values: Record<string, string> = { priority: "10", host_network: "true", hostname: "10" };
  const entries = new Map(
    [...root.entries].map(([key, entry]) => {
      const substituted = { written: "${X}", variables: [] };
      const value = {
        ...entry.value,
        kind: "scalar",
        value: values[key] ?? "",
        plain: true,
        substituted,
      };
      return [key, { ...entry, value: value as typeof entry.value }];
    }),
  );
  expect(readPodTemplate({ ...root, entries }, () => 0)).toEqual({
    spec: { priority: 10, hostNetwork: true, hostname: "10" },
  });
});
