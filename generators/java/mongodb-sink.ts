// The class that makes the sink of a MongoDB stream.
import { javaString } from "../../src/encode/java.js";
import { code } from "../../src/encode/leaf.js";
import type { MongodbSinkStream } from "../../src/model/bindings.js";
import type { Named } from "../../src/model/infra-model.js";
import { confirming } from "./confirming.js";
import { claimClassName, packageOf, type JavaContext } from "./context.js";
import type { JavaClass } from "./java-class.js";
import { javaText } from "./runtime-values.js";

const connector = "org.apache.flink.connector.mongodb.sink";

export function mongodbSink(context: JavaContext, stream: Named<MongodbSinkStream>): JavaClass {
  const { database, collection } = stream;
  const uri = javaText(context, stream, "uri");
  const concern = stream.completion?.enabled === true ? stream.completion.writeConcern : null;
  const confirmed = confirming(context, stream, `${database}.${collection}`);
  const { support } = context;
  return {
    packageName: packageOf(context, "streams"),
    name: claimClassName(context, "streams", stream, "Sink"),
    template: "mongodb-sink",
    imports: [
      "org.apache.flink.api.connector.sink2.Sink",
      "org.apache.flink.connector.base.DeliveryGuarantee",
      `${connector}.MongoSink`,
      `${connector}.writer.serializer.MongoSerializationSchema`,
      support.use("DeferredSink"),
      ...uri.imports,
      ...(concern === null ? [] : [support.use("MongoUris")]),
      ...confirmed.imports,
    ],
    view: {
      stream: stream.name,
      path: `streams.${stream.name}`,
      environment: context.model.environment,
      database,
      collection,
      uri:
        concern === null
          ? uri.expression
          : code(`MongoUris.with(${uri.expression.text}, "w", ${javaString(concern)})`),
      ...confirmed.view,
    },
    lists: {
      section: "streams",
      binding: stream.name,
      summary: `writes to the MongoDB collection ${database}.${collection}`,
    },
  };
}
