package nexgen.bindings.streams;

import java.util.Properties;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/**
 * Reads the stream <code>orders</code>, the Kafka topic <code>orders.v1</code>.
 *
 * <p>Made from the binding <code>streams.orders</code>, environment <code>production</code>.
 */
public final class OrdersSource {

  /** The logical name of the stream: a good name, and uid, for the operator. */
  public static final String NAME = "orders";

  /** The topic that is read. */
  public static final String TOPIC = "orders.v1";

  private OrdersSource() {}

  /**
   * A source that decodes whole records: key, value, headers and place.
   *
   * <p>It starts where the consumer group left off, unless the job starts from state.
   *
   * @param process the stream process that reads; see {@link #groupId}
   * @param deserializer decodes a record
   * @param <T> the type of a decoded record
   * @return the source, for {@code StreamExecutionEnvironment.fromSource}
   */
  public static <T> KafkaSource<T> create(
      String process, KafkaRecordDeserializationSchema<T> deserializer) {
    return source(process, deserializer);
  }

  /**
   * A source that decodes values only.
   *
   * @param process the stream process that reads; see {@link #groupId}
   * @param deserializer decodes the value of a record
   * @param <T> the type of a decoded value
   * @return the source, for {@code StreamExecutionEnvironment.fromSource}
   */
  public static <T> KafkaSource<T> create(
      String process, DeserializationSchema<T> deserializer) {
    return create(process, KafkaRecordDeserializationSchema.valueOnly(deserializer));
  }

  private static <T> KafkaSource<T> source(
      String process, KafkaRecordDeserializationSchema<T> deserializer) {
    return KafkaSource.<T>builder()
        .setProperties(properties())
        .setBootstrapServers("kafka.us-east-1.example.com:9092")
        .setTopics(TOPIC)
        .setGroupId(groupId(process))
        .setClientIdPrefix(process + "-" + NAME)
        .setStartingOffsets(OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
        .setDeserializer(deserializer)
        .build();
  }

  /**
   * The consumer group whose committed offsets show how far a process has come.
   *
   * @param process the stream process that reads
   * @return the name of the process
   */
  public static String groupId(String process) {
    return process;
  }

  /**
   * The settings of the Kafka client.
   *
   * @return new properties; credentials in them are references, which the client resolves
   */
  public static Properties properties() {
    Properties properties = new Properties();
    // streams.orders.consumer.isolation_level
    properties.setProperty("isolation.level", "read_committed");
    properties.setProperty("partition.discovery.interval.ms", "300000");
    return properties;
  }
}
