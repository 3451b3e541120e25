package nexgen.bindings.deadletters;

import java.util.Properties;
import nexgen.bindings.runtime.DeadLetter;
import nexgen.bindings.runtime.DeadLetterRecordSerializer;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;

/**
 * Puts dead letters on the Kafka topic <code>dev.auth.dlq</code>, with key, value and headers as they were received.
 *
 * <p>Made from <code>dead_letters.auth_dlq</code>, environment <code>development</code>.
 */
public final class AuthDlqSink {

  /** The logical name: a good name, and uid, for the operator. */
  public static final String NAME = "auth_dlq";

  /** The topic that is written. */
  public static final String TOPIC = "dev.auth.dlq";

  private AuthDlqSink() {}

  /**
   * A sink of dead letters.
   *
   * @return the sink, for {@code DataStream.sinkTo}
   */
  public static KafkaSink<DeadLetter> create() {
    return KafkaSink.<DeadLetter>builder()
        .setKafkaProducerConfig(properties())
        .setBootstrapServers("localhost:9092")
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setRecordSerializer(new DeadLetterRecordSerializer(TOPIC, true))
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
