package nexgen.bindings.deadletters;

import java.util.Properties;
import nexgen.bindings.runtime.DeadLetter;
import nexgen.bindings.runtime.DeadLetterRecordSerializer;
import nexgen.bindings.runtime.LoginConfigProvider;
import nexgen.bindings.runtime.RuntimeValues;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;

/**
 * Puts dead letters on the Kafka topic <code>prod.auth.dlq</code>, with key, value and headers as they were received.
 *
 * <p>Made from <code>dead_letters.auth_dlq</code>, environment <code>production</code>.
 */
public final class AuthDlqSink {

  /** The logical name: a good name, and uid, for the operator. */
  public static final String NAME = "auth_dlq";

  /** The topic that is written. */
  public static final String TOPIC = "prod.auth.dlq";

  private AuthDlqSink() {}

  /**
   * A sink of dead letters.
   *
   * @return the sink, for {@code DataStream.sinkTo}
   */
  public static KafkaSink<DeadLetter> create() {
    return KafkaSink.<DeadLetter>builder()
        .setKafkaProducerConfig(properties())
        .setBootstrapServers("kafka-0.cards.example.com:9094,kafka-1.cards.example.com:9094,kafka-2.cards.example.com:9094")
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
    properties.setProperty("config.providers", "nexgen_login");
    properties.setProperty("config.providers.nexgen_login.class", LoginConfigProvider.class.getName());
    properties.setProperty("acks", "all");
    properties.setProperty("enable.idempotence", "true");
    // dead_letters.auth_dlq.properties.security.protocol
    properties.setProperty("security.protocol", "SASL_SSL");
    // dead_letters.auth_dlq.properties.sasl.mechanism
    properties.setProperty("sasl.mechanism", "SCRAM-SHA-512");
    // dead_letters.auth_dlq.properties.sasl.username
    properties.setProperty("sasl.jaas.config", "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"${nexgen_login:" + RuntimeValues.secretsFolder() + "/kafka_credentials:username}\" password=\"${nexgen_login:" + RuntimeValues.secretsFolder() + "/kafka_credentials:password}\";");
    return properties;
  }
}
