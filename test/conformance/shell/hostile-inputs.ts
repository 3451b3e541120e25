// Inputs that no example would show: text that a shell takes for syntax, in every free string that
// reaches a script. What the compiler refuses is proven by the tests of the generators.

/** One input, and the words that its scripts must hand on unchanged. */
export interface HostileInput {
  readonly name: string;
  readonly generators: readonly string[];
  readonly text: string;
  /** Each must be, as a whole, part of one word of some call. */
  readonly words: readonly string[];
}

/** Everything that a shell gives a meaning to, on one line. */
export function hostileText(name: string): string {
  return (
    `${name} a  b * ; touch semi & touch amp | touch pipe $(touch sub) \`touch tick\` > redir ` +
    `"q" 'q' \\n %s -x é {a,b} ~ # !! $HOME \${HOME}`
  );
}

/** `text` as a quoted scalar of an input. */
function quoted(text: string): string {
  return JSON.stringify(text.replaceAll("${", () => "$${"));
}

const principal = `User:${hostileText("principal")}`;
const group = hostileText("group");
const prefix = hostileText("prefix");
const key = "alias/$(touch-key)'\";`id`&|*";
const local = "it's$(touch-topic)`touch`;&|*\"\\{}~#!";

const topics: HostileInput = {
  name: "topics",
  generators: ["kafka-topics"],
  words: [principal, group, prefix, key, `persistent://tenant/space/${local}`],
  text: `
version: "1.0"
environment: hostile
streams:
  read:
    type: kafka
    topic: read
    brokers: secret://kafka/brokers
    partitions: 1
    replication: 1
    consumer: {group_id: ${quoted(group)}}
    acl: {read: [${quoted(principal)}]}
    properties: &client
      security.protocol: SASL_SSL
      sasl.mechanism: PLAIN
      sasl.username: ${quoted(hostileText("user"))}
      sasl.password: secret://kafka/password
      ssl.truststore.location: ${quoted(hostileText("location"))}
      ssl.truststore.password: secret://kafka/trust
  written:
    type: kafka
    topic: written
    brokers: secret://kafka/brokers
    partitions: 1
    replication: 1
    producer:
      delivery_guarantee: exactly_once
      transactional_id_prefix: ${quoted(prefix)}
    acl: {write: [${quoted(principal)}]}
    properties: *client
  shards:
    type: kinesis
    stream: shards
    region: us-east-1
    account_id: "111122223333"
    shard_count: 2
    encryption: true
    kms_key_id: ${quoted(key)}
  pulsar:
    type: pulsar
    topic: ${quoted(`persistent://tenant/space/${local}`)}
    service_url: pulsar://pulsar:6650
    partitions: 2
    retention_time: 1d
    compaction: true
    auth: {type: token, token: "secret://pulsar/token"}
    tls: {enabled: false, trust_cert_path: ${quoted(hostileText("certificates"))}}
secrets:
  kafka: {provider: vault, path: kafka, keys: [brokers, password, trust]}
  pulsar: {provider: vault, path: pulsar, keys: [token]}
`,
};

export const hostileInputs: readonly HostileInput[] = [topics];
