package nexgen.bindings.runtime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.serialization.RuntimeContextInitializationContextAdapters;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Decodes values, and puts records that cannot be decoded aside as dead letters.
 *
 * @param <T> the type of a decoded value
 */
public final class DecodingFunction<T> extends ProcessFunction<RawRecord, T> {

  private static final long serialVersionUID = 1L;

  private final String process;

  private final DeserializationSchema<T> deserializer;

  private final OutputTag<DeadLetter> deadLetters;

  private final ErrorBudget errors;

  private transient boolean opened;

  /**
   * A function of one process.
   *
   * @param process the process that reads
   * @param deserializer decodes a value
   * @param deadLetters the output for records that cannot be decoded
   * @param errors what becomes of errors besides
   */
  public DecodingFunction(
      String process,
      DeserializationSchema<T> deserializer,
      OutputTag<DeadLetter> deadLetters,
      ErrorBudget errors) {
    this.process = process;
    this.deserializer = deserializer;
    this.deadLetters = deadLetters;
    this.errors = errors;
  }

  @Override
  public void processElement(RawRecord record, Context context, Collector<T> out)
      throws Exception {
    if (!opened) {
      deserializer.open(
          RuntimeContextInitializationContextAdapters.deserializationAdapter(getRuntimeContext()));
      opened = true;
    }
    List<T> decoded = new ArrayList<>(1);
    try {
      deserializer.deserialize(record.value, new ListCollector<>(decoded));
    } catch (IOException | RuntimeException e) {
      context.output(deadLetters, DeadLetter.of(record, process, e));
      errors.spend(record.topic + "-" + record.partition + "@" + record.offset, e);
      return;
    }
    decoded.forEach(out::collect);
  }
}
