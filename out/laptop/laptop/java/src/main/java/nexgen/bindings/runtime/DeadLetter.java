package nexgen.bindings.runtime;

/** A record that could not be processed, with what is known of the failure. A POJO of Flink. */
public class DeadLetter extends RawRecord {

  /** Process that failed. */
  public String process;

  /** Class of the error. */
  public String errorClass;

  /** Message of the error. */
  public String errorMessage;

  /** Time of the failure in milliseconds since 1970. */
  public long failedAt;

  /** For Flink. */
  public DeadLetter() {}

  /**
   * The dead letter of a record.
   *
   * @param record the record as it was received
   * @param process the process that failed
   * @param error why it failed
   * @return a new dead letter
   */
  public static DeadLetter of(RawRecord record, String process, Throwable error) {
    DeadLetter letter = new DeadLetter();
    letter.stream = record.stream;
    letter.topic = record.topic;
    letter.partition = record.partition;
    letter.offset = record.offset;
    letter.timestamp = record.timestamp;
    letter.key = record.key;
    letter.value = record.value;
    letter.headerNames = record.headerNames;
    letter.headerValues = record.headerValues;
    letter.process = process;
    letter.errorClass = error.getClass().getName();
    letter.errorMessage = String.valueOf(error.getMessage());
    letter.failedAt = System.currentTimeMillis();
    return letter;
  }

  /**
   * The dead letter of a value that failed later than decoding.
   *
   * @param stream the logical name of the stream that the value came from
   * @param value the value, encoded
   * @param process the process that failed
   * @param error why it failed
   * @return a new dead letter
   */
  public static DeadLetter of(String stream, byte[] value, String process, Throwable error) {
    RawRecord record = new RawRecord();
    record.stream = stream;
    record.value = value;
    return of(record, process, error);
  }
}
