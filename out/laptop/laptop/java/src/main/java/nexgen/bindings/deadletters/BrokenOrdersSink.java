package nexgen.bindings.deadletters;

import java.util.Properties;
import nexgen.bindings.runtime.DeadLetter;
import nexgen.bindings.runtime.DeadLetterRecordSerializer;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;

/**
 * Puts dead letters on the Kafka topic <code>orders.broken.v1</code>, with key, value and headers as they were received.
 *
 * <p>Made from <code>dead_letters.broken_orders</code>, environment <code>laptop</code>.
 */
public final class BrokenOrdersSink {

  /** The logical name: a good name, and uid, for the operator. */
  public static final String NAME = "broken_orders";

  /** The topic that is written. */
  public static final String TOPIC = "orders.broken.v1";

  private BrokenOrdersSink() {}

  /**
   * A sink of dead letters.
   *
   * @return the sink, for {@code DataStream.sinkTo}
   */
  public static KafkaSink<DeadLetter> create() {
    return KafkaSink.<DeadLetter>builder()
        .setKafkaProducerConfig(properties())
        .setBootstrapServers("kafka:9092")
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setRecordSerializer(new DeadLetterRecordSerializer(TOPIC, false))
        .build();
  }

  /**
   * The settings of the Kafka client.
   *
   * @return new properties; credentials in them are references, which the client resolves
   */
  public static Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("acks", "all");
    properties.setProperty("enable.idempotence", "true");
    return properties;
  }
}
