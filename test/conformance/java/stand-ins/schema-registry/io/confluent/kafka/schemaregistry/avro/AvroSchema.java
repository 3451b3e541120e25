package io.confluent.kafka.schemaregistry.avro;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import org.apache.avro.Schema;

/** Stand-in for the class of kafka-schema-registry-client 7.5.3: signatures only. */
public class AvroSchema implements ParsedSchema {
  private final Schema schema;

  public AvroSchema(Schema schema) {
    this.schema = schema;
  }

  public Schema rawSchema() {
    return schema;
  }
}
