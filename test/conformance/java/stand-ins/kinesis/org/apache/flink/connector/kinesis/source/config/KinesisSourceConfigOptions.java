package org.apache.flink.connector.kinesis.source.config;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** Stand-in for the class of flink-connector-aws-kinesis-streams 5.1.0 and 6.0.1: names and types. */
public class KinesisSourceConfigOptions {
  public enum InitialPosition {
    LATEST,
    TRIM_HORIZON,
    AT_TIMESTAMP
  }

  public enum ReaderType {
    POLLING,
    EFO
  }

  public static final ConfigOption<InitialPosition> STREAM_INITIAL_POSITION =
      ConfigOptions.key("source.init.position")
          .enumType(InitialPosition.class)
          .defaultValue(InitialPosition.LATEST);

  public static final ConfigOption<String> STREAM_INITIAL_TIMESTAMP =
      ConfigOptions.key("source.init.timestamp").stringType().noDefaultValue();

  public static final ConfigOption<ReaderType> READER_TYPE =
      ConfigOptions.key("source.reader.type")
          .enumType(ReaderType.class)
          .defaultValue(ReaderType.POLLING);

  public static final ConfigOption<String> EFO_CONSUMER_NAME =
      ConfigOptions.key("source.efo.consumer.name").stringType().noDefaultValue();
}
