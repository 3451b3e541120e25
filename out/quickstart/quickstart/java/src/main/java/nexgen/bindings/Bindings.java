package nexgen.bindings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that the environment <code>quickstart</code> binds, by logical name.
 *
 * <ul>
 *   <li>{@link nexgen.bindings.streams.PaymentTotalsSink }: writes to the Kafka topic payments.totals.v1
 *   <li>{@link nexgen.bindings.streams.PaymentsSource }: reads the Kafka topic payments.v1
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
    classes.put("streams.payment_totals", List.of(nexgen.bindings.streams.PaymentTotalsSink.class));
    classes.put("streams.payments", List.of(nexgen.bindings.streams.PaymentsSource.class));
    return Collections.unmodifiableMap(classes);
  }
}
