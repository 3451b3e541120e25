package nexgen.bindings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that the environment <code>production-flink2</code> binds, by logical name.
 *
 * <ul>
 *   <li>{@link nexgen.bindings.streams.AuthEventsSource }: reads the Kafka topic prod.auth.events.v3
 *   <li>{@link nexgen.bindings.streams.DisputeEventsSource }: reads the Kafka topic prod.dispute.events.v1
 *   <li>{@link nexgen.bindings.streams.EnrichedAuthsSource }: reads the Kafka topic prod.auth.enriched.flink2
 *   <li>{@link nexgen.bindings.streams.EnrichedAuthsSink }: writes to the Kafka topic prod.auth.enriched.flink2
 *   <li>{@link nexgen.bindings.streams.HourlySummariesSink }: writes to the Kafka topic prod.transaction.summary.flink2
 * </ul>
 */
public final class Bindings {

  private Bindings() {}

  /**
   * The classes of each binding, in the order of the file's sections.
   *
   * @return paths such as <code>streams.orders</code>, each with its classes
   */
  public static Map<String, List<Class<?>>> classes() {
    Map<String, List<Class<?>>> classes = new LinkedHashMap<>();
    classes.put("streams.auth_events", List.of(nexgen.bindings.streams.AuthEventsSource.class));
    classes.put("streams.dispute_events", List.of(nexgen.bindings.streams.DisputeEventsSource.class));
    classes.put("streams.enriched_auths", List.of(nexgen.bindings.streams.EnrichedAuthsSource.class, nexgen.bindings.streams.EnrichedAuthsSink.class));
    classes.put("streams.hourly_summaries", List.of(nexgen.bindings.streams.HourlySummariesSink.class));
    return Collections.unmodifiableMap(classes);
  }
}
