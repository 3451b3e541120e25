// Which generators a property concerns, by hand: each of them must give it an effect, refuse it or say
// why it has none. The measured part of the coverage table beside this file is held to it by a test.

/** Why a generator has nothing to do with a property. */
export const reasons = {
  job: "a matter of the job's own code, which the generator java writes",
  brokers: "a matter of topics and streams on the brokers, which kafka-topics creates",
  flink: "a matter of Flink's configuration and of the processes that run it",
  alerts: "a matter of alert rules, which prometheus-rules writes",
  delivery: "a matter of how credentials reach the running processes",
  regions: "a matter of taking over from a region, which the runbook of failover tells",
  pipeline: "a matter of the pipeline that deploys, which ci-cd writes",
  target: "a matter of one deployment type; a file of another one cannot hold it",
  model: "used while a file is read and checked, before any generator runs",
} as const;

/** What the property is about; generators that it does not concern are told of it in these words. */
export type Subject = keyof typeof reasons;

/** What a property is about, and who must act on it. */
export interface Concern {
  readonly subject: Subject;
  /** Ids of generators; `model` is what every command checks. */
  readonly generators: readonly string[];
}

const hosts = ["yarn", "standalone", "compose"];
const flinkFamily = ["flink-conf", "k8s", ...hosts];

const model: Concern = { subject: "model", generators: ["model"] };
const job: Concern = { subject: "job", generators: ["java"] };
const brokers: Concern = { subject: "brokers", generators: ["kafka-topics"] };
const jobAndBrokers: Concern = { subject: "job", generators: ["java", "kafka-topics"] };
const flink: Concern = { subject: "flink", generators: flinkFamily };
const starting: Concern = { subject: "flink", generators: ["k8s", ...hosts] };
const runbook: Concern = { subject: "regions", generators: ["failover"] };
const pipeline: Concern = { subject: "pipeline", generators: ["ci-cd"] };
const alerts: Concern = { subject: "alerts", generators: ["prometheus-rules"] };
const delivery: Concern = { subject: "delivery", generators: ["k8s", ...hosts] };
/** Where a value is kept: elsewhere people fill variables and files from there by themselves. */
const store: Concern = { subject: "delivery", generators: ["k8s"] };
const target = (...generators: readonly string[]): Concern => ({ subject: "target", generators });

const topicKeys =
  "partitions|replication|retention_ms|min_insync_replicas|cleanup_policy|retention_bytes|segment_ms|" +
  "segment_bytes|max_message_bytes|min_compaction_lag|max_compaction_lag|delete_retention|" +
  "min_cleanable_ratio|topic_compression|timestamp_type|unclean_leader_election|acl\\..*|" +
  "shard_count|retention_hours|encryption|kms_key_id|retention_time|retention_size|compaction|admin_url";

/** The first row that matches counts. Keys are those of the coverage table. */
const rows: readonly (readonly [pattern: RegExp, concern: Concern])[] = [
  [/^secrets\.<vault>\.(?:regional|path_template)$/u, store],
  [/^regions\.role$/u, starting],
  [/^streams\.<mongodb_sink>\.direction$/u, model],
  [/^accept_warnings\.reason$/u, { subject: "model", generators: ["flink-conf", "k8s"] }],
  [/\.(?:regional|multi_region)$|^lookups\.<redis>\.global\./u, model],
  [/^regions\.(?:priority|failover\.)|^failover\.(?:detection|promotion|traffic)\./u, runbook],
  [/^(?:regions|failover|accept_warnings)\./u, model],
  [
    /^(?:streams|dead_letters|completions)\.<[a-z0-9]+>\.(?:topic|brokers|stream|region|account_id|service_url)$/u,
    jobAndBrokers,
  ],
  [
    new RegExp(
      `^(?:streams|dead_letters|completions)\\.<(?:kafka|kinesis|pulsar)>\\.(?:${topicKeys})$`,
      "u",
    ),
    brokers,
  ],
  [/\.mirror\.source$/u, model],
  [/^streams\.<(?:mongodb_sink|kinesis|pulsar)>\.mirror\./u, job],
  [/^streams\.<kafka>\.mirror\./u, jobAndBrokers],
  [/^(?:streams|lookups|dead_letters|completions)\./u, job],
  [/^checkpoints\..*\.monitoring\.alerts\./u, alerts],
  [/^resources\.parallelism\.min$/u, starting],
  [
    /^resources\.(?:_(?:task_managers|job_manager)\.cpu|task_cpu|(?:kubernetes\.cpu|constraints|auto_scale)\..*)$/u,
    starting,
  ],
  [/^resources\._quotas\.|^resources\.limits\./u, model],
  [/^resources\.(?:jar|main_class|args)$/u, starting],
  [/^resources\.monitoring\.alerts/u, alerts],
  [/^(?:checkpoints|state_backends|resources)\./u, flink],
  [/^monitoring\.(?:alerts|default_alerts|notifications)/u, alerts],
  [/^monitoring\.metrics\.<[a-z]+>\.path$/u, { subject: "flink", generators: ["k8s"] }],
  [/^monitoring\.metrics\.<[a-z]+>\.federation/u, starting],
  [/^monitoring\./u, flink],
  [/^secrets\..*\.(?:regional|path_template|regions)$|^secrets\.<env>\.keys$/u, model],
  [/^secrets\._config\.default_provider$/u, model],
  [
    /^secrets\.(?:_config\.audit|<[a-z_]+>\.(?:cache|rotation|on_missing|retry|fallback|renewal|lease|_group))\b/u,
    delivery,
  ],
  [/^secrets\.<env>\.(?:variables?|keys)$/u, delivery],
  [/^secrets\./u, store],
  [/^deployment\.<[a-z_]+>\.ci_cd\./u, pipeline],
  [/^deployment\.<kubernetes>\./u, target("k8s")],
  [/^deployment\.<yarn>\./u, target("yarn")],
  [/^deployment\.<standalone>\./u, target("standalone")],
  [/^deployment\.<docker_compose>\./u, target("compose")],
];

/** What `key`, a key of the coverage table, is about. Throws for a key that no row matches. */
export function concernOf(key: string): Concern {
  const found = rows.find(([pattern]) => pattern.test(key));
  if (found === undefined) throw new Error(`no row says what "${key}" concerns`);
  return found[1];
}
