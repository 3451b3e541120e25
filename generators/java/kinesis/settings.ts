// Settings of Kinesis sources and sinks by the names of the connector, and what it cannot do.
import { diagnose } from "../../../src/diagnostics/catalogue/index.js";
import { javaString } from "../../../src/encode/java.js";
import { code } from "../../../src/encode/leaf.js";
import type { KinesisStream, KinesisStreamCredentials } from "../../../src/model/bindings.js";
import type { Named } from "../../../src/model/infra-model.js";
import { readersOf } from "../../../src/model/uses.js";
import { exceeds, ignored, risky, type Place } from "../../../src/targets/kafka/places.js";
import { reportImpossible } from "../confirming.js";
import { isStatedIn, pathOf, spanOf, type JavaContext } from "../context.js";
import { freeRows, type OptionRow } from "../option-rows.js";
import type { JavaText } from "../runtime-values.js";

/** What one PutRecords request may hold. */
const mostRecords = 500;

/** Name of a session that the file gives none. */
const defaultSession = "flink";

const awsConstants = "org.apache.flink.connector.aws.config.AWSConfigConstants";

/** The ARN as an expression; an account that the file does not name is read where the job starts. */
export function arnOf(context: JavaContext, stream: Named<KinesisStream>): JavaText {
  const { region, accountId, stream: name } = stream;
  const partition = region.startsWith("cn-")
    ? "aws-cn"
    : region.startsWith("us-gov-")
      ? "aws-us-gov"
      : "aws";
  const before = `arn:${partition}:kinesis:${region}:`;
  if (accountId !== null) {
    const expression = code(javaString(`${before}${accountId}:stream/${name}`));
    return { expression, atRuntime: false, imports: [] };
  }
  const variable = javaString("AWS_ACCOUNT_ID");
  return {
    expression: code(
      `${javaString(before)} + RuntimeValues.variable(${variable}) + ${javaString(`:stream/${name}`)}`,
    ),
    atRuntime: true,
    imports: [context.support.use("RuntimeValues")],
  };
}

/** Credentials and free properties, for source and sink alike. */
export function clientSettings(
  context: JavaContext,
  { credentials, properties, producer }: Named<KinesisStream>,
  role: "source" | "sink",
): { readonly rows: readonly OptionRow[]; readonly imports: readonly string[] } {
  const rows: OptionRow[] = [];
  const put = (constant: string, value: string, from: Place): void => {
    rows.push({ key: code(`AWSConfigConstants.${constant}`), value, from });
  };
  if (credentials !== null) putCredentials(credentials, put);
  if (role === "sink" && producer !== null && producer.maxConnections !== null)
    put("HTTP_CLIENT_MAX_CONCURRENCY", String(producer.maxConnections), [
      producer,
      "maxConnections",
    ]);
  const imports = rows.length === 0 ? [] : [awsConstants];
  return { rows: [...rows, ...freeRows(context, properties)], imports };
}

const providers = {
  default: "AUTO",
  profile: "PROFILE",
  // Keys in the settings themselves would be readable in the job graph.
  static: "ENV_VAR",
  assume_role: "ASSUME_ROLE",
} as const;

function putCredentials(
  credentials: KinesisStreamCredentials,
  put: (constant: string, value: string, from: Place) => void,
): void {
  const { type, profile, roleArn, sessionName } = credentials;
  if (type === null) return;
  put("AWS_CREDENTIALS_PROVIDER", providers[type], [credentials, "type"]);
  if (type === "profile" && profile !== null)
    put("AWS_PROFILE_NAME", profile, [credentials, "profile"]);
  if (type !== "assume_role" || roleArn === null) return;
  put("AWS_ROLE_ARN", roleArn, [credentials, "roleArn"]);
  put("AWS_ROLE_SESSION_NAME", sessionName ?? defaultSession, [credentials, "sessionName"]);
}

/** Options of the source, by the constants of the connector. */
export function sourceOptions({ consumer }: Named<KinesisStream>): readonly OptionRow[] {
  if (consumer === null) return [];
  const options = "KinesisSourceConfigOptions";
  const rows: OptionRow[] = [
    {
      key: code(`${options}.STREAM_INITIAL_POSITION`),
      value: code(`${options}.InitialPosition.${consumer.startingPosition}`),
      from: [consumer, "startingPosition"],
    },
    {
      key: code(`${options}.READER_TYPE`),
      value: code(`${options}.ReaderType.${consumer.type === "standard" ? "POLLING" : "EFO"}`),
      from: [consumer, "type"],
    },
  ];
  if (consumer.startingPosition === "AT_TIMESTAMP" && consumer.startingTimestamp !== null) {
    rows.push({
      key: code(`${options}.STREAM_INITIAL_TIMESTAMP`),
      value: instantOf(consumer.startingTimestamp),
      from: [consumer, "startingTimestamp"],
    });
  }
  if (consumer.type === "enhanced_fan_out" && consumer.consumerName !== null) {
    rows.push({
      key: code(`${options}.EFO_CONSUMER_NAME`),
      value: consumer.consumerName,
      from: [consumer, "consumerName"],
    });
  }
  return rows;
}

