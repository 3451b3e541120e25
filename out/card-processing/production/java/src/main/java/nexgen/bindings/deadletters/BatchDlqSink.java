package nexgen.bindings.deadletters;

import java.time.ZoneOffset;
import nexgen.bindings.runtime.DeadLetter;
import nexgen.bindings.runtime.DeadLetterEncoder;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.DateTimeBucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;

/**
 * Writes dead letters to <code>s3://failed-records/auth</code>, one line of JSON for each.
 *
 * <p>A file is finished with the next checkpoint. Made from <code>dead_letters.batch_dlq</code>, environment
 * <code>production</code>.
 */
public final class BatchDlqSink {

  /** The logical name: a good name, and uid, for the operator. */
  public static final String NAME = "batch_dlq";

  /** The folder below which files are written. */
  public static final String FOLDER = "s3://failed-records/auth";

  private BatchDlqSink() {}

  /**
   * A sink of dead letters.
   *
   * @param process the stream process that writes; names of files start with it
   * @return the sink, for {@code DataStream.sinkTo}
   */
  public static FileSink<DeadLetter> create(String process) {
    return FileSink.<DeadLetter>forRowFormat(new Path(FOLDER), new DeadLetterEncoder(false))
        .withBucketAssigner(new DateTimeBucketAssigner<>("yyyy-MM-dd", ZoneOffset.UTC))
        .withRollingPolicy(OnCheckpointRollingPolicy.build())
        .withOutputFileConfig(new OutputFileConfig(process, ".json"))
        .build();
  }
}
