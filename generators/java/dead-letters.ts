// The sinks of dead letters: those that the file binds, and the topics that streams name for their own.
import { code } from "../../src/encode/leaf.js";
import type {
  DeadLetter,
  KafkaStream,
  MongodbDeadLetter,
  S3DeadLetter,
  Text,
} from "../../src/model/bindings.js";
import type { Named } from "../../src/model/infra-model.js";
import { usedBindings } from "../../src/model/uses.js";
import { producerSettings } from "../../src/targets/kafka/client-settings.js";
import { checkFreeProperties } from "../../src/targets/kafka/free-properties.js";
import {
  checkCheckpoints,
  checkProducer,
  checkRepetitions,
} from "../../src/targets/kafka/producer-checks.js";
import { connectorDependency, type Contribution } from "./connectors.js";
import { claimClassName, packageOf, pathOf, type JavaContext } from "./context.js";
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { JavaClass } from "./java-class.js";
import { settingsView } from "./kafka/settings-view.js";
import { javaText } from "./runtime-values.js";

const flink = { groupId: "org.apache.flink", version: "${flink.version}" } as const;

/** Classes and dependencies of every dead letter binding. */
export function deadLetterClasses(context: JavaContext): Contribution {
  const parts = usedBindings(context.model, "dead_letters", context.model.deadLetters).map(
    (binding) => partsOf(context, binding),
  );
  return {
    classes: parts.flatMap(({ classes }) => classes),
    dependencies: parts.flatMap(({ dependencies }) => dependencies),
  };
}

function partsOf(context: JavaContext, binding: Named<DeadLetter>): Contribution {
  if (binding.type === "s3") {
    const dependency = {
      ...flink,
      artifactId: "flink-connector-files",
      scope: "provided",
    } as const;
    return { classes: s3Class(context, binding), dependencies: [dependency] };
  }
  const connector = connectorDependency(context, binding.type, binding, "dead_letters");
  if (connector === null) return { classes: [], dependencies: [] };
  if (binding.type === "mongodb")
    return { classes: [mongodbClass(context, binding)], dependencies: [connector] };
  checkFreeProperties(context, binding.properties, ["producer"]);
  const made = kafkaClass(context, {
    ...binding,
    name: claimClassName(context, "dead_letters", binding, "Sink"),
    binding: binding.name,
    path: `dead_letters.${binding.name}`,
    brokersOf: binding,
    connectivity: null,
  });
  return { classes: [made], dependencies: [connector] };
}

interface KafkaSinkFacts {
  /** Simple name of the class. */
  readonly name: string;
  readonly binding: string;
  readonly path: string;
  readonly topic: string;
  readonly includeMetadata: boolean;
  readonly brokersOf: { readonly brokers: Text };
  readonly properties: KafkaStream["properties"];
  readonly connectivity: NonNullable<KafkaStream["errorHandling"]>["connectivity"];
}

const kafka = "org.apache.flink.connector.kafka.sink";

function kafkaClass(context: JavaContext, facts: KafkaSinkFacts): JavaClass {
  const settings = producerSettings(context, {
    producer: null,
    properties: facts.properties,
    connectivity: facts.connectivity,
  });
  checkProducer(context, settings);
  checkRepetitions(context, settings);
  const client = settingsView(context, facts.brokersOf, settings.all);
  return {
    packageName: packageOf(context, "dead_letters"),
    name: facts.name,
    template: "kafka-dead-letters",
    imports: [
      "java.util.Properties",
      "org.apache.flink.connector.base.DeliveryGuarantee",
      `${kafka}.KafkaSink`,
      context.support.use("DeadLetter"),
      context.support.use("DeadLetterRecordSerializer"),
      ...client.imports,
    ],
    view: {
      binding: facts.binding,
      path: facts.path,
      environment: context.model.environment,
      topic: facts.topic,
      withMetadata: code(String(facts.includeMetadata)),
      brokers: client.brokers,
      settings: client.rows,
    },
    lists: {
      section: "dead_letters",
      binding: facts.binding,
      summary: `puts dead letters on the Kafka topic ${facts.topic}`,
    },
  };
}

