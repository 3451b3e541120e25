package nexgen.bindings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that the environment <code>laptop</code> binds, by logical name.
 *
 * <ul>
 *   <li>{@link nexgen.bindings.streams.EnrichedOrdersSource }: reads the Kafka topic orders.enriched.v1
 *   <li>{@link nexgen.bindings.streams.EnrichedOrdersSink }: writes to the Kafka topic orders.enriched.v1
 *   <li>{@link nexgen.bindings.streams.OrdersSource }: reads the Kafka topic orders.v1
 *   <li>{@link nexgen.bindings.lookups.CountriesLookup }: Looks up rows of the PostgreSQL table public.countries.
 *   <li>{@link nexgen.bindings.lookups.CustomersLookup }: Looks up documents of the MongoDB collection shop.customers.
 *   <li>{@link nexgen.bindings.lookups.PricesLookup }: Looks up values of Redis strings.
 *   <li>{@link nexgen.bindings.deadletters.BrokenOrdersSink }: puts dead letters on the Kafka topic orders.broken.v1
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
    classes.put("streams.enriched_orders", List.of(nexgen.bindings.streams.EnrichedOrdersSource.class, nexgen.bindings.streams.EnrichedOrdersSink.class));
    classes.put("streams.orders", List.of(nexgen.bindings.streams.OrdersSource.class));
    classes.put("lookups.countries", List.of(nexgen.bindings.lookups.CountriesLookup.class));
    classes.put("lookups.customers", List.of(nexgen.bindings.lookups.CustomersLookup.class));
    classes.put("lookups.prices", List.of(nexgen.bindings.lookups.PricesLookup.class));
    classes.put("dead_letters.broken_orders", List.of(nexgen.bindings.deadletters.BrokenOrdersSink.class));
    return Collections.unmodifiableMap(classes);
  }
}
