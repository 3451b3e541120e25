package io.confluent.kafka.schemaregistry;

/** Stand-in for the class of kafka-schema-registry-client 7.5.3: signatures only. */
public interface ParsedSchema {}
