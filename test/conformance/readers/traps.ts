// Text that one reader of YAML takes for something else than another, as values and as keys in files of
// every generator that prints YAML.

/** Words of YAML 1.1 or 1.2, numbers in every base, dates, and what the grammar itself uses. */
export const traps: readonly string[] = [
  ..."yes Yes no NO on off y n true False null ~ .inf .nan -.INF = << ? - -- | > ! & * % @ ` :".split(
    " ",
  ),
  ..."0755 0o17 0x1F 0b11 1_000 1e3 1E3 1. +1 .5 -0 12:30:45 190:20:30 1:20 6.5e+2 0777 08 1,000".split(
    " ",
  ),
  ..."2024-01-01 2001-12-14t21:59:43.10-05:00 --- ... !!str !x &a *a {a} [a] {{a}} #a".split(" "),
  "2001-12-14 21:59:43.10 -5",
  "a: b",
  "a #b",
  "a:",
  "- a",
  "? a",
  "",
  " a ",
  "it's",
  'say "a"',
  "back\\slash",
  "a\nb",
  "a\n\n  b\n",
  "tab\tbed",
  "\u00e9\u2028\u0085\ufeff",
  "\u{1f600}",
];

/** Of those, what stands on one line in every form of a Flink configuration. */
const lines = traps.filter((text) => /^[^\s\p{C}#]+(?: [^\s\p{C}#]+)*$/u.test(text));

/** Of those, what a name in Kubernetes may be. */
const keys = traps.filter((text) => /^[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?$/u.test(text));

function entries(pairs: readonly (readonly [string, string])[]): string {
  return `{${pairs.map(([key, value]) => `${scalar(key)}: ${scalar(value)}`).join(", ")}}`;
}

/** Characters that our own files take as escapes only are written so. */
function scalar(text: string): string {
  return JSON.stringify(text).replace(
    /[\u0080-\u00ff\u2028\ufeff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

const annotations = entries([
  ...traps.map((text, index) => [`trap-${index}`, text] as const),
  ...keys.map((key) => [key, key] as const),
]);
const labels = entries(lines.map((text, index) => [`trap_${index}`, text]));
const podLabels = entries(keys.map((key) => [key, key]));

/** An option that takes any text, with a process for each trap. */
const processes = lines.map(
  (text, index) =>
    `  p${index}: {task_memory: 2gb, flink_options: {env.log.level: ${scalar(text)}}}`,
);

/** The text of an `.infra` file. */
export const trapsText = `
version: "1.0"
environment: traps
streams:
  incoming: {type: kafka, topic: "on", brokers: "kafka.example.com:9092", partitions: 1, replication: 1, consumer: {group_id: "0755"}, acl: {read: ["User:yes", "User:12:30:45"]}}
checkpoints:
  main: {type: s3, bucket: traps, prefix: p, checkpoint: {interval: 60s}}
state_backends: {default: {type: rocksdb}}
resources:
  _defaults: {parallelism: 1, checkpoint: main}
${processes.join("\n")}
monitoring:
  metrics: {type: prometheus, labels: ${labels}}
  notifications: {channels: ["slack://off"]}
  alerts:
    - {name: "yes", condition: "restarts > 3 in 10m", severity: critical, channels: ["slack://off"]}
    - {name: "12:30:45", condition: "restarts > 3 in 10m", severity: critical, channels: ["slack://off"]}
deployment:
  type: kubernetes
  namespace: "null"
  image: {repository: registry.example.com/traps, tag: "1e3"}
  pod_template:
    metadata: {annotations: ${annotations}, labels: ${podLabels}}
`;
