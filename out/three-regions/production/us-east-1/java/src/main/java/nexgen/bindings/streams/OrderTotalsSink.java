package nexgen.bindings.streams;

import java.util.Properties;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;

/**
 * Writes to the stream <code>order_totals</code>, the Kafka topic <code>order-totals.v1</code>.
 *
 * <p>Made from the binding <code>streams.order_totals</code>, environment <code>production</code>.
 */
public final class OrderTotalsSink {

  /** The logical name of the stream: a good name, and uid, for the operator. */
  public static final String NAME = "order_totals";

  /** The topic that is written. */
  public static final String TOPIC = "order-totals.v1";

  private OrderTotalsSink() {}

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
        .setBootstrapServers("kafka.warehouse.example.com:9092")
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
    // streams.order_totals.producer.acks
    properties.setProperty("acks", "all");
    // streams.order_totals.producer.idempotence
    properties.setProperty("enable.idempotence", "true");
    return properties;
  }
}
