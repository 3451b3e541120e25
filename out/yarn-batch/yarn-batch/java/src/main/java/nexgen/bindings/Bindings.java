package nexgen.bindings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that the environment <code>yarn-batch</code> binds, by logical name.
 *
 * <ul>
 *   <li>{@link nexgen.bindings.streams.SettlementsSink }: writes to the Kafka topic settlements.v1
 *   <li>{@link nexgen.bindings.streams.TransactionsSource }: reads the Kafka topic transactions.v2
 *   <li>{@link nexgen.bindings.lookups.RatesLookup }: Looks up rows of the PostgreSQL table finance.rates.
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
    classes.put("streams.settlements", List.of(nexgen.bindings.streams.SettlementsSink.class));
    classes.put("streams.transactions", List.of(nexgen.bindings.streams.TransactionsSource.class));
    classes.put("lookups.rates", List.of(nexgen.bindings.lookups.RatesLookup.class));
    return Collections.unmodifiableMap(classes);
  }
}
