package org.apache.flink.connector.kinesis.source;

import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Stand-in for the class of flink-connector-aws-kinesis-streams 5.1.0 and 6.0.1: it cannot read. */
public class KinesisStreamsSource<T> implements Source<T, SourceSplit, Integer> {
  private static final long serialVersionUID = 1L;

  KinesisStreamsSource() {}

  public static <T> KinesisStreamsSourceBuilder<T> builder() {
    return new KinesisStreamsSourceBuilder<>();
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SplitEnumerator<SourceSplit, Integer> createEnumerator(
      SplitEnumeratorContext<SourceSplit> context) {
    throw new UnsupportedOperationException("a stand-in");
  }

  @Override
  public SplitEnumerator<SourceSplit, Integer> restoreEnumerator(
      SplitEnumeratorContext<SourceSplit> context, Integer checkpoint) {
    throw new UnsupportedOperationException("a stand-in");
  }

  @Override
  public SimpleVersionedSerializer<SourceSplit> getSplitSerializer() {
    throw new UnsupportedOperationException("a stand-in");
  }

  @Override
  public SimpleVersionedSerializer<Integer> getEnumeratorCheckpointSerializer() {
    throw new UnsupportedOperationException("a stand-in");
  }

  @Override
  public SourceReader<T, SourceSplit> createReader(SourceReaderContext context) {
    throw new UnsupportedOperationException("a stand-in");
  }
}
