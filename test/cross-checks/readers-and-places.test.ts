// Cross-checks of who reads what, how far it may grow, and where its pods may run.
import { testCrossChecks, type CrossCheck } from "./row.js";

const process = (rest = "") => `resources: { p: { parallelism: 4, task_memory: 4gb${rest} } }\n`;
const checkpoints = `checkpoints: { c: { type: s3, bucket: b, prefix: p, interval: 60s } }\n`;
const two = "process p receive s end process q receive s end";
const sized = "resources: { p: { task_memory: 4gb }, q: { task_memory: 4gb } }\n";
const pulsar = (consumer: string) =>
  `streams:\n  s: { type: pulsar, topic: "persistent://a/b/c", service_url: "pulsar://h:6650", direction: source, consumer: { ${consumer} } }\n`;
const kafka = (partitions: number, consumer = "") =>
  `streams:\n  s: { type: kafka, topic: a, brokers: "b:9092", partitions: ${partitions}, replication: 3, direction: source, consumer: { ${consumer} } }\n`;
const kinesis = (consumer: string) =>
  `streams:\n  s: { type: kinesis, stream: k, region: us-east-1, account_id: "123456789012", direction: source, consumer: { ${consumer} } }\n`;
const kubernetes = (rest: string) =>
  `deployment: { type: kubernetes, namespace: n, service_account: s, image: { repository: r, tag: "1.20.1" }, ${rest} }\n`;
const zoned = (rest: string, zones: string, more = "") =>
  `resources: { p: { parallelism: 4, task_memory: 4gb } }
${kubernetes(`mode: application${more}, pod_template: { metadata: { labels: { team: cards } }, spec: { ${zones}affinity: { pod_anti_affinity: { ${rest} } } } }`)}`;
const apart = (labels: string, key = "topology.kubernetes.io/zone") =>
  `required: [ { label_selector: { match_labels: { ${labels} } }, topology_key: ${key} } ]`;
const one = (labels: string) =>
  `label_selector: { match_labels: { ${labels} } }, topology_key: kubernetes.io/hostname`;
const zones = (list: string) => `node_selector: { topology.kubernetes.io/zone: "${list}" }, `;
const horizontal = (max: number) =>
  `kubernetes: { flavor: plain }, scaling: { type: horizontal, min_replicas: 1, max_replicas: ${max}, metrics: [ { type: cpu, target_utilization: 70 } ] }`;

const rows: readonly CrossCheck[] = [
  {
    name: "two processes on one exclusive Pulsar subscription",
    processes: two,
    fails: `${pulsar("subscription_name: x, subscription_type: Exclusive")}${checkpoints}${sized}`,
    want: "E753 2: x < 4: q",
    passes: `${pulsar("subscription_type: Exclusive")}${checkpoints}${sized}`,
  },
  {
    name: "two processes on one failover subscription, which the connector opens exclusively",
    processes: two,
    fails: `${pulsar("subscription_name: x, subscription_type: Failover")}${checkpoints}${sized}`,
    want: "E753 2: x < 4: q",
    passes: `${pulsar("subscription_type: Exclusive")}${checkpoints}${sized}`,
  },
  {
    name: "two processes as one registered Kinesis consumer",
    processes: two,
    fails: `${kinesis("type: enhanced_fan_out, consumer_name: x")}${sized}`,
    want: "E753 2: x < 3: q",
    passes: `${kinesis("type: standard")}${sized}`,
  },
  {
    name: "two processes in one consumer group",
    processes: two,
    fails: `${kafka(8, "group_id: g")}${sized}`,
    want: "W755 2: g < 3: q",
    passes: `${kafka(8, "auto_offset_reset: latest")}${sized}`,
  },
  {
    name: "scaling beyond the partitions of what is read",
    fails: `${kafka(8)}resources: { p: { parallelism: { initial: 4, min: 2, max: 16 }, task_memory: 4gb } }\n`,
    want: "W755 3: 16 < 2: 8",
    passes: `${kafka(16)}resources: { p: { parallelism: { initial: 4, min: 2, max: 16 }, task_memory: 4gb } }\n`,
  },
  {
    name: "a number of pods beyond the partitions of what is read",
    fails: `${kafka(8)}${process(", max_parallelism: 128")}${kubernetes(horizontal(9))}`,
    want: "W755 4: 9 < 2: 8",
    passes: `${kafka(8)}${process(", max_parallelism: 128")}${kubernetes(horizontal(8))}`,
  },
  {
    name: "more pods than zones that they are bound to, one in each",
    fails: zoned(apart("team: cards"), zones("a,b,c")),
    want: "E753 2: topology_key < 2: node_selector",
    passes: zoned(apart("team: cards"), zones("a,b,c,d,e")),
  },
  {
    name: "more pods than most regions have zones, one in each",
    fails: zoned(apart("component: taskmanager"), ""),
    want: "W755 2: topology_key",
    passes: zoned(apart("component: jobmanager"), ""),
  },
  {
    name: "pods apart by zone, by a label that the flavor plain sets",
    fails: zoned(
      apart("app.kubernetes.io/component: taskmanager"),
      zones("a,b"),
      ", kubernetes: { flavor: plain }",
    ),
    want: "E753 2: topology_key < 2: node_selector",
    passes: zoned(
      apart("app.kubernetes.io/component: taskmanager", "kubernetes.io/hostname"),
      zones("a,b"),
      ", kubernetes: { flavor: plain }",
    ),
  },
  {
    name: "pods apart by zone, by the short label that the flavor plain sets, too",
    fails: zoned(apart("component: taskmanager"), zones("a,b"), ", kubernetes: { flavor: plain }"),
    want: "E753 2: topology_key < 2: node_selector",
    passes: zoned(apart("component: jobmanager"), zones("a,b"), ", kubernetes: { flavor: plain }"),
  },
  {
    name: "a hard rule that keeps none of the file's pods apart",
    fails: zoned(apart("app: proc-dsl"), ""),
    want: "N946 2: label_selector",
    passes: zoned(apart("team: cards", "kubernetes.io/hostname"), ""),
  },
  {
    name: "a soft rule that keeps none of the file's pods apart",
    fails: zoned(
      `preferred: [ { weight: 1, pod_affinity_term: { ${one("component: worker")} } } ]`,
      "",
    ),
    want: "N946 2: label_selector",
    passes: zoned(
      `preferred: [ { weight: 1, pod_affinity_term: { ${one("component: taskmanager")} } } ]`,
      "",
    ),
  },
  {
    name: "an answer that may take longer than its lookup",
    fails: `lookups: { l: { type: redis, uri: "redis://r:6379", lookup: { key_pattern: "k:{id}" }, connection: { socket_timeout: 5s }, async: { timeout: 2s } } }\n${process()}`,
    want: "W786 1: 5s",
    passes: `lookups: { l: { type: redis, uri: "redis://r:6379", lookup: { key_pattern: "k:{id}" }, connection: { socket_timeout: 2s }, async: { timeout: 2s } } }\n${process()}`,
  },
];

testCrossChecks(rows);