/** In the form that the connector reads by default: with milliseconds and zone. */
function instantOf(timestamp: string): string {
  const time = Date.parse(timestamp);
  return Number.isNaN(time) ? timestamp : new Date(time).toISOString();
}

export function checkSource(context: JavaContext, stream: Named<KinesisStream>): void {
  checkShared(context, stream);
  const { consumer } = stream;
  const connectivity = stream.errorHandling?.connectivity ?? null;
  if (connectivity !== null) {
    if (connectivity.failAfterMs !== null)
      ignored(context, [connectivity, "failAfterMs"], "the connector counts attempts, not time");
    if (connectivity.retryBackoff !== null && connectivity.retryBackoff !== "exponential")
      ignored(context, [connectivity, "retryBackoff"], "the connector waits exponentially");
  }
  if (consumer === null) return;
  if (consumer.startingPosition === "AT_TIMESTAMP" && consumer.startingTimestamp === null) {
    const values = {
      property: "starting_timestamp",
      condition: '"starting_position" is AT_TIMESTAMP: the source refuses to start',
    };
    context.report(diagnose("E752", spanOf(context, consumer, "startingPosition"), values));
  }
  if (consumer.startingTimestamp !== null && consumer.startingPosition !== "AT_TIMESTAMP")
    ignored(context, [consumer, "startingTimestamp"], '"starting_position" is not AT_TIMESTAMP');
  if (consumer.consumerName !== null) checkConsumerName(context, stream, consumer);
}

/** Two bindings of one consumer are found with the model. */
function checkConsumerName(
  context: JavaContext,
  stream: Named<KinesisStream>,
  consumer: NonNullable<KinesisStream["consumer"]>,
): void {
  const place: Place = [consumer, "consumerName"];
  if (consumer.type === "standard") {
    ignored(context, place, '"type" is standard, which registers no consumer');
    return;
  }
  const readers = readersOf(context.model).countOf(stream.name);
  if (readers > 1) {
    const problem = `serves one process only, and ${readers} may read: a second one takes the first one's records`;
    risky(context, place, problem, 'Read with "type: standard" where several processes read.');
  }
}

export function checkSink(context: JavaContext, stream: Named<KinesisStream>): void {
  checkShared(context, stream);
  const connectivity = stream.errorHandling?.connectivity ?? null;
  if (connectivity !== null && stream.direction === "sink") {
    for (const key of Object.keys(connectivity)) {
      if (isStatedIn(context, connectivity, key))
        ignored(context, [connectivity, key], "the sink sends what failed again, for ever");
    }
  }
  const { producer } = stream;
  if (producer === null) return;
  if (producer.aggregation && isStatedIn(context, producer, "aggregation")) {
    const problem = "it writes each record by itself, and its readers take none apart";
    const help = "Remove it, or set it to false.";
    reportImpossible(context, [producer, "aggregation"], "the Kinesis connector", problem, help);
  }
  if ((producer.collectionMaxCount ?? 0) > mostRecords)
    exceeds(
      context,
      [producer, "collectionMaxCount"],
      `the ${mostRecords} records of a request`,
      "Kinesis refuses larger ones",
      `Set it to ${mostRecords} or less.`,
    );
}

function checkShared(context: JavaContext, stream: Named<KinesisStream>): void {
  if (stream.accountId === null) {
    const problem =
      "does not say which account owns the stream: the variable AWS_ACCOUNT_ID must be set where the job starts";
    risky(context, [stream, "stream"], problem, 'Add "account_id" beside it.');
  }
  invalid(
    context,
    [stream, "stream"],
    stream.stream,
    /^[\w.-]{1,128}$/u,
    "1 to 128 letters, digits, _ . or -",
  );
  const { credentials } = stream;
  if (credentials?.type === "assume_role" && credentials.roleArn !== null) {
    if (credentials.sessionName === null) tellSession(context, credentials);
    invalid(
      context,
      [credentials, "roleArn"],
      credentials.roleArn,
      /^arn:aws[\w-]*:iam::\d{12}:role\/.+$/u,
      "the ARN of a role, with an account of 12 digits",
    );
  }
  if (credentials?.type === "static") {
    const problem =
      "is read from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY where the job runs, whatever the file calls its variables";
    risky(context, [credentials, "type"], problem, "Set both there, or prefer a role.");
  }
}

/** The connector starts only with a session name; it tells jobs apart in the logs of AWS. */
function tellSession(context: JavaContext, credentials: KinesisStreamCredentials): void {
  const roleArn = pathOf(context, credentials, "roleArn");
  const values = {
    property: roleArn.replace(/role_arn$/u, "session_name"),
    derivation: `"${defaultSession}", by which the logs of AWS cannot tell jobs apart`,
  };
  const help = 'Add "session_name" beside it.';
  context.report(diagnose("N750", spanOf(context, credentials, "roleArn"), values, { help }));
}

function invalid(
  context: JavaContext,
  [object, key]: Place,
  text: string,
  pattern: RegExp,
  form: string,
): void {
  if (pattern.test(text)) return;
  const values = { property: pathOf(context, object, key), problem: `it must be ${form}` };
  context.report(diagnose("E703", spanOf(context, object, key), values));
}
