package nexgen.bindings.streams;

import java.util.Properties;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;

/**
 * Writes to the stream <code>hourly_summaries</code>, the Kafka topic <code>dev.transaction.summary.v1</code>.
 *
 * <p>Made from the binding <code>streams.hourly_summaries</code>, environment <code>development</code>.
 */
public final class HourlySummariesSink {

  /** The logical name of the stream: a good name, and uid, for the operator. */
  public static final String NAME = "hourly_summaries";

  /** The topic that is written. */
  public static final String TOPIC = "dev.transaction.summary.v1";

  private HourlySummariesSink() {}

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
        .setBootstrapServers("localhost:9092")
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
   * The settings of the Kafka client.
   *
   * @return new properties; credentials in them are references, which the client resolves
   */
  public static Properties properties() {
    Properties properties = new Properties();
    // streams.hourly_summaries.producer.acks
    properties.setProperty("acks", "all");
    // streams.hourly_summaries.producer.idempotence
    properties.setProperty("enable.idempotence", "true");
    // streams.hourly_summaries.producer.compression
    properties.setProperty("compression.type", "zstd");
    return properties;
  }
}
