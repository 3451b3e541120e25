// The options of Kafka's consumer and producer, as the ConfigDef of clients 3.4.0, 3.9.1 and 4.2.0 have
// them. Data only: what nexgen does with an option is decided elsewhere.

/** Which client has an option. */
export type KafkaClientRole = "consumer" | "producer";

/** What an option takes. */
export type KafkaOptionKind = "integer" | "number" | "boolean" | "text";

/** Clients that a line of the Kafka connector brings. */
export type KafkaClientVersion = "3.4" | "3.9" | "4.2";

interface OptionNames {
  readonly role: KafkaClientRole | "both";
  readonly kind: KafkaOptionKind;
  readonly names: string;
}

const table: readonly OptionNames[] = [
  {
    role: "both",
    kind: "boolean",
    names: `
      auto.include.jmx.reporter enable.metrics.push
      sasl.oauthbearer.assertion.claim.jti.include sasl.oauthbearer.header.urlencode`,
  },
  {
    role: "both",
    kind: "integer",
    names: `
      connections.max.idle.ms metadata.max.age.ms metadata.recovery.rebootstrap.trigger.ms
      metrics.num.samples metrics.sample.window.ms receive.buffer.bytes
      reconnect.backoff.max.ms reconnect.backoff.ms request.timeout.ms retry.backoff.max.ms
      retry.backoff.ms sasl.kerberos.min.time.before.relogin sasl.login.connect.timeout.ms
      sasl.login.read.timeout.ms sasl.login.refresh.buffer.seconds
      sasl.login.refresh.min.period.seconds sasl.login.retry.backoff.max.ms
      sasl.login.retry.backoff.ms sasl.oauthbearer.assertion.claim.exp.seconds
      sasl.oauthbearer.assertion.claim.nbf.seconds sasl.oauthbearer.clock.skew.seconds
      sasl.oauthbearer.jwks.endpoint.refresh.ms
      sasl.oauthbearer.jwks.endpoint.retry.backoff.max.ms
      sasl.oauthbearer.jwks.endpoint.retry.backoff.ms send.buffer.bytes
      socket.connection.setup.timeout.max.ms socket.connection.setup.timeout.ms`,
  },
  {
    role: "both",
    kind: "number",
    names: `
      sasl.kerberos.ticket.renew.jitter sasl.kerberos.ticket.renew.window.factor
      sasl.login.refresh.window.factor sasl.login.refresh.window.jitter`,
  },
  {
    role: "both",
    kind: "text",
    names: `
      bootstrap.servers client.dns.lookup client.id config.providers interceptor.classes
      metadata.recovery.strategy metric.reporters metrics.recording.level
      sasl.client.callback.handler.class sasl.jaas.config sasl.kerberos.kinit.cmd
      sasl.kerberos.service.name sasl.login.callback.handler.class sasl.login.class
      sasl.mechanism sasl.oauthbearer.assertion.algorithm
      sasl.oauthbearer.assertion.claim.aud sasl.oauthbearer.assertion.claim.iss
      sasl.oauthbearer.assertion.claim.sub sasl.oauthbearer.assertion.file
      sasl.oauthbearer.assertion.private.key.file
      sasl.oauthbearer.assertion.private.key.passphrase
      sasl.oauthbearer.assertion.template.file sasl.oauthbearer.client.credentials.client.id
      sasl.oauthbearer.client.credentials.client.secret sasl.oauthbearer.expected.audience
      sasl.oauthbearer.expected.issuer sasl.oauthbearer.jwks.endpoint.url
      sasl.oauthbearer.jwt.retriever.class sasl.oauthbearer.jwt.validator.class
      sasl.oauthbearer.scope sasl.oauthbearer.scope.claim.name
      sasl.oauthbearer.sub.claim.name sasl.oauthbearer.token.endpoint.url security.protocol
      security.providers ssl.cipher.suites ssl.enabled.protocols
      ssl.endpoint.identification.algorithm ssl.engine.factory.class ssl.key.password
      ssl.keymanager.algorithm ssl.keystore.certificate.chain ssl.keystore.key
      ssl.keystore.location ssl.keystore.password ssl.keystore.type ssl.protocol
      ssl.provider ssl.secure.random.implementation ssl.trustmanager.algorithm
      ssl.truststore.certificates ssl.truststore.location ssl.truststore.password
      ssl.truststore.type`,
  },
  {
    role: "consumer",
    kind: "boolean",
    names: `
      allow.auto.create.topics check.crcs enable.auto.commit exclude.internal.topics`,
  },
  {
    role: "consumer",
    kind: "integer",
    names: `
      auto.commit.interval.ms default.api.timeout.ms fetch.max.bytes fetch.max.wait.ms
      fetch.min.bytes heartbeat.interval.ms max.partition.fetch.bytes max.poll.interval.ms
      max.poll.records session.timeout.ms`,
  },
  {
    role: "consumer",
    kind: "text",
    names: `
      auto.offset.reset client.rack group.id group.instance.id group.protocol
      group.remote.assignor isolation.level key.deserializer partition.assignment.strategy
      share.acknowledgement.mode share.acquire.mode value.deserializer`,
  },
  {
    role: "producer",
    kind: "boolean",
    names: `
      enable.idempotence partitioner.adaptive.partitioning.enable partitioner.ignore.keys
      transaction.two.phase.commit.enable`,
  },
  {
    role: "producer",
    kind: "integer",
    names: `
      batch.size buffer.memory compression.gzip.level compression.lz4.level
      compression.zstd.level delivery.timeout.ms linger.ms max.block.ms
      max.in.flight.requests.per.connection max.request.size metadata.max.idle.ms
      partitioner.availability.timeout.ms retries transaction.timeout.ms`,
  },
  {
    role: "producer",
    kind: "text",
    names: `
      acks compression.type key.serializer partitioner.class transactional.id
      value.serializer`,
  },
];

