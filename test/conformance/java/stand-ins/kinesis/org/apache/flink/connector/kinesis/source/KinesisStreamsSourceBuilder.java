package org.apache.flink.connector.kinesis.source;

import java.time.Duration;
import java.util.Objects;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.configuration.Configuration;

/** Stand-in for the class of flink-connector-aws-kinesis-streams 5.1.0 and 6.0.1: signatures only. */
public class KinesisStreamsSourceBuilder<T> {
  private String streamArn;
  private DeserializationSchema<T> deserializationSchema;

  public KinesisStreamsSourceBuilder<T> setStreamArn(String streamArn) {
    this.streamArn = streamArn;
    return this;
  }

  public KinesisStreamsSourceBuilder<T> setSourceConfig(Configuration sourceConfig) {
    return this;
  }

  public KinesisStreamsSourceBuilder<T> setDeserializationSchema(
      DeserializationSchema<T> deserializationSchema) {
    this.deserializationSchema = deserializationSchema;
    return this;
  }

  public KinesisStreamsSourceBuilder<T> setRetryStrategyMinDelay(Duration delay) {
    return this;
  }

  public KinesisStreamsSourceBuilder<T> setRetryStrategyMaxDelay(Duration delay) {
    return this;
  }

  public KinesisStreamsSourceBuilder<T> setRetryStrategyMaxAttempts(Integer attempts) {
    return this;
  }

  public KinesisStreamsSource<T> build() {
    Objects.requireNonNull(streamArn);
    Objects.requireNonNull(deserializationSchema);
    return new KinesisStreamsSource<>();
  }
}
