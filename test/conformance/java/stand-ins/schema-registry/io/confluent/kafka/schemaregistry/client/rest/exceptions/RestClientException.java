package io.confluent.kafka.schemaregistry.client.rest.exceptions;

/** Stand-in for the class of kafka-schema-registry-client 7.5.3: signatures only. */
public class RestClientException extends Exception {
  private static final long serialVersionUID = 1L;

  public RestClientException(String message, int status, int errorCode) {
    super(message + "; error code: " + errorCode + " (" + status + ")");
  }
}
