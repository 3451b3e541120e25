package nexgen.bindings.streams;

import nexgen.bindings.runtime.RegistryCoder;
import nexgen.bindings.runtime.RuntimeValues;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.formats.avro.RegistryAvroDeserializationSchema;
import org.apache.flink.formats.avro.RegistryAvroSerializationSchema;
import org.apache.flink.formats.avro.SchemaCoder;

/**
 * Encodes and decodes records of <code>streams.auth_events</code> as the binding says.
 *
 * <p>Keys: string. Values: avro.
 */
public final class AuthEventsFormat {

  private AuthEventsFormat() {}

  /**
   * Decodes a value from Avro into a generated class; the registry knows the writer's schema.
   *
   * @param type the generated class, whose schema is the reader's
   * @param <T> the type of the value
   * @return a new deserializer
   */
  public static <T extends SpecificRecord> DeserializationSchema<T> deserializer(Class<T> type) {
    return new RegistryAvroDeserializationSchema<>(type, null, registry());
  }

  /**
   * Decodes a value from Avro; the registry knows the writer's schema.
   *
   * @param schema the reader's schema
   * @return a new deserializer
   */
  public static DeserializationSchema<GenericRecord> deserializer(Schema schema) {
    return new RegistryAvroDeserializationSchema<>(GenericRecord.class, schema, registry());
  }

  /**
   * Encodes a value of a generated class as Avro, with the registry's id of its schema.
   *
   * @param type the generated class
   * @param <T> the type of the value
   * @return a new serializer
   */
  public static <T extends SpecificRecord> SerializationSchema<T> serializer(Class<T> type) {
    return RegistryAvroSerializationSchema.forSpecific(type, registry());
  }

  /**
   * Encodes a value as Avro, with the registry's id of its schema.
   *
   * @param schema the schema to write with
   * @return a new serializer
   */
  public static SerializationSchema<GenericRecord> serializer(Schema schema) {
    return RegistryAvroSerializationSchema.forGeneric(schema, registry());
  }

  private static SchemaCoder.SchemaCoderProvider registry() {
    return new RegistryCoder.Provider(
        () -> RuntimeValues.variable("SCHEMA_REGISTRY_URL"),
        () -> "",
        RegistryCoder.SubjectNaming.TOPIC_NAME,
        "staging.auth.events.v3",
        false,
        false);
  }

  /**
   * Decodes a key from text in UTF-8.
   *
   * @return a new deserializer
   */
  public static DeserializationSchema<String> keyDeserializer() {
    return new SimpleStringSchema();
  }

  /**
   * Encodes a key as text in UTF-8.
   *
   * @return a new serializer
   */
  public static SerializationSchema<String> keySerializer() {
    return new SimpleStringSchema();
  }
}
