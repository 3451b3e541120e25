package nexgen.bindings.streams;

import java.util.Properties;
import nexgen.bindings.runtime.RecordField;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kinesis.sink.KinesisStreamsSink;
import org.apache.flink.connector.kinesis.sink.PartitionKeyGenerator;

/**
 * Writes to the stream <code>fraud_alerts</code>, the Kinesis stream <code>prod-fraud-alerts-flink2</code>.
 *
 * <p>Made from the binding <code>streams.fraud_alerts</code>, environment <code>production-flink2</code>.
 *
 * <p>It writes at least once.
 */
public final class FraudAlertsSink {

  /** The logical name of the stream: a good name, and uid, for the operator. */
  public static final String NAME = "fraud_alerts";

  private FraudAlertsSink() {}

  /**
   * The stream's ARN.
   *
   * @return the ARN
   */
  public static String streamArn() {
    return "arn:aws:kinesis:us-east-1:111122223333:stream/prod-fraud-alerts-flink2";
  }

  /**
   * A sink whose records are kept in order by their field <code>card_id</code>.
   *
   * @param serializer encodes a record
   * @param <T> the type of what is written
   * @return the sink, for {@code DataStream.sinkTo}
   */
  public static <T> KinesisStreamsSink<T> create(SerializationSchema<T> serializer) {
    RecordField<T> field = new RecordField<>("card_id");
    return create(serializer, element -> field.getKey(element));
  }

  /**
   * A sink whose records are kept in order by the key that {@code partitionKey} gives them.
   *
   * @param serializer encodes a record
   * @param partitionKey the key, which is never null
   * @param <T> the type of what is written
   * @return the sink, for {@code DataStream.sinkTo}
   */
  public static <T> KinesisStreamsSink<T> create(
      SerializationSchema<T> serializer, PartitionKeyGenerator<T> partitionKey) {
    return KinesisStreamsSink.<T>builder()
        .setStreamArn(streamArn())
        .setKinesisClientProperties(properties())
        .setSerializationSchema(serializer)
        .setPartitionKeyGenerator(partitionKey)
        .setMaxTimeInBufferMS(100L)
        .build();
  }

  /**
   * The settings of the Kinesis client.
   *
   * @return new properties, without credentials
   */
  public static Properties properties() {
    Properties properties = new Properties();
    return properties;
  }
}
