// Checks that only the whole model can make: each with a text that fails it, the words at both places,
// and a text that passes.
import { testCrossChecks, type CrossCheck } from "./row.js";

const process = (rest = "") => `resources: { p: { parallelism: 4, task_memory: 4gb${rest} } }\n`;
const checkpoints = (rest = "") =>
  `checkpoints: { c: { type: s3, bucket: b, prefix: p, checkpoint: { interval: 60s${rest} } } }\n`;
const kafka = (name: string, topic: string, rest: string) =>
  `  ${name}: { type: kafka, topic: ${topic}, brokers: "b:9092", partitions: 8, replication: 3, ${rest} }\n`;
const exactlyOnce = (rest = "") =>
  `direction: sink, producer: { delivery_guarantee: exactly_once${rest} }`;
const kubernetes = (rest: string) =>
  `deployment: { type: kubernetes, namespace: n, service_account: s, image: { repository: r, tag: "1.20.1" }, ${rest} }\n`;
const alert = (condition: string) =>
  `monitoring: { metrics: { type: prometheus, port: 9249 }, alerts: [ { name: a, condition: "${condition}", severity: warning, channels: ["slack://x"] } ] }\n`;

/** Rows by harm: lost data first, then what never starts, then what surprises. */
const rows: readonly CrossCheck[] = [
  {
    name: "two sinks with one prefix of transactional ids",
    fails: `streams:\n${kafka("s", "a", exactlyOnce(", transactional_id_prefix: x"))}${kafka("t", "c", exactlyOnce(", transactional_id_prefix: x"))}${checkpoints()}${process()}`,
    want: "E753 3: x < 2: x",
    passes: `streams:\n${kafka("s", "a", exactlyOnce(", transactional_id_prefix: x"))}${kafka("t", "c", exactlyOnce(", transactional_id_prefix: y"))}${checkpoints()}${process()}`,
  },
  {
    name: "a transaction that ends before a checkpoint does",
    fails: `streams:\n${kafka("s", "a", exactlyOnce(", transaction_timeout: 5m"))}${checkpoints()}${process()}`,
    want: "E754 2: 5m < 3: 60s",
    passes: `streams:\n${kafka("s", "a", exactlyOnce(", transaction_timeout: 12m"))}${checkpoints()}${process()}`,
  },
  {
    name: "a transaction that ends before the pause between checkpoints",
    fails: `streams:\n${kafka("s", "a", exactlyOnce(", transaction_timeout: 12m"))}${checkpoints(", min_pause: 11m, timeout: 1m")}${process()}`,
    want: "E754 2: 12m < 3: 11m",
    passes: `streams:\n${kafka("s", "a", exactlyOnce(", transaction_timeout: 12m"))}${checkpoints(", min_pause: 10m, timeout: 1m")}${process()}`,
  },
  {
    name: "transactions without checkpoints",
    fails: `streams:\n${kafka("s", "a", exactlyOnce())}${process()}`,
    want: "E752 2: exactly_once",
    passes: `streams:\n${kafka("s", "a", exactlyOnce())}${checkpoints()}${process()}`,
  },
  {
    name: "an exactly-once sink under at-least-once checkpoints",
    fails: `streams:\n${kafka("s", "a", exactlyOnce())}${checkpoints(", mode: at_least_once")}${process()}`,
    want: "W755 2: exactly_once < 3: at_least_once",
    passes: `streams:\n${kafka("s", "a", exactlyOnce())}${checkpoints(", mode: exactly_once")}${process()}`,
  },
  {
    name: "a topic written exactly once and read uncommitted",
    fails: `streams:\n${kafka("s", "a", exactlyOnce())}${kafka("t", "a", "direction: source")}${checkpoints()}${process()}`,
    want: "W755 3: a < 2: exactly_once",
    passes: `streams:\n${kafka("s", "a", exactlyOnce())}${kafka("t", "a", "direction: source, consumer: { isolation_level: read_committed }")}${checkpoints()}${process()}`,
  },
  {
    name: "a topic of the same name on other brokers is another topic",
    fails: `streams:\n${kafka("s", "a", exactlyOnce())}${kafka("t", "a", "direction: source")}${checkpoints()}${process()}`,
    want: "W755 3: a < 2: exactly_once",
    passes: `streams:\n${kafka("s", "a", exactlyOnce())}${kafka("t", "a", "direction: source").replace("b:9092", "other:9092")}${checkpoints()}${process()}`,
  },
  {
    name: "retention that is shorter than recovery",
    fails: `streams:\n${kafka("s", "a", "direction: source, retention_ms: 600000")}${checkpoints()}${process()}`,
    want: "W755 2: 600000 < 3: 60s",
    passes: `streams:\n${kafka("s", "a", "direction: source, retention_ms: 660000")}${checkpoints()}${process()}`,
  },
  {
    name: "retention that is shorter than recovery after tolerated failures",
    fails: `streams:\n${kafka("s", "a", "direction: source, retention_ms: 660000")}${checkpoints(", tolerable_failed_checkpoints: 1")}${process()}`,
    want: "W755 2: 660000 < 3: 60s",
    passes: `streams:\n${kafka("s", "a", "direction: source, retention_ms: 660000")}${checkpoints(", tolerable_failed_checkpoints: 0")}${process()}`,
  },
  {
    name: "dead letters on a topic that is read",
    fails: `streams:\n${kafka("s", "a", "direction: source")}dead_letters: { d: { type: kafka, topic: a, brokers: "b:9092" } }\n${process()}`,
    want: "E753 3: a < 2: a",
    passes: `streams:\n${kafka("s", "a", "direction: source")}dead_letters: { d: { type: kafka, topic: d, brokers: "b:9092" } }\n${process()}`,
  },
  {
    name: "a stream's own dead letters on its topic",
    fails: `streams:\n${kafka("s", "a", "direction: source, error_handling: { deserialization: { action: dlq, dlq_topic: a } }")}${process()}`,
    want: "E753 2: a < 2: a",
    passes: `streams:\n${kafka("s", "a", "direction: source, error_handling: { deserialization: { action: dlq, dlq_topic: d } }")}${process()}`,
  },
  {
    name: "events of completed writes among the records",
    fails: `streams:\n${kafka("s", "a", "direction: sink, completion: { enabled: true, target: c }")}completions: { c: { type: kafka, topic: a, brokers: "b:9092", producer: { key_field: k } } }\n${checkpoints()}${process()}`,
    want: "E753 3: a < 2: a",
    passes: `streams:\n${kafka("s", "a", "direction: sink, completion: { enabled: true, target: c }")}completions: { c: { type: kafka, topic: e, brokers: "b:9092", producer: { key_field: k } } }\n${checkpoints()}${process()}`,
  },
  {
    name: "one topic written as json and read as avro",
    fails: `streams:\n${kafka("s", "a", "direction: sink, serialization: { value_format: json }")}${kafka("t", "a", "direction: source, serialization: { value_format: avro }")}${process()}`,
    want: "E753 3: avro < 2: json",
    passes: `streams:\n${kafka("s", "a", "direction: sink, serialization: { value_format: json }")}${kafka("t", "a", "direction: source, serialization: { value_format: string }")}${process()}`,
  },
  {
    name: "dead letters in the folder of checkpoints",
    fails: `dead_letters: { d: { type: s3, bucket: b, prefix: p/ } }\n${checkpoints()}${process()}`,
    want: "W755 1: p/ < 2: p",
    passes: `dead_letters: { d: { type: s3, bucket: b, prefix: d/ } }\n${checkpoints()}${process()}`,
  },
  {
    name: "two checkpoint bindings on one folder",
    fails: `checkpoints:\n  a: { type: s3, bucket: b, prefix: x, interval: 60s }\n  c: { type: s3, bucket: b, prefix: x/, interval: 60s }\nresources: { p: { checkpoint: a }, q: { checkpoint: c } }\n`,
    want: "W755 3: x/ < 2: x",
    passes: `checkpoints:\n  a: { type: s3, bucket: b, prefix: x, interval: 60s }\n  c: { type: s3, bucket: b, prefix: y, interval: 60s }\nresources: { p: { checkpoint: a }, q: { checkpoint: c } }\n`,
  },
  {
    name: "two readers of one exclusive subscription",
    fails: `streams:\n  s: { type: pulsar, topic: "persistent://a/b/c", service_url: "pulsar://h:6650", direction: source, consumer: { subscription_name: x, subscription_type: Exclusive } }\n  t: { type: pulsar, topic: "persistent://a/b/c", service_url: "pulsar://h:6650", direction: source, consumer: { subscription_name: x, subscription_type: Exclusive } }\n${checkpoints()}${process()}`,
    want: "E753 3: x < 2: x",
    passes: `streams:\n  s: { type: pulsar, topic: "persistent://a/b/c", service_url: "pulsar://h:6650", direction: source, consumer: { subscription_name: x, subscription_type: Exclusive } }\n  t: { type: pulsar, topic: "persistent://a/b/c", service_url: "pulsar://h:6650", direction: source, consumer: { subscription_name: y, subscription_type: Exclusive } }\n${checkpoints()}${process()}`,
  },
  {
    name: "two bindings of one registered Kinesis consumer",
    fails: `streams:\n  s: { type: kinesis, stream: k, region: us-east-1, account_id: "123456789012", direction: source, consumer: { type: enhanced_fan_out, consumer_name: x } }\n  t: { type: kinesis, stream: k, region: us-east-1, account_id: "123456789012", direction: source, consumer: { type: enhanced_fan_out, consumer_name: x } }\n${process()}`,
    want: "E753 3: x < 2: x",
    passes: `streams:\n  s: { type: kinesis, stream: k, region: us-east-1, account_id: "123456789012", direction: source, consumer: { type: enhanced_fan_out, consumer_name: x } }\n  t: { type: kinesis, stream: k, region: us-east-1, account_id: "123456789012", direction: source, consumer: { type: enhanced_fan_out, consumer_name: y } }\n${process()}`,
  },
  {
    name: "two readers of one topic in one group",
    fails: `streams:\n${kafka("s", "a", "direction: source, consumer: { group_id: g }")}${kafka("t", "a", "direction: source, consumer: { group_id: g }")}${process()}`,
    want: "W755 3: g < 2: g",
    passes: `streams:\n${kafka("s", "a", "direction: source, consumer: { group_id: g }")}${kafka("t", "a", "direction: source, consumer: { group_id: h }")}${process()}`,
  },
  {
    name: "a minimum of in-sync replicas above their number",
    fails: `streams:\n${kafka("s", "a", "direction: sink, min_insync_replicas: 4")}${process()}`,
    want: "E753 2: 4 < 2: 3",
    passes: `streams:\n${kafka("s", "a", "direction: sink, min_insync_replicas: 2")}${process()}`,
  },
  {
    name: "a target of completions that is not bound",
    fails: `streams:\n${kafka("s", "a", "direction: sink, completion: { enabled: true, target: zz }")}${process()}`,
    want: "E760 2: zz",
    passes: `streams:\n${kafka("s", "a", "direction: sink, completion: { enabled: true, target: c }")}completions: { c: { type: kafka, topic: e, brokers: "b:9092", producer: { key_field: k } } }\n${checkpoints()}${process()}`,
  },
  {
    name: "dead letters without a place",
    fails: `streams:\n${kafka("s", "a", "direction: source, error_handling: { deserialization: { action: dlq } }")}${process()}`,
    want: "E752 2: dlq",
    passes: `streams:\n${kafka("s", "a", "direction: source, error_handling: { deserialization: { action: dlq } }")}dead_letters: { d: { type: kafka, topic: d, brokers: "b:9092" } }\n${process()}`,
  },
  {
    name: "more parallel instances than partitions",
    fails: `streams:\n${kafka("s", "a", "direction: source")}resources: { p: { parallelism: 9, task_memory: 4gb } }\n`,
    want: "W755 3: 9 < 2: 8",
    passes: `streams:\n${kafka("s", "a", "direction: source")}resources: { p: { parallelism: 8, task_memory: 4gb } }\n`,
  },
  {
    name: "more parallel instances than partitions, but for the source's operator",
    fails: `streams:\n${kafka("s", "a", "direction: source")}resources: { p: { parallelism: 16, task_memory: 4gb, operators: { source: { parallelism: 9 } } } }\n`,
    want: "W755 3: 16 < 2: 8",
    passes: `streams:\n${kafka("s", "a", "direction: source")}resources: { p: { parallelism: 16, task_memory: 4gb, operators: { source: { parallelism: 8 } } } }\n`,
  },
  {
    name: "few parallel instances for many partitions",
    fails: `streams:\n${kafka("s", "a", "direction: source")}resources: { p: { parallelism: 1, task_memory: 4gb } }\n`,
    want: "W010 3: 1 < 2: 8",
    passes: `streams:\n${kafka("s", "a", "direction: source")}resources: { p: { parallelism: 2, task_memory: 4gb } }\n`,
  },
  {
    name: "parallelism above max_parallelism",
    fails: process(", max_parallelism: 3"),
    want: "E753 1: 4 < 1: 3",
    passes: process(", max_parallelism: 4"),
  },
  {
    name: "scaling beyond max_parallelism",
    fails: `${process(", max_parallelism: 8")}${kubernetes("scaling: { type: horizontal, min_replicas: 1, max_replicas: 9, metrics: [ { type: cpu, target_utilization: 70 } ] }")}`,
    want: "W958 2: 9 < 1: 8",
    passes: `${process(", max_parallelism: 9")}${kubernetes("scaling: { type: horizontal, min_replicas: 1, max_replicas: 9, metrics: [ { type: cpu, target_utilization: 70 } ] }")}`,
  },
  {
    name: "scaling without max_parallelism",
    fails: `${process()}${kubernetes("scaling: { type: horizontal, min_replicas: 1, max_replicas: 9, metrics: [ { type: cpu, target_utilization: 70 } ] }")}`,
    want: "W908 2: scaling",
    passes: `${process(", max_parallelism: 9")}${kubernetes("scaling: { type: horizontal, min_replicas: 1, max_replicas: 9, metrics: [ { type: cpu, target_utilization: 70 } ] }")}`,
  },
  {
    name: "pods that do not fit into the quota of memory",
    fails: `${process()}${kubernetes("native: { quotas: { memory: 8gb } }")}`,
    want: "E754 2: 8gb < 1: 4",
    passes: `${process()}${kubernetes("native: { quotas: { memory: 20gb } }")}`,
  },
  {
    name: "pods that do not fit into the quota of cores",
    fails: `${process()}${kubernetes("native: { quotas: { cpu: 4 } }")}`,
    want: "E754 2: 4 < 1: 4",
    passes: `${process()}${kubernetes("native: { quotas: { cpu: 5 } }")}`,
  },
  {
    name: "a slot that does not fit into its task manager",
    fails: `${process()}${kubernetes("task_manager: { resources: { memory: 2gb } }")}`,
    want: "E902 1: 4gb < 2: 2gb",
    passes: `${process()}${kubernetes("task_manager: { resources: { memory: 8gb } }")}`,
  },
  {
    name: "processes above the quota of a team",
    fails: `resources: { p: { parallelism: 4, task_memory: 4gb }, _quotas: { t: { max_total_memory: 8gb } } }\n`,
    want: "E754 1: 8gb < 1: p",
    passes: `resources: { p: { parallelism: 2, task_memory: 4gb }, _quotas: { t: { max_total_memory: 8gb } } }\n`,
  },
  {
    name: "fewer task managers than the parallelism needs",
    fails: `resources: { p: { parallelism: 8, task_memory: 4gb }, _task_managers: { count: 1, slots_per_manager: 4 } }\n`,
    want: "W906 1: 1 < 1: 8",
    passes: `resources: { p: { parallelism: 8, task_memory: 4gb }, _task_managers: { count: 2, slots_per_manager: 4 } }\n`,
  },
  {
    name: "fewer slots of hosts than the parallelism needs",
    fails: `${process()}deployment: { type: standalone, cluster: { job_manager: { host: a }, task_managers: [ { host: b, slots: 2 } ] } }\n`,
    want: "E914 1: 4 < 2: 2",
    passes: `${process()}deployment: { type: standalone, cluster: { job_manager: { host: a }, task_managers: [ { host: b, slots: 4 } ] } }\n`,
  },
  {
    name: "acknowledgements that come later than their timeout",
    fails: `streams:\n  s: { type: pulsar, topic: "persistent://a/b/c", service_url: "pulsar://h:6650", direction: source, consumer: { subscription_name: x, subscription_type: Exclusive, acknowledgment_timeout: 30s } }\n${checkpoints()}${process()}`,
    want: "E754 2: 30s < 3: 60s",
    passes: `streams:\n  s: { type: pulsar, topic: "persistent://a/b/c", service_url: "pulsar://h:6650", direction: source, consumer: { subscription_name: x, subscription_type: Exclusive, acknowledgment_timeout: 2m } }\n${checkpoints()}${process()}`,
  },
  {
    name: "an alert on more failures than there are checkpoints",
    fails: `${checkpoints().replace("60s", "30m")}${process()}${alert("checkpoint_failures > 3 in 10m")}`,
    want: "W779 3: 10m < 1: 30m",
    passes: `${checkpoints().replace("60s", "3m")}${process()}${alert("checkpoint_failures > 3 in 10m")}`,
  },
  {
    name: "an alert on checkpoints that no window holds",
    fails: `${checkpoints().replace("60s", "30m")}${process()}${alert("checkpoints_completed < 1 in 10m")}`,
    want: "W779 3: 10m < 1: 30m",
    passes: `${checkpoints().replace("60s", "10m")}${process()}${alert("checkpoints_completed < 1 in 10m")}`,
  },
  {
    name: "an alert on checkpoints slower than their timeout",
    fails: `${checkpoints(", timeout: 5m")}${process()}${alert("checkpoint_duration > 5m for 2m")}`,
    want: "W779 3: 5m < 1: 5m",
    passes: `${checkpoints(", timeout: 6m")}${process()}${alert("checkpoint_duration > 5m for 2m")}`,
  },
  {
    name: "an alert on an age that every checkpoint reaches",
    fails: `${checkpoints().replace("60s", "30m")}${process()}${alert("checkpoint_age > 20m")}${kubernetes('flink_version: "2.0"')}`,
    want: "W779 3: 20m < 1: 30m",
    passes: `${checkpoints().replace("60s", "10m")}${process()}${alert("checkpoint_age > 20m")}${kubernetes('flink_version: "2.0"')}`,
  },
  {
    name: "a window that is shorter than two scrapes",
    fails: `${checkpoints()}${process()}${alert("checkpoint_failures > 0 in 1m")}`,
    want: "W775 3: 1m",
    passes: `${checkpoints()}${process()}${alert("checkpoint_failures > 0 in 5m")}`,
  },
  {
    name: "a Secret of another namespace",
    fails: `secrets: { x: { provider: kubernetes, namespace: other, secret_name: k, keys: [u] } }\n${process()}${kubernetes("mode: application")}`,
    want: "N941 1: other < 3: n",
    passes: `secrets: { x: { provider: kubernetes, namespace: n, secret_name: k, keys: [u] } }\n${process()}${kubernetes("mode: application")}`,
  },
  {
    name: "one name for several YARN applications",
    fails: `resources:\n  p: { task_memory: 4gb }\n  q: { task_memory: 4gb }\ndeployment: { type: yarn, mode: application, application: { name: x } }\n`,
    want: "W755 4: x < 3: q",
    passes: `resources:\n  p: { task_memory: 4gb }\n  q: { task_memory: 4gb }\ndeployment: { type: yarn, mode: application, application: { type: x } }\n`,
  },
];

testCrossChecks(rows);
