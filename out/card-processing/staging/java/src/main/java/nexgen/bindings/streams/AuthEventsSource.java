package nexgen.bindings.streams;

import java.util.Properties;
import nexgen.bindings.runtime.DeadLetter;
import nexgen.bindings.runtime.DecodingFunction;
import nexgen.bindings.runtime.EnvironmentConfigProvider;
import nexgen.bindings.runtime.ErrorBudget;
import nexgen.bindings.runtime.RawRecord;
import nexgen.bindings.runtime.RawRecordDeserializer;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.OutputTag;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.slf4j.event.Level;

/**
 * Reads the stream <code>auth_events</code>, the Kafka topic <code>staging.auth.events.v3</code>.
 *
 * <p>Made from the binding <code>streams.auth_events</code>, environment <code>staging</code>.
 */
public final class AuthEventsSource {

  /** The logical name of the stream: a good name, and uid, for the operator. */
  public static final String NAME = "auth_events";

  /** The topic that is read. */
  public static final String TOPIC = "staging.auth.events.v3";

  private AuthEventsSource() {}

  /**
   * The decoded values of the stream; records that cannot be decoded go to {@code deadLetters}.
   *
   * <p>Watermarks are made after decoding: of a whole subtask, not of each partition.
   *
   * @param env the environment of the job
   * @param process the stream process that reads; see {@link #groupId}
   * @param watermarks how event time is found in a decoded value
   * @param deserializer decodes the value of a record
   * @param deadLetters where the other records go
   * @param <T> the type of a decoded value
   * @return the decoded values
   */
  public static <T> SingleOutputStreamOperator<T> read(
      StreamExecutionEnvironment env,
      String process,
      WatermarkStrategy<T> watermarks,
      DeserializationSchema<T> deserializer,
      Sink<DeadLetter> deadLetters) {
    OutputTag<DeadLetter> broken =
        new OutputTag<>(NAME + "-dead-letters", TypeInformation.of(DeadLetter.class));
    SingleOutputStreamOperator<T> decoded =
        env.fromSource(
                raw(process),
                WatermarkStrategy.noWatermarks(),
                NAME,
                TypeInformation.of(RawRecord.class))
            .uid(NAME)
            .process(new DecodingFunction<>(process, deserializer, broken, errors()))
            .returns(deserializer.getProducedType())
            .name(NAME + "-decoding")
            .uid(NAME + "-decoding");
    decoded
        .getSideOutput(broken)
        .sinkTo(deadLetters)
        .name(NAME + "-dead-letters")
        .uid(NAME + "-dead-letters");
    return decoded
        .assignTimestampsAndWatermarks(watermarks)
        .name(NAME + "-watermarks")
        .uid(NAME + "-watermarks");
  }

  /**
   * A source of records as they are, for a job that decodes them itself.
   *
   * @param process the stream process that reads; see {@link #groupId}
   * @return the source, for {@code StreamExecutionEnvironment.fromSource}
   */
  public static KafkaSource<RawRecord> raw(String process) {
    return source(process, new RawRecordDeserializer(NAME));
  }

  private static <T> KafkaSource<T> source(
      String process, KafkaRecordDeserializationSchema<T> deserializer) {
    return KafkaSource.<T>builder()
        .setProperties(properties())
        .setBootstrapServers("kafka-bootstrap.staging.example.com:9094")
        .setTopics(TOPIC)
        .setGroupId(groupId(process))
        .setClientIdPrefix(process + "-" + NAME)
        .setStartingOffsets(OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
        .setDeserializer(deserializer)
        .build();
  }

  private static ErrorBudget errors() {
    return new ErrorBudget(Level.WARN, -1L);
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
    properties.setProperty("config.providers", "nexgen_env");
    properties.setProperty("config.providers.nexgen_env.class", EnvironmentConfigProvider.class.getName());
    // streams.auth_events.consumer.isolation_level
    properties.setProperty("isolation.level", "read_committed");
    properties.setProperty("partition.discovery.interval.ms", "300000");
    // streams.auth_events.properties.security.protocol
    properties.setProperty("security.protocol", "SASL_SSL");
    // streams.auth_events.properties.sasl.mechanism
    properties.setProperty("sasl.mechanism", "SCRAM-SHA-512");
    // streams.auth_events.properties.sasl.jaas.config
    properties.setProperty("sasl.jaas.config", "${nexgen_env:KAFKA_JAAS_CONFIG}");
    return properties;
  }
}
