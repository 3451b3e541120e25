package nexgen.bindings.streams;

import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.pulsar.source.PulsarSource;

/**
 * Reads the stream <code>settlement_events</code>, the Pulsar topic <code>persistent://credit-card-staging/settlement/events</code>.
 *
 * <p>Made from the binding <code>streams.settlement_events</code>, environment <code>staging</code>.
 */
public final class SettlementEventsSource {

  /** The logical name of the stream: a good name, and uid, for the operator. */
  public static final String NAME = "settlement_events";

  /** The topic. */
  public static final String TOPIC = "persistent://credit-card-staging/settlement/events";

  private SettlementEventsSource() {}

  /**
   * A source that decodes values.
   *
   * @param process the stream process that reads
   * @param deserializer decodes the value of a record
   * @param <T> the type of a decoded value
   * @return the source, for {@code StreamExecutionEnvironment.fromSource}
   */
  public static <T> PulsarSource<T> create(
      String process, DeserializationSchema<T> deserializer) {
    return source(process, deserializer);
  }

  private static <T> PulsarSource<T> source(
      String process, DeserializationSchema<T> deserializer) {
    return PulsarSource.<T>builder()
        .setServiceUrl("pulsar://pulsar-staging:6650")
        .setTopics(TOPIC)
        .setSubscriptionName(subscriptionName(process))
        .setConfig(configuration())
        .setDeserializationSchema(deserializer)
        .build();
  }

  /**
   * The subscription whose position shows how far a process has come.
   *
   * @param process the stream process that reads
   * @return the subscription's name
   */
  public static String subscriptionName(String process) {
    return "settlement-processing";
  }

  /**
   * The settings of the Pulsar client.
   *
   * @return new settings; credentials in them are names of files
   */
  public static Configuration configuration() {
    Configuration configuration = new Configuration();
    return configuration;
  }
}
