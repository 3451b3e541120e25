// The class that encodes and decodes the records of one binding: its `serialization`, and the schema
// registry where the format has one.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { javaString } from "../../src/encode/java.js";
import { code } from "../../src/encode/leaf.js";
import type { View } from "../../src/generator/contract.js";
import type { StreamSchemaRegistry, StreamSerialization } from "../../src/model/bindings.js";
import type { Named } from "../../src/model/infra-model.js";
import { ignored, risky } from "../../src/targets/kafka/places.js";
import { claimClassName, packageOf, spanOf, type JavaContext } from "./context.js";
import type { BindingSection, JavaClass } from "./java-class.js";
import type { MavenDependency } from "./maven.js";
import { javaText } from "./runtime-values.js";

/** A binding whose records have a format. */
export interface FormattedBinding {
  readonly serialization: StreamSerialization | null;
  readonly schemaRegistry: StreamSchemaRegistry | null;
}

/** The class, or none where the binding names no format. */
export interface FormatClass {
  readonly classes: readonly JavaClass[];
  readonly dependencies: readonly MavenDependency[];
}

type Format = "json" | "avro" | "protobuf" | "string" | "bytes";

const flink = {
  groupId: "org.apache.flink",
  version: "${flink.version}",
  scope: "compile",
} as const;

const registryClient: MavenDependency = {
  groupId: "io.confluent",
  artifactId: "kafka-schema-registry-client",
  version: "7.5.3",
  scope: "compile",
  fromConfluent: true,
  // The connector's own clients must not be replaced.
  exclusions: ["org.apache.kafka:kafka-clients"],
};

/** The format class of `binding`; `topic` names the subjects of its schemas. */
export function formatClass(
  context: JavaContext,
  section: BindingSection,
  binding: Named<FormattedBinding>,
  topic: string,
): FormatClass {
  const { serialization } = binding;
  const path = `${section}.${binding.name}`;
  checkFormat(context, binding);
  if (serialization === null) return { classes: [], dependencies: [] };
  const writer = new FormatWriter(context, binding, topic);
  const parts = [
    ...(serialization.valueFormat === null
      ? []
      : [writer.part("value", serialization.valueFormat)]),
    ...(serialization.keyFormat === null ? [] : [writer.part("key", serialization.keyFormat)]),
  ];
  if (parts.length === 0) return { classes: [], dependencies: [] };
  const formats = [serialization.keyFormat, serialization.valueFormat];
  const [key, value] = formats.map((format) => format ?? "not stated");
  return {
    classes: [
      {
        packageName: packageOf(context, section),
        name: claimClassName(context, section, binding, "Format"),
        template: "format",
        imports: writer.imports,
        view: { path, formats: `Keys: ${key}. Values: ${value}.`, parts },
        lists: { section, binding: binding.name, summary: "encodes and decodes its records" },
      },
    ],
    dependencies: writer.dependencies,
  };
}

