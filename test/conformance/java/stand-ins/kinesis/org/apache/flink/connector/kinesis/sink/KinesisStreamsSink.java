package org.apache.flink.connector.kinesis.sink;

import org.apache.flink.connector.base.sink.AsyncSinkBase;

/** Stand-in for the class of flink-connector-aws-kinesis-streams 5.1.0 and 6.0.1: it cannot write. */
public abstract class KinesisStreamsSink<InputT> extends AsyncSinkBase<InputT, String> {
  private static final long serialVersionUID = 1L;

  KinesisStreamsSink() {
    super(null, 1, 1, 2, 1L, 1L, 1L);
  }

  public static <InputT> KinesisStreamsSinkBuilder<InputT> builder() {
    return new KinesisStreamsSinkBuilder<>();
  }
}
