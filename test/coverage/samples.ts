// What the property table cannot tell about a sample: names that must exist, settings beside it that it
// needs, values that mean something.
import type { Tree } from "./trees.js";

/** How a property is measured where the general way does not do. */
export interface Sample {
  readonly values?: readonly Tree[];
  /** Values beside it, by path from the top with slashes. */
  readonly with?: Readonly<Record<string, Tree>>;
  /** Values in the same mapping. */
  readonly beside?: Readonly<Record<string, Tree>>;
  /** Only in the base files whose names start so. */
  readonly base?: string;
  /** Where it stands in the base file, with slashes, where that is not the binding itself: below a region. */
  readonly at?: string;
  /** Findings that match are about it, too, though they do not name it. */
  readonly about?: RegExp;
  /** Refusing it, or refusing something else because of it, is all that can be done with it. */
  readonly refused?: true;
}

const roles = ["arn:aws:iam::123456789012:role/one", "arn:aws:iam::123456789012:role/two"];
const paths = ["/etc/one", "/etc/two"];
const hosts = ["four.example.com", "five.example.com"];
const twoRegions = {
  regions: {
    one: { name: "eu-west-1", role: "active" },
    two: { name: "eu-west-2", role: "active" },
  },
};
const argoApplication = {
  type: "argocd",
  application: {
    name: "zero",
    project: "zero",
    source: { repo_url: "https://git.example.com/zero.git", path: "out" },
  },
};
const mounts = [["./one:/one"], ["./two:/two"]];

