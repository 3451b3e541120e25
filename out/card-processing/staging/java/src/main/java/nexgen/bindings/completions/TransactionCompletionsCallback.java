package nexgen.bindings.completions;

import java.util.Properties;
import nexgen.bindings.runtime.ConfirmationSettings;
import nexgen.bindings.runtime.ConfirmingSink;
import nexgen.bindings.runtime.EnvironmentConfigProvider;
import nexgen.bindings.runtime.KeySerializer;
import nexgen.bindings.runtime.RecordField;
import nexgen.bindings.runtime.SinkDescription;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.connector.sink2.Sink;

/**
 * Announces completed writes on the Kafka topic <code>staging.transaction.completions.v1</code>.
 *
 * <p>An event is sent when the checkpoint that holds the write is complete. An event comes at least once; whoever reads the topic must expect repetitions.
 * Made from the binding <code>completions.transaction_completions</code>, environment <code>staging</code>.
 */
public final class TransactionCompletionsCallback {

  /** The topic that events go to. */
  public static final String TOPIC = "staging.transaction.completions.v1";

  private TransactionCompletionsCallback() {}

  /**
   * A sink that writes as {@code sink} does and announces each write. The key of an event is the field
   * <code>correlation_id</code> of what was written, as text.
   *
   * @param sink writes; without transactions of its own
   * @param description tells of the sink
   * @param value makes the value of an event
   * @param <T> the type of what is written
   * @return the sink, for {@code DataStream.sinkTo}
   */
  public static <T> Sink<T> around(
      Sink<T> sink, SinkDescription description, SerializationSchema<T> value) {
    return around(
        sink,
        description,
        KeySerializer.of(new RecordField<>("correlation_id"), new SimpleStringSchema()),
        value);
  }

  /**
   * A sink that writes as {@code sink} does and announces each write.
   *
   * @param sink writes; without transactions of its own
   * @param description tells of the sink
   * @param key makes the key of an event: events of one key stay in order
   * @param value makes the value of an event
   * @param <T> the type of what is written
   * @return the sink, for {@code DataStream.sinkTo}
   */
  public static <T> Sink<T> around(
      Sink<T> sink,
      SinkDescription description,
      SerializationSchema<T> key,
      SerializationSchema<T> value) {
    return new ConfirmingSink<>(sink, description, key, value, settings());
  }

  private static ConfirmationSettings settings() {
    return new ConfirmationSettings(
        TOPIC,
        properties(),
        ConfirmationSettings.Trigger.AFTER_COMMIT,
        3,
        ConfirmationSettings.Backoff.EXPONENTIAL,
        100L,
        5000L,
        true);
  }

  /**
   * The settings of the Kafka client.
   *
   * @return new properties; credentials in them are references, which the client resolves
   */
  public static Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", "kafka-bootstrap.staging.example.com:9094");
    properties.setProperty("config.providers", "nexgen_env");
    properties.setProperty("config.providers.nexgen_env.class", EnvironmentConfigProvider.class.getName());
    // completions.transaction_completions.producer.acks
    properties.setProperty("acks", "all");
    // completions.transaction_completions.producer.idempotence
    properties.setProperty("enable.idempotence", "true");
    // completions.transaction_completions.producer.compression
    properties.setProperty("compression.type", "lz4");
    // completions.transaction_completions.properties.security.protocol
    properties.setProperty("security.protocol", "SASL_SSL");
    // completions.transaction_completions.properties.sasl.mechanism
    properties.setProperty("sasl.mechanism", "SCRAM-SHA-512");
    // completions.transaction_completions.properties.sasl.jaas.config
    properties.setProperty("sasl.jaas.config", "${nexgen_env:KAFKA_JAAS_CONFIG}");
    // completions.transaction_completions.callback.timeout
    properties.setProperty("delivery.timeout.ms", "30000");
    // completions.transaction_completions.callback.timeout
    properties.setProperty("max.block.ms", "30000");
    properties.setProperty("linger.ms", "0");
    properties.setProperty("request.timeout.ms", "30000");
    return properties;
  }
}
