// A file whose every free text tries to break out of a Java literal or comment.
import { yamlDoubleQuoted } from "../../../src/encode/yaml-scalar.js";
import { nastyStrings } from "../../encode/nasty-strings.js";

/** Ends literals and comments in each way that Java has, before and after Unicode escapes are read. */
const breaking =
  "a\"; } */ // \\u0022 \\u000a \\u002a\\u002f <b> @x {@y} \n\r\u2028 C:\\users 'é\\";

// A dollar sign may start a variable of the language.
const values = nastyStrings.filter((value) => value !== "" && !/[\p{Cs}\0$]/u.test(value));

/** For lines below 2.0, which have every connector. */
export function hostileFile(): string {
  const text = yamlDoubleQuoted(breaking);
  const rows = values.map((value, index) => `      x.${index}: ${yamlDoubleQuoted(value)}`);
  return `
streams:
  one:
    type: kafka
    topic: ${text}
    brokers: "kafka:9092"
    consumer: { group_id: ${text} }
    producer: { delivery_guarantee: exactly_once, transactional_id_prefix: ${text} }
    serialization: { value_format: avro, key_format: string }
    schema_registry: { url: "http://registry" }
    error_handling: { deserialization: { action: dlq, dlq_topic: ${yamlDoubleQuoted(`${breaking}.dead`)} } }
    properties:
${rows.join("\n")}
  two:
    type: mongodb_sink
    uri: "mongodb://mongo"
    database: ${text}
    collection: ${text}
    completion: { enabled: true, target: done, id_field: ${text}, write_concern: ${text} }
  three:
    type: kinesis
    stream: three
    region: eu-west-1
    account_id: "123456789012"
    producer: { partition_key_field: ${text} }
    credentials: { type: profile, profile: ${text} }
    properties: { ${text}: ${text} }
  four:
    type: pulsar
    topic: "persistent://t/n/four"
    service_url: "pulsar://pulsar:6650"
    consumer: { subscription_name: ${text}, subscription_type: Exclusive }
    auth: { type: tls }
    properties: { tlsCertFile: ${text}, tlsKeyFile: ${text}, "pulsar.client.listenerName": ${text} }
dead_letters:
  letters: { type: kafka, topic: ${yamlDoubleQuoted(`${breaking}.letters`)}, brokers: "kafka:9092" }
  files: { type: s3, bucket: ${text}, prefix: ${text} }
  documents: { type: mongodb, uri: "mongodb://mongo", database: ${text}, collection: ${text} }
completions:
  done:
    type: kafka
    topic: ${text}
    brokers: "kafka:9092"
    producer: { key_field: ${text} }
checkpoints:
  main: { type: s3, bucket: state, prefix: jobs/, checkpoint: { interval: 60s, timeout: 2m } }
resources:
  billing: { checkpoint: main }
`;
}
