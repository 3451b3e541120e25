// Every property that the vocabulary lists for streams, lookups, dead letters, completions, secrets
// and monitoring is in the table, required where the vocabulary says so, and nothing contradicts itself.
import { expect, test } from "vitest";
import type {
  Block,
  Properties,
  Property,
  PropertyType,
  Section,
} from "../../src/language/property.js";
import { completions } from "../../src/language/sections/completions.js";
import { deadLetters } from "../../src/language/sections/dead-letters.js";
import { lookups } from "../../src/language/sections/lookups.js";
import { monitoring } from "../../src/language/sections/monitoring.js";
import { secrets } from "../../src/language/sections/secrets.js";
import { streams } from "../../src/language/sections/streams.js";

function blockOf(section: Section): Block {
  if (section.kind === "named" || section.kind === "named-with-reserved") return section.block;
  throw new Error(`a ${section.kind} section has no single block`);
}

function reservedBlock(section: Section, name: string): Block {
  const reserved = section.kind === "named-with-reserved" ? section.reserved[name] : undefined;
  if (reserved === undefined) throw new Error(`${name} is not reserved`);
  return "each" in reserved ? reserved.each : reserved;
}

function fixedBlock(section: Section, name: string): Block {
  const block = section.kind === "fixed" ? section.blocks[name] : undefined;
  if (block === undefined) throw new Error(`${name} is missing`);
  if (!("kind" in block)) return block;
  // The list of alert rules, seen as a block so that the same walker reads it.
  const alerts: Property = { type: block, summary: "Alert rules.", source: "test" };
  return {
    noun: name,
    discriminator: null,
    common: { [name]: alerts },
    variants: {},
    synonyms: [],
    regionalSwitch: null,
  };
}

const stream = blockOf(streams);
const lookup = blockOf(lookups);
const deadLetter = blockOf(deadLetters);
const completion = blockOf(completions);
const secret = blockOf(secrets);

const blocks: Record<string, Block> = {
  stream,
  lookup,
  "dead letter": deadLetter,
  completion,
  secret,
  "secret group": reservedBlock(secrets, "_groups"),
  "secrets configuration": reservedBlock(secrets, "_config"),
  metrics: fixedBlock(monitoring, "metrics"),
  tracing: fixedBlock(monitoring, "tracing"),
  logging: fixedBlock(monitoring, "logging"),
  alerts: fixedBlock(monitoring, "alerts"),
};

function legal(block: Block, variant: string): Properties {
  return { ...block.common, ...block.variants[variant] };
}

/** The steps of a dotted path: `replicas[].uri` is `replicas`, `[]`, `uri`. */
function stepsOf(path: string): readonly string[] {
  return path.replaceAll("[]", ".[]").split(".");
}

function below(type: PropertyType, step: string): PropertyType | Property | undefined {
  if (type.kind === "map") return type.properties[step];
  if (type.kind === "free" && step.startsWith("<")) return type.values;
  if (type.kind === "list" && step === "[]") return type.items;
  if (type.kind === "either") {
    return type.forms.map((form) => below(form, step)).find((found) => found !== undefined);
  }
  return undefined;
}

function find(properties: Properties, path: string): PropertyType | Property | undefined {
  const [first = "", ...rest] = stepsOf(path);
  let current: PropertyType | Property | undefined = properties[first];
  for (const step of rest) {
    if (current === undefined) return undefined;
    current = below("type" in current ? current.type : current, step);
  }
  return current;
}

function requiredAt(properties: Properties, path: string): boolean {
  const found = find(properties, path);
  return found !== undefined && "type" in found && found.required === true;
}

function isSynonym(block: Block, variant: string, path: string): boolean {
  return block.synonyms.some(
    ({ spelled, types }) => spelled === path && (types === undefined || types.includes(variant)),
  );
}

interface Listed {
  readonly block: string;
  readonly variants: readonly string[];
  readonly required?: string;
  readonly optional?: string;
}

