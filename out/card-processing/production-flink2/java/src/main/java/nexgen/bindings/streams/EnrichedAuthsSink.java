package nexgen.bindings.streams;

import java.util.Properties;
import nexgen.bindings.runtime.LoginConfigProvider;
import nexgen.bindings.runtime.RuntimeValues;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;

/**
 * Writes to the stream <code>enriched_auths</code>, the Kafka topic <code>prod.auth.enriched.flink2</code>.
 *
 * <p>Made from the binding <code>streams.enriched_auths</code>, environment <code>production-flink2</code>.
 */
public final class EnrichedAuthsSink {

  /** The logical name of the stream: a good name, and uid, for the operator. */
  public static final String NAME = "enriched_auths";

  /** The topic that is written. */
  public static final String TOPIC = "prod.auth.enriched.flink2";

  private EnrichedAuthsSink() {}

  /**
   * A sink whose serializer makes the whole record: topic, key, value and headers.
   *
   * <p>Records become visible to readers of committed records with the checkpoint after them.
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
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionalIdPrefix(transactionalIdPrefix(process))
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
   * What the ids of transactions start with. A broker ends the transaction of a sink whose id another
   * one takes: it must be unique for each job and sink on the cluster.
   *
   * @param process the stream process that writes
   * @return the prefix, which never changes for a job that keeps its state
   */
  public static String transactionalIdPrefix(String process) {
    return "flink2-auth-enriched-" + process;
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
    // streams.enriched_auths.producer.acks
    properties.setProperty("acks", "all");
    // streams.enriched_auths.producer.idempotence
    properties.setProperty("enable.idempotence", "true");
    // streams.enriched_auths.producer.compression
    properties.setProperty("compression.type", "lz4");
    // streams.enriched_auths.producer.transaction_timeout
    properties.setProperty("transaction.timeout.ms", "900000");
    // streams.enriched_auths.properties.security.protocol
    properties.setProperty("security.protocol", "SASL_SSL");
    // streams.enriched_auths.properties.sasl.mechanism
    properties.setProperty("sasl.mechanism", "SCRAM-SHA-512");
    // streams.enriched_auths.properties.sasl.username
    properties.setProperty("sasl.jaas.config", "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"${nexgen_login:" + RuntimeValues.secretsFolder() + "/kafka_credentials:username}\" password=\"${nexgen_login:" + RuntimeValues.secretsFolder() + "/kafka_credentials:password}\";");
    return properties;
  }
}