/** The sink of the topic that `stream` names for records it cannot decode; null where it names none. */
export function ownDeadLetters(context: JavaContext, stream: Named<KafkaStream>): JavaClass | null {
  const decoding = stream.errorHandling?.deserialization ?? null;
  if (decoding?.action !== "dlq" || decoding.dlqTopic === null) return null;
  return kafkaClass(context, {
    name: claimClassName(context, "dead_letters", stream, "DeadLettersSink"),
    binding: stream.name,
    path: `streams.${stream.name}.error_handling.deserialization`,
    topic: decoding.dlqTopic,
    includeMetadata: true,
    brokersOf: stream,
    properties: stream.properties,
    connectivity: stream.errorHandling?.connectivity ?? null,
  });
}

const assigners = {
  date: `new DateTimeBucketAssigner<>("yyyy-MM-dd", ZoneOffset.UTC)`,
  hour: `new DateTimeBucketAssigner<>("yyyy-MM-dd--HH", ZoneOffset.UTC)`,
  source: "new StreamBucketAssigner()",
  none: "new BasePathBucketAssigner<>()",
} as const;

const fileSystem = "org.apache.flink.streaming.api.functions.sink.filesystem";

function s3Class(context: JavaContext, binding: Named<S3DeadLetter>): readonly JavaClass[] {
  const { format, bucket, partitionBy } = binding;
  if (format === "avro" || format === "parquet") {
    const values = {
      what: "a sink of files",
      property: pathOf(context, binding, "format"),
      problem:
        "dead letters are written as lines of JSON, which need no schema and no further library",
    };
    const span = context.origins.span(binding, "format");
    context.report(diagnose("E784", span, values, { help: 'Set "format: json".' }));
    return [];
  }
  checkCheckpoints(context, [binding, "type"], "a sink of files");
  const prefix = (binding.prefix ?? "").split("/").filter((part) => part !== "");
  const by = partitionBy ?? "none";
  const { support } = context;
  return [
    {
      packageName: packageOf(context, "dead_letters"),
      name: claimClassName(context, "dead_letters", binding, "Sink"),
      template: "s3-dead-letters",
      imports: [
        "org.apache.flink.connector.file.sink.FileSink",
        "org.apache.flink.core.fs.Path",
        `${fileSystem}.OutputFileConfig`,
        `${fileSystem}.rollingpolicies.OnCheckpointRollingPolicy`,
        support.use("DeadLetter"),
        support.use("DeadLetterEncoder"),
        ...(by === "source" ? [support.use("StreamBucketAssigner")] : []),
        ...(by === "none" ? [`${fileSystem}.bucketassigners.BasePathBucketAssigner`] : []),
        ...(by === "date" || by === "hour"
          ? ["java.time.ZoneOffset", `${fileSystem}.bucketassigners.DateTimeBucketAssigner`]
          : []),
      ],
      view: {
        binding: binding.name,
        path: `dead_letters.${binding.name}`,
        environment: context.model.environment,
        folder: `s3://${[bucket, ...prefix].join("/")}`,
        assigner: code(assigners[by]),
        withMetadata: code(String(binding.includeMetadata)),
      },
      lists: {
        section: "dead_letters",
        binding: binding.name,
        summary: `writes dead letters to the bucket ${bucket}`,
      },
    },
  ];
}

function mongodbClass(context: JavaContext, binding: Named<MongodbDeadLetter>): JavaClass {
  const uri = javaText(context, binding, "uri");
  const { support } = context;
  return {
    packageName: packageOf(context, "dead_letters"),
    name: claimClassName(context, "dead_letters", binding, "Sink"),
    template: "mongodb-dead-letters",
    imports: [
      "org.apache.flink.api.connector.sink2.Sink",
      "org.apache.flink.connector.base.DeliveryGuarantee",
      "org.apache.flink.connector.mongodb.sink.MongoSink",
      support.use("DeadLetter"),
      support.use("DeadLetterDocument"),
      support.use("DeferredSink"),
      ...uri.imports,
    ],
    view: {
      binding: binding.name,
      path: `dead_letters.${binding.name}`,
      environment: context.model.environment,
      uri: uri.expression,
      database: binding.database,
      collection: binding.collection,
      withMetadata: code(String(binding.includeMetadata)),
    },
    lists: {
      section: "dead_letters",
      binding: binding.name,
      summary: `puts dead letters into the collection ${binding.database}.${binding.collection}`,
    },
  };
}