const messaging = ["kafka", "kinesis", "pulsar"];
const lookupTypes = Object.keys(lookup.variants);
const providers = Object.keys(secret.variants);

const vocabulary: readonly Listed[] = [
  {
    block: "stream",
    variants: [...messaging, "mongodb_sink"],
    optional: `direction regional global mirror mirror.source mirror.enabled
      serialization serialization.key_format serialization.value_format serialization.avro
      serialization.avro.schema_registry_url serialization.avro.subject_name_strategy
      serialization.avro.auto_register serialization.protobuf serialization.protobuf.message_class
      serialization.protobuf.include_schema error_handling error_handling.deserialization
      error_handling.deserialization.action error_handling.deserialization.dlq_topic
      error_handling.deserialization.log_level error_handling.deserialization.max_errors_per_minute
      error_handling.connectivity error_handling.connectivity.retry_attempts
      error_handling.connectivity.retry_backoff error_handling.connectivity.initial_backoff
      error_handling.connectivity.max_backoff error_handling.connectivity.fail_after
      completion completion.enabled completion.target completion.id_field completion.write_concern`,
  },
  {
    block: "stream",
    variants: ["kafka"],
    required: "topic brokers",
    optional: `partitions replication retention_ms consumer consumer.group_id
      consumer.auto_offset_reset consumer.max_poll_records consumer.isolation_level
      consumer.fetch_min_bytes consumer.fetch_max_wait producer producer.acks producer.retries
      producer.batch_size producer.linger_ms producer.compression producer.idempotence
      producer.buffer_memory properties properties.<property>
      schema_registry schema_registry.url schema_registry.basic_auth
      serialization.schema_registry_url`,
  },
  {
    block: "stream",
    variants: ["kinesis"],
    required: "stream region",
    optional: `shard_count retention_hours encryption kms_key_id consumer.type
      consumer.consumer_name consumer.starting_position producer.aggregation
      producer.max_connections producer.record_max_buffered_time producer.collection_max_count
      credentials credentials.type credentials.role_arn credentials.session_name
      credentials.profile credentials.access_key_id credentials.secret_access_key`,
  },
  {
    block: "stream",
    variants: ["pulsar"],
    required: "topic service_url",
    optional: `admin_url partitions retention_time retention_size compaction
      consumer.subscription_name consumer.subscription_type consumer.receiver_queue_size
      consumer.acknowledgment_timeout consumer.negative_ack_redelivery_delay
      consumer.dead_letter_policy consumer.dead_letter_policy.max_redeliver_count
      consumer.dead_letter_policy.dead_letter_topic producer.batching_enabled
      producer.batching_max_messages producer.batching_max_publish_delay producer.compression
      producer.send_timeout auth auth.type auth.token tls tls.enabled tls.trust_cert_path
      tls.allow_insecure`,
  },
  { block: "stream", variants: ["mongodb_sink"], required: "uri database collection" },
  {
    block: "lookup",
    variants: lookupTypes,
    optional: `regional global global.uri global.database global.collection zone audit encryption
      cache cache.enabled cache.ttl cache.max_size cache.eviction cache.refresh_strategy
      cache.warm_on_start cache.warm_query cache.warm_limit cache.refresh cache.refresh.strategy
      cache.refresh.async cache.metrics cache.metrics.enabled cache.metrics.report_interval
      cache.l1 cache.l2 cache.l1.enabled cache.l2.enabled cache.l1.max_size cache.l2.max_size
      cache.l1.ttl cache.l2.ttl cache.regional_isolation async async.enabled async.capacity
      async.timeout async.ordered auth auth.username auth.password auth.primary auth.secondary
      auth.fallback_enabled`,
  },
  {
    block: "lookup",
    variants: ["mongodb"],
    required: "uri database collection",
    optional: `read_preference read_concern max_pool_size connection connection.max_pool_size
      connection.min_pool_size connection.max_idle_time connection.connect_timeout
      connection.socket_timeout connection.server_selection_timeout read read.preference
      read.concern read.max_staleness write write.concern write.journal write.wtimeout
      auth.mechanism auth.source tls.enabled tls.ca_file tls.allow_invalid_certificates lookup
      lookup.key_field lookup.projection lookup.projection[] lookup.hint`,
  },
  {
    block: "lookup",
    variants: ["redis"],
    required: "replicas[].region replicas[].uri",
    optional: `uri database key_pattern cluster_mode cluster cluster.enabled cluster.max_redirects
      cluster.nodes cluster.nodes[] sentinel sentinel.master_name sentinel.nodes
      connection.pool_size connection.min_idle connection.connect_timeout
      connection.socket_timeout connection.max_retries tls.enabled tls.cert_file tls.key_file
      tls.ca_file lookup.key_pattern lookup.type lookup.hash_field lookup.fetch_all
      lookup.ttl_field lookup.range_type lookup.min_score lookup.max_score lookup.limit
      serialization.format serialization.compression primary primary.region primary.uri replicas
      read_preference`,
  },
  {
    block: "lookup",
    variants: ["postgresql"],
    required: "jdbc_url",
    optional: `schema table pool_size pool pool.size pool.min_idle pool.max_lifetime
      pool.idle_timeout pool.connection_timeout query query.sql query.key_column
      query.key_columns query.select_columns read.fetch_size read.read_only
      read.isolation_level ssl ssl.mode ssl.root_cert ssl.client_cert ssl.client_key`,
  },
  {
    block: "lookup",
    variants: ["cassandra"],
    required: "contact_points keyspace table",
    optional: `contact_points[] datacenter database consistency_level consistency consistency.read
      consistency.serial query.partition_key query.clustering_keys query.select_columns
      query.limit connection.pool_size connection.max_requests_per_connection load_balancing
      load_balancing.policy load_balancing.local_datacenter load_balancing.shuffle_replicas`,
  },
  {
    block: "lookup",
    variants: ["elasticsearch"],
    required: "hosts index",
    optional: `hosts[] query.type query.field query.template connection.connect_timeout
      connection.socket_timeout connection.max_retry_timeout auth.type auth.api_key auth.token
      username password ssl.enabled ssl.ca_path ssl.verify_hostname`,
  },
  {
    block: "dead letter",
    variants: ["kafka"],
    required: "topic brokers",
    optional: "include_metadata properties properties.<property>",
  },
  {
    block: "dead letter",
    variants: ["s3"],
    required: "bucket",
    optional: "include_metadata prefix format partition_by",
  },
  {
    block: "dead letter",
    variants: ["mongodb"],
    required: "uri database collection",
    optional: "include_metadata",
  },
  {
    block: "completion",
    variants: ["kafka"],
    required: "topic brokers",
    // The key field may come from the process instead, so neither it nor its map is required here.
    optional: `partitions replication retention_ms producer producer.key_field producer.acks
      producer.idempotence producer.compression serialization serialization.key_format
      serialization.value_format serialization.avro.subject_name_strategy
      serialization.protobuf.message_class serialization.schema_registry_url
      serialization.avro.schema_registry_url schema_registry.url schema_registry.basic_auth
      callback callback.trigger callback.timeout callback.retry callback.retry.attempts
      callback.retry.backoff callback.retry.initial_delay callback.retry.max_delay
      callback.include_sink_response`,
  },
  ...["secret", "secret group"].flatMap((block): readonly Listed[] => [
    {
      block,
      variants: providers,
      optional: `_group keys key cache cache.enabled cache.ttl rotation rotation.auto_refresh
        rotation.refresh_interval rotation.on_rotation rotation.on_rotation.action
        rotation.on_rotation.grace_period on_missing on_missing.action on_missing.default_value
        on_missing.message retry retry.attempts retry.backoff retry.initial_delay retry.max_delay
        fallback fallback.provider fallback.variable regional path_template regions regions[]`,
    },
    {
      block,
      variants: ["vault"],
      optional: `path type vault vault.address vault.namespace auth.method auth.role auth.role_id
        auth.secret_id renewal renewal.enabled renewal.increment lease lease.renewal_enabled
        lease.min_renewal_seconds lease.increment_seconds`,
    },
    {
      block,
      variants: ["aws_secrets_manager"],
      required: "secret_id region",
      optional: "version_stage version_id auth.type auth.role_arn",
    },
    {
      block,
      variants: ["aws_parameter_store"],
      required: "name region",
      optional: "type with_decryption kms_key_id auth.type auth.role_arn",
    },
    {
      block,
      variants: ["kubernetes"],
      required: "namespace secret_name",
      optional: "service_account",
    },
    {
      block,
      variants: ["azure_key_vault"],
      required: "vault_url secret_name",
      optional: "version auth.type auth.tenant_id auth.client_id auth.client_secret",
    },
    {
      block,
      variants: ["gcp_secret_manager"],
      required: "project secret",
      optional: "version auth.type auth.key_file",
    },
    { block, variants: ["env"], optional: "variable variables variables.<key> default" },
  ]),
  {
    block: "secrets configuration",
    variants: [""],
    optional: "default_provider audit audit.enabled audit.log_access audit.log_destination",
  },
  {
    block: "metrics",
    variants: ["prometheus", "datadog", "cloudwatch"],
    optional: "port path labels labels.<label> regional federation federation.global_aggregator",
  },
  {
    block: "tracing",
    variants: ["jaeger", "zipkin", "otel"],
    required: "endpoint",
    optional: "sampling_rate regional",
  },
  {
    block: "logging",
    variants: [""],
    required: "outputs[].type",
    optional: "level format outputs outputs[].endpoint outputs[].index_pattern",
  },
  {
    block: "alerts",
    variants: [""],
    required: "alerts[].name alerts[].condition alerts[].severity",
    optional: "alerts alerts[].channels alerts[].channels[]",
  },
];

