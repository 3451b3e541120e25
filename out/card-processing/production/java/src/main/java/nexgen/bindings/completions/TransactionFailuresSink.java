package nexgen.bindings.completions;

import java.util.Properties;
import nexgen.bindings.runtime.LoginConfigProvider;
import nexgen.bindings.runtime.RuntimeValues;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;

/**
 * Writes to the stream <code>transaction_failures</code>, the Kafka topic <code>prod.transaction.failures.v1</code>.
 *
 * <p>Made from the binding <code>completions.transaction_failures</code>, environment <code>production</code>.
 */
public final class TransactionFailuresSink {

  /** The logical name of the stream: a good name, and uid, for the operator. */
  public static final String NAME = "transaction_failures";

  /** The topic that is written. */
  public static final String TOPIC = "prod.transaction.failures.v1";

  private TransactionFailuresSink() {}

  /**
   * A sink whose serializer makes the whole record: topic, key, value and headers.
   *
   * @param process the stream process that writes
   * @param serializer makes a record, for {@link #TOPIC}
   * @param <T> the type of what is written
   * @return the sink, for {@code DataStream.sinkTo}
   */
  public static <T> KafkaSink<T> create(
      String process, KafkaRecordSerializationSchema<T> serializer) {
    return KafkaSink.<T>builder()
        .setKafkaProducerConfig(properties())
        .setBootstrapServers("kafka-0.cards.example.com:9094,kafka-1.cards.example.com:9094,kafka-2.cards.example.com:9094")
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setRecordSerializer(serializer)
        .build();
  }

  /**
   * A sink of records with a key; records of one key stay in order.
   *
   * @param process the stream process that writes
   * @param keySerializer makes the key of a record
   * @param valueSerializer makes the value of a record; a class, since a lambda hides its type from
   *     the connector
   * @param <T> the type of what is written
   * @return the sink, for {@code DataStream.sinkTo}
   */
  public static <T> KafkaSink<T> create(
      String process, SerializationSchema<T> keySerializer, SerializationSchema<T> valueSerializer) {
    return create(
        process,
        KafkaRecordSerializationSchema.<T>builder()
            .setTopic(TOPIC)
            .setKeySerializationSchema(keySerializer)
            .setValueSerializationSchema(valueSerializer)
            .build());
  }

  /**
   * A sink of records without a key, which are spread over the partitions.
   *
   * @param process the stream process that writes
   * @param valueSerializer makes the value of a record; a class, since a lambda hides its type from
   *     the connector
   * @param <T> the type of what is written
   * @return the sink, for {@code DataStream.sinkTo}
   */
  public static <T> KafkaSink<T> create(String process, SerializationSchema<T> valueSerializer) {
    return create(
        process,
        KafkaRecordSerializationSchema.<T>builder()
            .setTopic(TOPIC)
            .setValueSerializationSchema(valueSerializer)
            .build());
  }

  /**
   * The settings of the Kafka client.
   *
   * @return new properties; credentials in them are references, which the client resolves
   */
  public static Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("config.providers", "nexgen_login");
    properties.setProperty("config.providers.nexgen_login.class", LoginConfigProvider.class.getName());
    // completions.transaction_failures.producer.acks
    properties.setProperty("acks", "all");
    // completions.transaction_failures.producer.idempotence
    properties.setProperty("enable.idempotence", "true");
    // completions.transaction_failures.properties.security.protocol
    properties.setProperty("security.protocol", "SASL_SSL");
    // completions.transaction_failures.properties.sasl.mechanism
    properties.setProperty("sasl.mechanism", "SCRAM-SHA-512");
    // completions.transaction_failures.properties.sasl.username
    properties.setProperty("sasl.jaas.config", "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"${nexgen_login:" + RuntimeValues.secretsFolder() + "/kafka_credentials:username}\" password=\"${nexgen_login:" + RuntimeValues.secretsFolder() + "/kafka_credentials:password}\";");
    return properties;
  }
}
