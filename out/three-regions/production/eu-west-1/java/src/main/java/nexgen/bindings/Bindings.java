package nexgen.bindings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that the environment <code>production</code> binds, by logical name.
 *
 * <ul>
 *   <li>{@link nexgen.bindings.streams.OrderTotalsSink }: writes to the Kafka topic order-totals.v1, one for all regions
 *   <li>{@link nexgen.bindings.streams.OrdersSource }: reads the Kafka topic orders.v1
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
    classes.put("streams.order_totals", List.of(nexgen.bindings.streams.OrderTotalsSink.class));
    classes.put("streams.orders", List.of(nexgen.bindings.streams.OrdersSource.class));
    return Collections.unmodifiableMap(classes);
  }
}