const words = (text = ""): readonly string[] => text.split(/\s+/u).filter((word) => word !== "");

const listed = vocabulary.flatMap((row) =>
  row.variants.map((variant) => ({ ...row, variant, name: `${row.block} ${variant}` })),
);

test.each(listed)("$name has every listed property", ({ block, variant, required, optional }) => {
  const of = blocks[block] as Block;
  const properties = legal(of, variant);
  const missing = [...words(required), ...words(optional)].filter(
    (path) => find(properties, path) === undefined && !isSynonym(of, variant, path),
  );
  expect(missing).toEqual([]);
});

test.each(listed)("$name requires what the vocabulary requires", (row) => {
  const properties = legal(blocks[row.block] as Block, row.variant);
  expect(words(row.required).filter((path) => !requiredAt(properties, path))).toEqual([]);
  expect(words(row.optional).filter((path) => requiredAt(properties, path))).toEqual([]);
});

test("variants are the closed lists of the vocabulary", () => {
  const variants = Object.fromEntries(
    Object.entries(blocks).map(([name, block]) => [name, Object.keys(block.variants).join(" ")]),
  );
  expect(variants).toEqual({
    stream: "kafka kinesis pulsar mongodb_sink",
    lookup: "mongodb redis postgresql cassandra elasticsearch",
    "dead letter": "kafka s3 mongodb",
    completion: "kafka",
    secret:
      "vault aws_secrets_manager aws_parameter_store kubernetes azure_key_vault gcp_secret_manager env",
    "secret group":
      "vault aws_secrets_manager aws_parameter_store kubernetes azure_key_vault gcp_secret_manager env",
    "secrets configuration": "",
    metrics: "prometheus datadog cloudwatch",
    tracing: "jaeger zipkin otel",
    logging: "",
    alerts: "",
  });
});