const since: Readonly<Record<string, KafkaClientVersion>> = {
  "compression.gzip.level": "3.9",
  "compression.lz4.level": "3.9",
  "compression.zstd.level": "3.9",
  "config.providers": "4.2",
  "enable.metrics.push": "3.9",
  "group.protocol": "3.9",
  "group.remote.assignor": "3.9",
  "metadata.recovery.rebootstrap.trigger.ms": "4.2",
  "metadata.recovery.strategy": "3.9",
  "retry.backoff.max.ms": "3.9",
  "sasl.oauthbearer.assertion.algorithm": "4.2",
  "sasl.oauthbearer.assertion.claim.aud": "4.2",
  "sasl.oauthbearer.assertion.claim.exp.seconds": "4.2",
  "sasl.oauthbearer.assertion.claim.iss": "4.2",
  "sasl.oauthbearer.assertion.claim.jti.include": "4.2",
  "sasl.oauthbearer.assertion.claim.nbf.seconds": "4.2",
  "sasl.oauthbearer.assertion.claim.sub": "4.2",
  "sasl.oauthbearer.assertion.file": "4.2",
  "sasl.oauthbearer.assertion.private.key.file": "4.2",
  "sasl.oauthbearer.assertion.private.key.passphrase": "4.2",
  "sasl.oauthbearer.assertion.template.file": "4.2",
  "sasl.oauthbearer.client.credentials.client.id": "4.2",
  "sasl.oauthbearer.client.credentials.client.secret": "4.2",
  "sasl.oauthbearer.header.urlencode": "3.9",
  "sasl.oauthbearer.jwt.retriever.class": "4.2",
  "sasl.oauthbearer.jwt.validator.class": "4.2",
  "sasl.oauthbearer.scope": "4.2",
  "share.acknowledgement.mode": "4.2",
  "share.acquire.mode": "4.2",
  "transaction.two.phase.commit.enable": "4.2",
};

/** Options that clients 4.2 have no more. */
const gone: ReadonlySet<string> = new Set(["auto.include.jmx.reporter"]);

/** One option of a client. */
export interface KafkaClientOption {
  readonly name: string;
  readonly role: KafkaClientRole | "both";
  readonly kind: KafkaOptionKind;
  /** The oldest clients, of those that connectors bring, that have it. */
  readonly since: KafkaClientVersion;
  /** Clients 4.2 have it no more. */
  readonly gone: boolean;
}

let options: ReadonlyMap<string, KafkaClientOption> | null = null;

/** Every option by name; read from the table when first asked for. */
export function kafkaClientOptions(): ReadonlyMap<string, KafkaClientOption> {
  options ??= new Map(table.flatMap(rowsOf));
  return options;
}

function rowsOf({ role, kind, names }: OptionNames): [string, KafkaClientOption][] {
  return names
    .trim()
    .split(/\s+/u)
    .map((name) => [name, { name, role, kind, since: since[name] ?? "3.4", gone: gone.has(name) }]);
}
