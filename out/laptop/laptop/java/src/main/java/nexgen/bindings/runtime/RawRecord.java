package nexgen.bindings.runtime;

/** A record as it was received, before anything decodes it. A POJO of Flink. */
public class RawRecord {

  /** Logical name of the stream. */
  public String stream;

  /** Topic, or another name of the place that the record was read from. */
  public String topic;

  /** Partition of the topic; -1 where there is none. */
  public int partition = -1;

  /** Offset in the partition; -1 where there is none. */
  public long offset = -1L;

  /** Time of the record in milliseconds since 1970; -1 where there is none. */
  public long timestamp = -1L;

  /** Key, or null. */
  public byte[] key;

  /** Value, or null. */
  public byte[] value;

  /** Names of the headers, in order. */
  public String[] headerNames = {};

  /** Values of the headers, in the order of their names. */
  public byte[][] headerValues = {};

  /** For Flink. */
  public RawRecord() {}
}