const defaults: ReadonlyArray<readonly [string, string, string, string | number | boolean]> = [
  ["stream", "kafka", "regional", false],
  ["stream", "kafka", "consumer.auto_offset_reset", "earliest"],
  ["stream", "kafka", "consumer.max_poll_records", 500],
  ["stream", "kafka", "consumer.isolation_level", "read_uncommitted"],
  ["stream", "kafka", "producer.acks", "all"],
  ["stream", "kafka", "producer.retries", 3],
  ["stream", "kafka", "producer.compression", "none"],
  ["stream", "kafka", "producer.idempotence", true],
  ["stream", "kinesis", "retention_hours", 24],
  ["stream", "kinesis", "consumer.type", "standard"],
  ["stream", "kinesis", "consumer.starting_position", "LATEST"],
  ["stream", "kinesis", "producer.aggregation", true],
  ["stream", "pulsar", "consumer.subscription_type", "Shared"],
  ["stream", "pulsar", "producer.compression", "NONE"],
  ["lookup", "mongodb", "cache.enabled", false],
  ["lookup", "mongodb", "cache.ttl", "5m"],
  ["lookup", "mongodb", "connection.max_pool_size", 100],
  ["lookup", "mongodb", "read.preference", "primary"],
  ["dead letter", "s3", "include_metadata", false],
  ["completion", "kafka", "retention_ms", 86_400_000],
  ["completion", "kafka", "producer.acks", "all"],
  ["completion", "kafka", "producer.idempotence", true],
  ["completion", "kafka", "callback.trigger", "after_commit"],
];