/** Collects what the methods of one format class need. */
class FormatWriter {
  readonly #context: JavaContext;
  readonly #binding: FormattedBinding;
  readonly #topic: string;
  readonly #imports = new Set([
    "org.apache.flink.api.common.serialization.DeserializationSchema",
    "org.apache.flink.api.common.serialization.SerializationSchema",
  ]);
  readonly dependencies: MavenDependency[] = [];

  constructor(context: JavaContext, binding: FormattedBinding, topic: string) {
    this.#context = context;
    this.#binding = binding;
    this.#topic = topic;
  }

  get imports(): readonly string[] {
    return [...this.#imports];
  }

  part(part: "key" | "value", format: Format): View {
    const isKey = part === "key";
    const withRegistry = format === "avro" && this.#registryUrl() !== null;
    const messageClass = this.#binding.serialization?.protobuf?.messageClass ?? null;
    this.#need(format, withRegistry);
    if (isKey) this.#context.support.use("KeySerializer");
    return {
      part,
      decoder: code(isKey ? "keyDeserializer" : "deserializer"),
      encoder: code(isKey ? "keySerializer" : "serializer"),
      isJson: format === "json",
      isString: format === "string",
      isBytes: format === "bytes",
      isProtobuf: format === "protobuf",
      hasMessageClass: messageClass !== null,
      messageClass: messageClass ?? "",
      isAvro: format === "avro" && !withRegistry,
      isRegistryAvro: withRegistry,
      ...this.#registryView(isKey),
    };
  }

  #registryUrl(): StreamSchemaRegistry["url"] {
    return this.#binding.schemaRegistry?.url ?? null;
  }

  #registryView(isKey: boolean): View {
    const registry = this.#binding.schemaRegistry;
    const avro = this.#binding.serialization?.avro ?? null;
    if (registry === null) return {};
    const url = javaText(this.#context, registry, "url");
    const login = javaText(this.#context, registry, "basicAuth");
    for (const name of [...url.imports, ...login.imports]) this.#imports.add(name);
    const strategy = avro?.subjectNameStrategy ?? "TopicNameStrategy";
    return {
      registry: code(isKey ? "keyRegistry" : "registry"),
      registryUrl: url.expression,
      registryLogin: registry.basicAuth === null ? code(javaString("")) : login.expression,
      naming: code(namings[strategy]),
      topic: this.#topic,
      isKey: code(String(isKey)),
      register: code(String(avro?.autoRegister ?? true)),
    };
  }

  #need(format: Format, withRegistry: boolean): void {
    const { support } = this.#context;
    if (format === "json") {
      this.dependencies.push({ ...flink, artifactId: "flink-json" });
      this.#imports.add("org.apache.flink.formats.json.JsonDeserializationSchema");
      this.#imports.add("org.apache.flink.formats.json.JsonSerializationSchema");
    }
    if (format === "string")
      this.#imports.add("org.apache.flink.api.common.serialization.SimpleStringSchema");
    if (format === "bytes") this.#imports.add(support.use("BytesSchema"));
    if (format === "protobuf") {
      this.#imports.add("com.google.protobuf.MessageLite");
      this.#imports.add(support.use("ProtobufSchema"));
    }
    if (format !== "avro") return;
    this.dependencies.push({ ...flink, artifactId: "flink-avro" });
    for (const name of [
      "org.apache.avro.Schema",
      "org.apache.avro.generic.GenericRecord",
      "org.apache.avro.specific.SpecificRecord",
    ])
      this.#imports.add(name);
    const avro = "org.apache.flink.formats.avro";
    if (!withRegistry) {
      this.#imports.add(`${avro}.AvroDeserializationSchema`);
      this.#imports.add(`${avro}.AvroSerializationSchema`);
      return;
    }
    this.dependencies.push(registryClient);
    this.#imports.add(`${avro}.RegistryAvroDeserializationSchema`);
    this.#imports.add(`${avro}.RegistryAvroSerializationSchema`);
    this.#imports.add(`${avro}.SchemaCoder`);
    this.#imports.add(support.use("RegistryCoder"));
  }
}

const namings = {
  TopicNameStrategy: "TOPIC_NAME",
  RecordNameStrategy: "RECORD_NAME",
  TopicRecordNameStrategy: "TOPIC_RECORD_NAME",
} as const;

function checkFormat(context: JavaContext, binding: Named<FormattedBinding>): void {
  const { serialization, schemaRegistry } = binding;
  const formats = new Set([serialization?.keyFormat ?? null, serialization?.valueFormat ?? null]);
  const { avro = null, protobuf = null } = serialization ?? {};
  if (serialization !== null && avro !== null && !formats.has("avro"))
    ignored(context, [serialization, "avro"], "neither key nor value is Avro");
  if (serialization !== null && protobuf !== null && !formats.has("protobuf"))
    ignored(context, [serialization, "protobuf"], "neither key nor value is Protocol Buffers");
  if (protobuf?.includeSchema === true)
    ignored(
      context,
      [protobuf, "includeSchema"],
      "generated message classes know their schema, and write messages without it",
    );
  checkRegistry(context, binding);
  if (formats.has("protobuf") && schemaRegistry !== null && serialization !== null)
    risky(
      context,
      [serialization, serialization.valueFormat === "protobuf" ? "valueFormat" : "keyFormat"],
      "is read and written without the framing of a schema registry",
      'Remove "schema_registry", or give the factories a schema of your own that knows the framing.',
    );
}

function checkRegistry(
  context: JavaContext,
  { serialization, schemaRegistry }: FormattedBinding,
): void {
  const usesAvro = serialization?.valueFormat === "avro" || serialization?.keyFormat === "avro";
  if (schemaRegistry !== null && !usesAvro && serialization?.valueFormat !== "protobuf")
    ignored(context, [schemaRegistry, "url"], "neither key nor value is Avro");
  if (schemaRegistry !== null && schemaRegistry.url === null && schemaRegistry.basicAuth !== null) {
    const values = { property: "schema_registry.url", condition: '"basic_auth" is set' };
    context.report(diagnose("E752", spanOf(context, schemaRegistry, "basicAuth"), values));
  }
  const avro = serialization?.avro ?? null;
  if (avro === null || !usesAvro || schemaRegistry?.url !== undefined) return;
  for (const key of ["autoRegister", "subjectNameStrategy"] as const) {
    if (avro[key] !== null) ignored(context, [avro, key], "there is no schema registry");
  }
}
