// Properties of a stream of type kinesis.
import { from } from "../../build-property.js";
import type { Properties } from "../../property.js";
import { clientProperties } from "../kafka-client.js";

const spec = from("§4.1");
const sb = from("SB");
const js = from("JS");
const ours = from("addition");

const timestamp =
  "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$";

export const kinesisStream: Properties = {
  stream: spec.text("Name of the Kinesis stream.", { required: true }),
  region: spec.text("AWS region that holds the stream.", { required: true }),
  account_id: ours.text("AWS account that owns the stream; part of its ARN.", {
    pattern: "^[0-9]{12}$",
    form: "an AWS account number of 12 digits",
    anyScalar: true,
  }),
  shard_count: spec.integer("Number of shards when the stream is created.", { minimum: 1 }),
  retention_hours: sb.integer(
    "How long the stream keeps records, in hours.",
    { minimum: 24, maximum: 8760 },
    { default: 24 },
  ),
  encryption: sb.boolean("Whether the service encrypts records at rest."),
  kms_key_id: sb.text("KMS key that encrypts the stream."),
  consumer: sb.map("Settings for reading the stream.", {
    type: sb.choice(
      "Whether readers share the throughput of a shard or have their own.",
      ["standard", "enhanced_fan_out"],
      { default: "standard" },
    ),
    consumer_name: sb.text("Name of the registered consumer; needed with enhanced_fan_out."),
    starting_position: sb.choice(
      "Where reading starts when there is no restored position.",
      ["TRIM_HORIZON", "LATEST", "AT_TIMESTAMP"],
      { default: "LATEST" },
    ),
    starting_timestamp: ours.text("Moment where reading starts under AT_TIMESTAMP.", {
      pattern: timestamp,
      form: "a timestamp such as 2025-01-31T00:00:00Z",
    }),
  }),
  producer: sb.map("Settings for writing to the stream.", {
    aggregation: sb.boolean("Whether several records are packed into one.", { default: true }),
    max_connections: sb.integer("Most parallel connections to the service.", { minimum: 1 }),
    record_max_buffered_time: sb.duration("Longest time a record waits in the client's buffer."),
    collection_max_count: sb.integer("Most records in one put request.", { minimum: 1 }),
    partition_key_field: ours.text("Record field whose value is the partition key."),
  }),
  credentials: sb.map("AWS identity that opens the stream.", {
    type: sb.choice("Kind of identity.", ["default", "profile", "static", "assume_role"]),
    role_arn: sb.text("ARN of the role to assume; needed with assume_role."),
    session_name: sb.text("Name of the session under the assumed role."),
    profile: js.text("Profile of the AWS configuration file; needed with profile."),
    access_key_id: js.text("Id of the static key pair; needed with static.", {
      sensitive: "credential",
    }),
    secret_access_key: js.text("Secret of the static key pair; needed with static.", {
      sensitive: "credential",
    }),
  }),
  properties: clientProperties("§4.1"),
};
