package org.apache.flink.connector.kinesis.sink;

import java.util.Properties;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.base.sink.AsyncSinkBaseBuilder;

/** Stand-in for the class of flink-connector-aws-kinesis-streams 5.1.0 and 6.0.1: signatures only. */
public class KinesisStreamsSinkBuilder<InputT>
    extends AsyncSinkBaseBuilder<InputT, String, KinesisStreamsSinkBuilder<InputT>> {

  public KinesisStreamsSinkBuilder<InputT> setStreamArn(String streamArn) {
    return this;
  }

  public KinesisStreamsSinkBuilder<InputT> setSerializationSchema(
      SerializationSchema<InputT> schema) {
    return this;
  }

  public KinesisStreamsSinkBuilder<InputT> setPartitionKeyGenerator(
      PartitionKeyGenerator<InputT> generator) {
    return this;
  }

  public KinesisStreamsSinkBuilder<InputT> setFailOnError(boolean failOnError) {
    return this;
  }

  public KinesisStreamsSinkBuilder<InputT> setKinesisClientProperties(Properties properties) {
    return this;
  }

  @Override
  public KinesisStreamsSink<InputT> build() {
    return null;
  }
}
