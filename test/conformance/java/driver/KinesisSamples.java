import org.apache.flink.connector.kinesis.sink.PartitionKeyGenerator;

/** Keys as a job makes them. */
public final class KinesisSamples {
  private KinesisSamples() {}

  public static PartitionKeyGenerator<String> key() {
    return element -> element;
  }
}
