package org.apache.flink.connector.kinesis.sink;

import java.io.Serializable;
import java.util.function.Function;

/** Stand-in for the class of flink-connector-aws-kinesis-streams 5.1.0 and 6.0.1. */
@FunctionalInterface
public interface PartitionKeyGenerator<InputT> extends Function<InputT, String>, Serializable {}