const samples: readonly (readonly [key: RegExp, sample: Sample])[] = [
  [/\.segment_bytes$/u, { values: [2097152, 4194304] }],
  [/\.completion\.target$/u, { values: ["done_too"] }],
  [/^streams\.<kinesis>\.region$/u, { values: ["us-east-1", "us-west-2"] }],
  [/^streams\..*\.role_arn$/u, { values: roles }],
  [
    /^streams\.<kinesis>\.credentials\.profile$/u,
    { with: { "streams/kinesis_read/credentials": { type: "profile", profile: "zero" } } },
  ],
  [/^streams\.<pulsar>\.auth\.token$/u, { values: ["secret://login/one", "secret://login/two"] }],
  [/^dead_letters\.<s3>\.format$/u, { refused: true }],
  [
    /^streams\.<kafka>\.mirror\.enabled/u,
    { base: "regions", at: "streams/of_regions/eu-west-1/mirror/enabled" },
  ],
  [
    /^streams\.<kinesis>\.mirror\.enabled/u,
    { base: "regions", at: "streams/kinesis_of_regions/eu-west-1/mirror/enabled" },
  ],
  [
    /^streams\.<pulsar>\.mirror\.enabled/u,
    { base: "regions", at: "streams/pulsar_of_regions/eu-west-1/mirror/enabled" },
  ],
  [
    /^streams\.<mongodb_sink>\.mirror\.enabled/u,
    { base: "regions", at: "streams/documents_of_regions/eu-west-1/mirror/enabled" },
  ],

  [/^lookups\.<[a-z]+>\.auth\.(?:password|username)$/u, { base: "lookups-secured" }],
  [
    /^lookups\.<[a-z]+>\.auth\.(?:primary|secondary|fallback_enabled)$/u,
    { base: "lookups-rotating", values: ["secret://login", "secret://login_too", true, false] },
  ],
  [/^lookups\.<mongodb>\.tls\.allow_invalid_certificates$/u, { refused: true }],
  [
    /^lookups\.<elasticsearch>\.auth\.type$/u,
    { base: "lookups-secured", with: { "lookups/search/auth/api_key": "secret://login/zero" } },
  ],
  [/^lookups\.<elasticsearch>\.ssl\.enabled$/u, { base: "lookups-secured", refused: true }],
  [/\.mirror\.source$/u, { base: "regions", refused: true }],
  [/^lookups\.<[a-z]+>\.(?:tls|ssl)\./u, { base: "lookups-secured" }],
  [/^lookups\.<redis>\.sentinel\./u, { base: "lookups-secured" }],
  [/^lookups\.<redis>\.global\./u, { refused: true }],
  [/^lookups\.<(?:redis|postgresql|cassandra|elasticsearch)>\.global$/u, { values: [true, false] }],
  [/^lookups\.<mongodb>\.global$/u, { base: "lookups", values: [true, false] }],
  [/^lookups\.<mongodb>\.global\./u, { base: "regions" }],
  [
    /^lookups\.<redis>\.(?:primary|replicas\[\])\.region$/u,
    { base: "regions", values: ["eu-west-1", "eu-central-1"] },
  ],
  [/^lookups\.<redis>\.connection\.socket_timeout$/u, { values: ["2s", "3s"] }],
  [
    /^lookups\.<postgresql>\.query\.sql$/u,
    {
      values: ["SELECT a FROM one WHERE id = ?", "SELECT a FROM two WHERE id = ?"],
      with: { "lookups/merchants/query": {} },
    },
  ],
  [
    /^lookups\.<elasticsearch>\.query\.template$/u,
    {
      values: ['{"term":{"one":"{{customer_id}}"}}', '{"term":{"two":"{{customer_id}}"}}'],
      base: "lookups",
    },
  ],
  [
    /^deployment\.<yarn>\.multi_region$/u,
    {
      base: "regions",
      refused: true,
      with: {
        deployment: {
          type: "yarn",
          multi_region: true,
          queue: "a",
          "eu-west-1": { ha: { enabled: false } },
        },
      },
    },
  ],
  [
    /^deployment\.<standalone>\.multi_region$/u,
    {
      base: "regions",
      refused: true,
      with: {
        deployment: {
          type: "standalone",
          multi_region: true,
          job_manager: "one:8081",
          "eu-west-1": { ha: { enabled: false } },
        },
      },
    },
  ],
  [
    /^deployment\.<docker_compose>\.multi_region$/u,
    {
      base: "regions",
      refused: true,
      with: {
        deployment: {
          type: "docker_compose",
          multi_region: true,
          compose: {},
          "eu-west-1": { ha: { enabled: false } },
        },
      },
    },
  ],
  [
    /^(?!secrets|monitoring\.\w+\.<(?:datadog|cloudwatch|jaeger|zipkin)>)\S*\.(?:regional|multi_region)$/u,
    { base: "regions", refused: true },
  ],
  [/^regions\.(?:priority|failover\.\w+)$/u, { base: "regions-hinting" }],
  [/^regions\.data_residency$/u, { values: ["US"], about: /takes data out of/u }],
  [/^regions\.name$/u, { refused: true }],
  [/^streams\.<mongodb_sink>\.direction$/u, { refused: true }],
  [/^failover\.(?:primary|secondary)$/u, { refused: true }],
  [/^accept_warnings\.code$/u, { values: ["W704"], about: /accepted warning/u }],
  [/^accept_warnings\.path$/u, { values: ["resources.none"], about: /accepted warning/u }],

  [
    /^checkpoints\..*\.recovery\.from_savepoint\.allow_non_restored$/u,
    { beside: { path: "s3://states/savepoints/one" } },
  ],
  [
    /^checkpoints\..*\.checkpoint\.max_concurrent$/u,
    { beside: { alignment: { type: "aligned" } } },
  ],
  [
    /^checkpoints\.<s3>\.auth\.type$/u,
    { beside: { role_arn: roles[0] ?? "" }, values: ["assume_role", "instance_profile"] },
  ],
  [/^checkpoints\.<s3>\.auth\.access_key$/u, { beside: { type: "static", secret_key: "${ZERO}" } }],
  [/^checkpoints\.<s3>\.auth\.secret_key$/u, { beside: { type: "static", access_key: "${ZERO}" } }],
  [/^checkpoints\.<s3>\.auth\.role_arn$/u, { beside: { type: "assume_role" }, values: roles }],
  [/^checkpoints\.<s3>\.encryption\.kms_key_id$/u, { beside: { type: "sse_kms" } }],
  [
    /^checkpoints\.<s3>\.replication\.destination_region$/u,
    {
      base: "flink",
      with: twoRegions,
      beside: { enabled: true, destination_bucket: "zero" },
      values: ["eu-west-1", "eu-west-2"],
    },
  ],
  [
    /^checkpoints\.<s3>\.replication\./u,
    {
      base: "flink",
      with: twoRegions,
      beside: { enabled: true, destination_bucket: "zero", destination_region: "eu-west-2" },
    },
  ],
  [
    /^checkpoints\.<hdfs>\.kerberos\.enabled$/u,
    { beside: { principal: "flink@EXAMPLE.COM", keytab: "/etc/zero" } },
  ],
  [
    /^checkpoints\.<hdfs>\.kerberos\.principal$/u,
    {
      beside: { enabled: true, keytab: "/etc/zero" },
      values: ["one@EXAMPLE.COM", "two@EXAMPLE.COM"],
    },
  ],
  [
    /^checkpoints\.<hdfs>\.kerberos\.keytab$/u,
    { beside: { enabled: true, principal: "flink@EXAMPLE.COM" }, values: paths },
  ],
  [/^checkpoints\.<gcs>\.auth\.type$/u, { beside: { key_file: "/etc/zero" } }],
  [/^checkpoints\.<gcs>\.auth\.key_file$/u, { beside: { type: "service_account" }, values: paths }],
  [/^checkpoints\.<azure_blob>\.azure\.auth_type$/u, { beside: { account_key: "${ZERO}" } }],
  [/^checkpoints\.<azure_blob>\.azure\.account_key$/u, { beside: { auth_type: "account_key" } }],

  [/^state_backends\.<(?!external)[a-z]+>\.ttl\.enabled$/u, { beside: { default_ttl: "1d" } }],
  [
    /^state_backends\.<rocksdb>\.storage\.local_directories$/u,
    { values: [["/mnt/one"], ["/mnt/two"]] },
  ],
  [
    /^state_backends\.<rocksdb>\.storage\.encryption\./u,
    { beside: { enabled: true, key_provider: "aws_kms", kms_key_id: "zero" } },
  ],
  [
    /^state_backends\.<hashmap>\.memory\.max_heap_size$/u,
    { values: ["1mb", "64gb"], refused: true },
  ],
  [/^state_backends\.<external>\.(?:redis|ignite|ttl)\./u, { refused: true }],

  [
    /^state_backends\.<rocksdb>\.options\.block_cache_size$/u,
    { base: "flink", with: { "state_backends/on_disk/memory": { managed: false } } },
  ],
  [/^state_backends\.<rocksdb>\.memory\.per_slot$/u, { beside: { managed: false } }],
  [/^resources\.auto_scale\.cooldown_period$/u, { base: "scaled" }],
  [
    /^resources\._task_managers\.memory\.total$/u,
    { base: "cluster", with: { "resources/one": { parallelism: 4 } }, values: ["10gb", "12gb"] },
  ],
  [/^resources\._group$/u, { values: ["fast"], base: "sizing" }],
  [
    /^resources\.flink_options$/u,
    { values: [{ "web.timeout": "60001" }, { "web.timeout": "60002" }] },
  ],
  [/^resources\.network\.memory_segment_size$/u, { values: ["64kb", "128kb"] }],
  [/^resources\.monitoring\.alerts\[\]\.condition$/u, { values: ["heap_used > 600000000"] }],
  [/^resources\.auto_size\.based_on$/u, { beside: { events_per_second: 10 } }],
  [/^resources\.parallelism\.(?:min|max|initial)$/u, { base: "scaled", values: [3, 6] }],
  [/^resources\.limits\.max_parallelism$/u, { values: [2], base: "sizing", refused: true }],
  [/^resources\.limits\.max_task_memory$/u, { values: ["1gb"], base: "sizing", refused: true }],
  [/^resources\.limits\.max_task_cpu$/u, { values: [0.5], base: "sizing", refused: true }],
  [/^resources\._quotas\.max_total_parallelism$/u, { values: [2], refused: true }],
  [/^resources\._quotas\.max_total_memory$/u, { values: ["1gb"], refused: true }],
  [
    /^resources\._quotas\.max_processes$/u,
    {
      values: [1],
      with: { "resources/two": { task_memory: "2gb" } },
      base: "cluster",
      refused: true,
    },
  ],
  [/^resources\._job_manager\.ha\.type$/u, { refused: true }],

  [
    /^secrets\..*\.fallback\.(?:provider|variable)$/u,
    { beside: { provider: "env", variable: "ZERO" }, values: ["env", "ONE"] },
  ],
  [/^secrets\..*\.fallback\.path$/u, { beside: { provider: "vault" } }],
  [
    /^secrets\..*\.fallback\.(?:secret_id|region)$/u,
    { beside: { provider: "aws_secrets_manager", secret_id: "zero", region: "eu-west-1" } },
  ],
  [
    /^secrets\..*\.fallback\.name$/u,
    { beside: { provider: "aws_parameter_store", region: "eu-west-1" } },
  ],
  [
    /^secrets\..*\.fallback\.(?:namespace|secret_name|key)$/u,
    { beside: { provider: "kubernetes", namespace: "zero", secret_name: "zero", key: "password" } },
  ],
  [
    /^secrets\..*\.fallback\.vault_url$/u,
    { beside: { provider: "azure_key_vault", secret_name: "zero" } },
  ],
  [
    /^secrets\..*\.fallback\.(?:project|secret)$/u,
    { beside: { provider: "gcp_secret_manager", project: "zero", secret: "zero" } },
  ],
  [/^secrets\..*\._group$/u, { values: ["rotating"] }],
  [/^secrets\.<env>\.keys$/u, { values: [["other"]], refused: true }],
  [/^secrets\..*\.keys$/u, { values: [["password", "other"]] }],
  [/^secrets\.<(?!vault)[a-z_]+>\.regional$/u, { refused: true }],
  [
    /^secrets\..*\.regional$/u,
    {
      with: { regions: { one: { name: "eu-west-1", role: "active" } } },
      beside: { path_template: "secret/data/{region}/login" },
    },
  ],
  [
    /^secrets\.<vault>\.path_template$/u,
    {
      values: ["secret/data/{region}/one", "secret/data/{region}/two"],
      with: { regions: { one: { name: "eu-west-1", role: "active" } } },
      beside: { regional: true },
    },
  ],
  [
    /^secrets\..*\.regions$/u,
    {
      refused: true,
      values: [["eu-west-1"], ["eu-west-2"]],
      with: {
        regions: {
          one: { name: "eu-west-1", role: "active" },
          two: { name: "eu-west-2", role: "active" },
        },
      },
    },
  ],
  [/^secrets\.<(?:kubernetes|env)>\.cache\.enabled$/u, {}],
  [/^secrets\..*\.cache\.enabled$/u, { beside: { ttl: "10m" } }],
  [
    /^secrets\..*\.on_missing\.(?:message|default_value)$/u,
    { beside: { action: "default", default_value: "${ZERO}" } },
  ],
  [/^secrets\..*\.on_missing\.action$/u, { beside: { default_value: "${ZERO}" } }],
  [
    /^secrets\.<vault>\.auth\.(?:role_id|secret_id)$/u,
    { beside: { method: "approle", role_id: "zero", secret_id: "${ZERO}" } },
  ],
  [
    /^secrets\.<vault>\.auth\.method$/u,
    { beside: { role: "zero", role_id: "zero", secret_id: "${ZERO}" } },
  ],
  [/^secrets\.<vault>\.type$/u, { base: "secrets-dynamic" }],
  [
    /^secrets\.<aws_[a-z_]+>\.auth\.type$/u,
    { beside: { role_arn: roles[0] ?? "" }, values: ["assume_role", "instance_profile"] },
  ],
  [/^secrets\.<aws_[a-z_]+>\.auth\.role_arn$/u, { beside: { type: "assume_role" }, values: roles }],
  [
    /^secrets\.<azure_key_vault>\.auth\.(?:tenant_id|client_id|client_secret|type)$/u,
    {
      beside: {
        type: "service_principal",
        tenant_id: "zero",
        client_id: "zero",
        client_secret: "${ZERO}",
      },
    },
  ],
  [
    /^secrets\.<gcp_secret_manager>\.auth\.key_file$/u,
    { beside: { type: "service_account" }, values: paths },
  ],
  [/^secrets\.<gcp_secret_manager>\.auth\.type$/u, { beside: { key_file: "/etc/zero" } }],
  [
    /^secrets\.<(?:kubernetes|azure_key_vault)>\.(?:secret_name|namespace)$/u,
    { values: ["one", "two"] },
  ],
  [
    /^secrets\.<env>\.variable$/u,
    {
      with: { "secrets/of_variable": { provider: "env", variable: "ZERO" } },
      values: ["ONE", "TWO"],
    },
  ],
  [/^secrets\.<env>\.variables$/u, { values: [{ password: "ONE" }, { password: "TWO" }] }],
  [
    /^secrets\._config\.default_provider$/u,
    {
      with: { "secrets/of_default": { path: "secret/data/login", keys: ["password"] } },
      refused: true,
    },
  ],

  [
    /^monitoring\.metrics\.<datadog>\.regional$/u,
    { base: "regions", refused: true, with: { "monitoring/metrics/type": "datadog" } },
  ],
  [
    /^monitoring\.metrics\.<cloudwatch>\.regional$/u,
    { base: "regions", refused: true, with: { "monitoring/metrics/type": "cloudwatch" } },
  ],
  [
    /^monitoring\.tracing\.<jaeger>\.regional$/u,
    { base: "regions", refused: true, with: { "monitoring/tracing/type": "jaeger" } },
  ],
  [
    /^monitoring\.tracing\.<zipkin>\.regional$/u,
    { base: "regions", refused: true, with: { "monitoring/tracing/type": "zipkin" } },
  ],
  [
    /^monitoring\.metrics\.<datadog>\./u,
    { base: "monitoring", with: { "monitoring/metrics": { type: "datadog" } } },
  ],
  [
    /^monitoring\.metrics\.<cloudwatch>\./u,
    { base: "monitoring", with: { "monitoring/metrics": { type: "cloudwatch" } } },
  ],
  [
    /^monitoring\.tracing\.<(?:jaeger)>\.endpoint/u,
    {
      base: "monitoring",
      values: ["http://one:4317", "http://two:4317"],
      with: {
        "deployment/flink_version": "2.1",
        "monitoring/tracing": { type: "jaeger", endpoint: "http://zero:4317" },
      },
    },
  ],
  [
    /^monitoring\.tracing\.<(?:zipkin)>\.endpoint/u,
    {
      base: "monitoring",
      values: ["http://one:4317", "http://two:4317"],
      with: {
        "deployment/flink_version": "2.1",
        "monitoring/tracing": { type: "zipkin", endpoint: "http://zero:4317" },
      },
    },
  ],
  [
    /^monitoring\.tracing\.<otel>\.endpoint/u,
    {
      base: "monitoring",
      values: ["http://one:4317", "http://two:4317"],
      with: { "deployment/flink_version": "2.1" },
    },
  ],
  [
    /^monitoring\.tracing\.<jaeger>\./u,
    {
      base: "monitoring",
      with: { "monitoring/tracing": { type: "jaeger", endpoint: "http://zero:4317" } },
    },
  ],
  [
    /^monitoring\.tracing\.<zipkin>\./u,
    {
      base: "monitoring",
      with: { "monitoring/tracing": { type: "zipkin", endpoint: "http://zero:4317" } },
    },
  ],
  [/^monitoring\.notifications\.email\.password$/u, { refused: true }],

  [/^monitoring\.alerts\.condition$/u, { values: ["checkpoint_failures > 5 in 10m"] }],
  [/^deployment\.<[a-z_]+>\.security\.ssl\./u, { refused: true }],
  [
    /^deployment\.<[a-z_]+>\.scaling\.metrics\[\]\.target_value$/u,
    { with: { "deployment/scaling/metrics": [{ type: "kafka_lag", target_value: 100 }] } },
  ],
  [
    /^deployment\.<[a-z_]+>\.savepoint\.restore\.allow_non_restored$/u,
    { with: { "deployment/savepoint/restore/path": "s3://states/savepoints/one" } },
  ],
  [
    /^deployment\.<[a-z_]+>\.strategy\.canary\.steps/u,
    {
      with: {
        "deployment/strategy": {
          type: "canary",
          canary: {
            steps: [
              { weight: 10, duration: "5m", metrics: ["error_rate < 0.01"] },
              { weight: 100 },
            ],
          },
        },
      },
    },
  ],
  [
    /^deployment\.<[a-z_]+>\.strategy\.canary\./u,
    {
      with: {
        "deployment/strategy": {
          type: "canary",
          canary: {
            steps: [{ weight: 10, duration: "5m" }, { weight: 100 }],
            rollback: { enabled: true },
          },
        },
      },
    },
  ],
  [
    /^deployment\.<[a-z_]+>\.strategy\.regional_rollout\.order/u,
    {
      with: {
        regions: { one: { name: "one", role: "active" }, two: { name: "two", role: "active" } },
        "deployment/strategy": {
          type: "rolling_regional",
          regional_rollout: { order: ["one", "two"] },
        },
      },
      values: [["two", "one"]],
    },
  ],
  [
    /^deployment\.<[a-z_]+>\.strategy\.regional_rollout\./u,
    {
      with: {
        regions: { one: { name: "one", role: "active" }, two: { name: "two", role: "active" } },
        "deployment/strategy": {
          type: "rolling_regional",
          regional_rollout: { order: ["one", "two"] },
        },
      },
    },
  ],
  [/^deployment\.<(?:yarn|standalone|docker_compose)>\.ha\.type$/u, { refused: true }],
  [/^deployment\.<[a-z_]+>\.strategy\.hooks\.\w+\[\]\.threshold$/u, { values: [0.5, 0.75] }],
  [
    /^deployment\.<kubernetes>\.ci_cd\.application\.(?:name|project|namespace|destination\.namespace)$/u,
    { with: { "deployment/ci_cd": argoApplication }, values: ["one", "two"] },
  ],
  [
    /^deployment\.<kubernetes>\.ci_cd\.application\.destination\.server$/u,
    {
      with: { "deployment/ci_cd": argoApplication },
      values: ["https://one.example.com", "https://two.example.com"],
    },
  ],
  [
    /^deployment\.<kubernetes>\.ci_cd\.sync_policy\.sync_options$/u,
    {
      with: { "deployment/ci_cd": argoApplication },
      values: [["CreateNamespace=true"], ["PruneLast=true"]],
    },
  ],
  [
    /^deployment\.<kubernetes>\.ci_cd\.(?:application|sync_policy)\./u,
    { with: { "deployment/ci_cd": argoApplication } },
  ],
  // Argo CD is for Kubernetes only.
  [
    /^deployment\.<[a-z_]+>\.ci_cd\.(?:application|sync_policy)\./u,
    { with: { "deployment/ci_cd": argoApplication }, refused: true },
  ],
  [/^deployment\.<[a-z_]+>\.ci_cd\.jobs\.<job name>\.needs$/u, { values: [["validate"], []] }],
  [
    /^deployment\.<[a-z_]+>\.ci_cd\.stages$/u,
    {
      with: { "deployment/ci_cd": { type: "gitlab_ci" } },
      values: [["one"], ["one", "two"]],
    },
  ],
  [
    /^deployment\.<[a-z_]+>\.ci_cd\.<job name>\.stage$/u,
    {
      with: {
        "deployment/ci_cd": {
          type: "gitlab_ci",
          stages: ["one", "two"],
          zero: { stage: "one", environment: "zero" },
        },
      },
      values: ["one", "two"],
    },
  ],
  [
    /^deployment\.<[a-z_]+>\.ci_cd\.(?:stages|<job name>)/u,
    {
      with: {
        "deployment/ci_cd": {
          type: "gitlab_ci",
          stages: ["one", "two"],
          zero: { stage: "one", environment: "zero" },
        },
      },
    },
  ],
  [
    /^deployment\.<[a-z_]+>\.ci_cd\.pipeline\.(?:image|runner_labels)$/u,
    { with: { "deployment/ci_cd": { type: "gitlab_ci" } } },
  ],
  [
    /^deployment\.<[a-z_]+>\.ci_cd\.pipeline\.(?:source|processes|output)$/u,
    {
      with: {
        "deployment/ci_cd": { type: "github_actions", pipeline: { source: "zero.infra" } },
      },
      values: ["one", "two"],
    },
  ],
  [/^deployment\.<kubernetes>\.image\.pull_secrets$/u, { values: [["one"], ["two"]] }],
  [
    /^deployment\.<kubernetes>\.(?:job|task)_manager\.resources\.memory$/u,
    { values: ["4gb", "8gb"] },
  ],
  [
    /^deployment\.<kubernetes>\.pod_template$/u,
    { values: [{ metadata: { labels: { team: "one" } } }] },
  ],
  [/^deployment\.<kubernetes>\.ingress\.host$/u, { values: hosts }],
  [/^deployment\.<kubernetes>\.ingress\.tls\.secret_name$/u, { values: ["one", "two"] }],
  [/^deployment\.<yarn>\.resource\.maximum/u, { refused: true }],
  [
    /^deployment\.<standalone>\.cluster\.(?:job_manager|task_managers\[\])\.host$/u,
    { values: hosts },
  ],
  [
    /^deployment\.<docker_compose>\.compose\.(?:services\.)?<service name>\.volumes$|^deployment\.<docker_compose>\.volumes$/u,
    { values: mounts },
  ],
  [
    /^deployment\.<docker_compose>\.compose\.(?:services\.)?<service name>\.ports$/u,
    { values: [["8082:8081"], ["8083:8081"]] },
  ],
  [
    /^deployment\.<docker_compose>\.compose\.(?:services\.)?<service name>\.depends_on$/u,
    { values: [["zookeeper"]] },
  ],
  [/\.(?:hdfs\.config_path|keytab|key_file|trust_cert_path)$/u, { values: paths }],
];

/** The sample of a property, by its key in the coverage table. */
export function sampleFor(key: string): Sample {
  return samples.find(([pattern]) => pattern.test(key))?.[1] ?? {};
}
