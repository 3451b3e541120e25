// Property groups about encoding that streams and completions share.
// Holds no section: registry addresses have one canonical place, the other spellings are synonyms.
import { from } from "../build-property.js";
import type { Properties, Synonym } from "../property.js";
import { javaClassName } from "./java-class-name.js";

const sb = from("SB");

const recordFormats = ["json", "avro", "protobuf", "string", "bytes"];

/** How records are encoded: what stands below `serialization`. */
export const serializationProperties: Properties = {
  key_format: sb.choice("Encoding of the record key.", recordFormats),
  value_format: sb.choice("Encoding of the record value.", recordFormats),
  avro: sb.map("Settings that apply when a format is avro.", {
    subject_name_strategy: sb.choice("Rule that names the subject of a schema in the registry.", [
      "TopicNameStrategy",
      "RecordNameStrategy",
      "TopicRecordNameStrategy",
    ]),
    auto_register: sb.boolean("Whether a writer publishes a schema that the registry lacks."),
  }),
  protobuf: sb.map("Settings that apply when a format is protobuf.", {
    message_class: sb.text("Full name of the generated Java message class.", javaClassName),
    include_schema: sb.boolean("Whether the schema travels with each message."),
  }),
};

/** The connection to the schema registry: what stands below `schema_registry`. */
export const schemaRegistryProperties: Properties = {
  url: sb.url("Address of the schema registry.", ["http", "https"], { sensitive: "connection" }),
  basic_auth: sb.text("Login to the schema registry, as user:password.", {
    sensitive: "credential",
  }),
};

/** Older places of the registry's address, the same in every block that has one. */
export const schemaRegistrySynonyms: readonly Synonym[] = [
  "serialization.avro.schema_registry_url",
  "serialization.schema_registry_url",
].map((spelled) => ({ canonical: "schema_registry.url", spelled, bothSet: "error-if-different" }));