test.each(defaults)("%s %s: %s defaults to %s", (block, variant, path, want) => {
  const found = find(legal(blocks[block] as Block, variant), path);
  expect(found).toMatchObject({ default: want });
});

const credentials: ReadonlyArray<readonly [string, string, string]> = [
  ["stream", "kafka", "schema_registry.basic_auth"],
  ["stream", "kinesis", "credentials.access_key_id"],
  ["stream", "kinesis", "credentials.secret_access_key"],
  ["stream", "pulsar", "auth.token"],
  ["completion", "kafka", "schema_registry.basic_auth"],
  ...lookupTypes.flatMap((type) =>
    ["auth.password", "auth.primary", "auth.secondary"].map(
      (path) => ["lookup", type, path] as const,
    ),
  ),
  ["lookup", "elasticsearch", "auth.api_key"],
  ["lookup", "elasticsearch", "auth.token"],
  ["secret", "vault", "auth.secret_id"],
  ["secret", "azure_key_vault", "auth.client_secret"],
  ["secret", "env", "on_missing.default_value"],
];

test.each(credentials)("%s %s: %s is a credential", (block, variant, path) => {
  const found = find(legal(blocks[block] as Block, variant), path);
  expect(found).toMatchObject({ sensitive: "credential" });
});

/** Every property below `properties` with its dotted path. */
function everyProperty(properties: Properties, prefix = ""): ReadonlyArray<[string, Property]> {
  return Object.entries(properties).flatMap(([key, property]) => [
    [prefix + key, property],
    ...inside(property.type, `${prefix}${key}.`),
  ]);
}

function inside(type: PropertyType, prefix: string): ReadonlyArray<[string, Property]> {
  if (type.kind === "map") return everyProperty(type.properties, prefix);
  if (type.kind === "list") return inside(type.items, prefix);
  if (type.kind === "free") return inside(type.values, prefix);
  return type.kind === "either" ? type.forms.flatMap((form) => inside(form, prefix)) : [];
}

const variants = Object.entries(blocks).flatMap(([name, block]) =>
  (block.discriminator === null ? [""] : Object.keys(block.variants)).map((variant) => ({
    name: `${name} ${variant}`,
    block,
    variant,
  })),
);

const connectionNames =
  /(?:^|\.)(?:uri|jdbc_url|service_url|admin_url|schema_registry\.url|hosts)$/u;

