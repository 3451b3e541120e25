package nexgen.bindings.deadletters;

import java.util.Properties;
import nexgen.bindings.runtime.DeadLetter;
import nexgen.bindings.runtime.DeadLetterRecordSerializer;
import nexgen.bindings.runtime.EnvironmentConfigProvider;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;

/**
 * Puts dead letters on the Kafka topic <code>staging.auth.dlq</code>, with key, value and headers as they were received.
 *
 * <p>Made from <code>dead_letters.auth_dlq</code>, environment <code>staging</code>.
 */
public final class AuthDlqSink {

  /** The logical name: a good name, and uid, for the operator. */
  public static final String NAME = "auth_dlq";

  /** The topic that is written. */
  public static final String TOPIC = "staging.auth.dlq";

  private AuthDlqSink() {}

  /**
   * A sink of dead letters.
   *
   * @return the sink, for {@code DataStream.sinkTo}
   */
  public static KafkaSink<DeadLetter> create() {
    return KafkaSink.<DeadLetter>builder()
        .setKafkaProducerConfig(properties())
        .setBootstrapServers("kafka-bootstrap.staging.example.com:9094")
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
    properties.setProperty("config.providers", "nexgen_env");
    properties.setProperty("config.providers.nexgen_env.class", EnvironmentConfigProvider.class.getName());
    properties.setProperty("acks", "all");
    properties.setProperty("enable.idempotence", "true");
    // dead_letters.auth_dlq.properties.security.protocol
    properties.setProperty("security.protocol", "SASL_SSL");
    // dead_letters.auth_dlq.properties.sasl.mechanism
    properties.setProperty("sasl.mechanism", "SCRAM-SHA-512");
    // dead_letters.auth_dlq.properties.sasl.jaas.config
    properties.setProperty("sasl.jaas.config", "${nexgen_env:KAFKA_JAAS_CONFIG}");
    return properties;
  }
}
