package io.confluent.kafka.schemaregistry.client;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;

/** Stand-in for the class of kafka-schema-registry-client 7.5.3: signatures only. */
public interface SchemaRegistryClient {
  int register(String subject, ParsedSchema schema) throws IOException, RestClientException;

  int getId(String subject, ParsedSchema schema) throws IOException, RestClientException;

  ParsedSchema getSchemaById(int id) throws IOException, RestClientException;
}