test.each(variants)("$name: connection strings and client properties are marked", (row) => {
  const all = everyProperty(legal(row.block, row.variant));
  const sensitivityOf = (wanted: (path: string) => boolean) =>
    all.filter(([path]) => wanted(path)).map(([, property]) => property.sensitive);
  const connections = sensitivityOf((path) => connectionNames.test(path));
  expect(connections).toEqual(connections.map(() => "connection"));
  const free = sensitivityOf((path) => path === "properties");
  expect(free).toEqual(free.map(() => "by-key"));
});

test.each(variants)("$name: no property is both common and of one type", ({ block, variant }) => {
  const own = Object.keys(block.variants[variant] ?? {});
  expect(own.filter((key) => Object.hasOwn(block.common, key))).toEqual([]);
});

test.each(variants)("$name: synonyms lead to properties and are none themselves", (row) => {
  const properties = legal(row.block, row.variant);
  const synonyms = row.block.synonyms.filter(({ types }) => types?.includes(row.variant) ?? true);
  const isProperty = (path: string) => find(properties, path) !== undefined;
  expect(synonyms.filter(({ spelled }) => isProperty(spelled))).toEqual([]);
  expect(synonyms.filter(({ canonical }) => !isProperty(canonical))).toEqual([]);
});

test("synonyms name variants that exist", () => {
  for (const block of Object.values(blocks)) {
    const named = block.synonyms.flatMap((synonym) => synonym.types ?? []);
    expect(named.filter((type) => !Object.hasOwn(block.variants, type))).toEqual([]);
  }
});

function fits(type: PropertyType, value: string | number | boolean): boolean {
  switch (type.kind) {
    case "boolean":
      return typeof value === "boolean";
    case "choice":
      return typeof value === "string" && type.values.includes(value);
    case "integer":
    case "number":
      return (
        typeof value === "number" &&
        value >= (type.minimum ?? value) &&
        value <= (type.maximum ?? value)
      );
    case "duration":
      return typeof value === "string" && /^[0-9]+(?:ms|s|m|h|d)$/u.test(value);
    case "either":
      return type.forms.some((form) => fits(form, value));
    default:
      return typeof value === "string";
  }
}

function faultOf({ type, summary, default: value, source }: Property): string | null {
  if (!/^[A-Z].*\.$/u.test(summary)) return "summary is no sentence";
  if (source === "") return "no source";
  if (value !== undefined && !fits(type, value)) return "default does not fit";
  if (type.kind !== "text" || type.pattern === undefined) return null;
  const anchored = /^\^.*\$$/u.test(new RegExp(type.pattern, "u").source);
  return anchored && type.form !== undefined ? null : "pattern not anchored or without words";
}

test.each(variants)("$name: summaries are sentences, defaults fit, patterns compile", (row) => {
  const faults = everyProperty(legal(row.block, row.variant)).flatMap(([path, property]) => {
    const fault = faultOf(property);
    return fault === null ? [] : [`${path}: ${fault}`];
  });
  expect(faults).toEqual([]);
});

const additions: ReadonlyArray<readonly [string, string, string]> = [
  ["stream", "kafka", "producer.delivery_guarantee"],
  ["stream", "kafka", "producer.transactional_id_prefix"],
  ["stream", "kafka", "producer.transaction_timeout"],
  ["stream", "kinesis", "account_id"],
  ["stream", "kinesis", "consumer.starting_timestamp"],
  ["stream", "kinesis", "producer.partition_key_field"],
  ["dead letter", "kafka", "partitions"],
  ["dead letter", "kafka", "replication"],
  ["dead letter", "kafka", "retention_ms"],
  ...["stream", "completion", "dead letter"].flatMap((block) =>
    words(`min_insync_replicas cleanup_policy segment_ms segment_bytes max_message_bytes
      retention_bytes min_compaction_lag delete_retention acl acl.read acl.write`).map(
      (path) => [block, "kafka", path] as const,
    ),
  ),
];

test.each(additions)("%s %s: %s is marked as ours", (block, variant, path) => {
  const found = find(legal(blocks[block] as Block, variant), path);
  expect(found).toMatchObject({ source: "addition" });
});
