package nexgen.bindings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that the environment <code>development</code> binds, by logical name.
 *
 * <ul>
 *   <li>{@link nexgen.bindings.streams.AccountsCollectionSink }: writes to the MongoDB collection credit_card.accounts
 *   <li>{@link nexgen.bindings.streams.AuthEventsSource }: reads the Kafka topic dev.auth.events.v3
 *   <li>{@link nexgen.bindings.streams.AuthEventsFormat }: encodes and decodes its records
 *   <li>{@link nexgen.bindings.streams.DisputeEventsSource }: reads the Kafka topic dev.dispute.events.v1
 *   <li>{@link nexgen.bindings.streams.DisputeEventsFormat }: encodes and decodes its records
 *   <li>{@link nexgen.bindings.streams.EnrichedAuthsSource }: reads the Kafka topic dev.auth.enriched.v3
 *   <li>{@link nexgen.bindings.streams.EnrichedAuthsSink }: writes to the Kafka topic dev.auth.enriched.v3
 *   <li>{@link nexgen.bindings.streams.EnrichedAuthsFormat }: encodes and decodes its records
 *   <li>{@link nexgen.bindings.streams.FraudAlertsSink }: writes to the Kafka topic dev.fraud.alerts.v1
 *   <li>{@link nexgen.bindings.streams.HourlySummariesSink }: writes to the Kafka topic dev.transaction.summary.v1
 *   <li>{@link nexgen.bindings.streams.HourlySummariesFormat }: encodes and decodes its records
 *   <li>{@link nexgen.bindings.streams.SettlementEventsSource }: reads the Kafka topic dev.settlement.events.v1
 *   <li>{@link nexgen.bindings.lookups.CardHistoryLookup }: Looks up rows of the Cassandra table fraud.card_history.
 *   <li>{@link nexgen.bindings.lookups.CurrencyRatesLookup }: Looks up values of Redis strings.
 *   <li>{@link nexgen.bindings.lookups.CustomersLookup }: Looks up documents of the MongoDB collection credit_card.customers.
 *   <li>{@link nexgen.bindings.lookups.MerchantCategoriesLookup }: Looks up rows of the PostgreSQL table reference.merchant_categories.
 *   <li>{@link nexgen.bindings.deadletters.AuthDlqSink }: puts dead letters on the Kafka topic dev.auth.dlq
 *   <li>{@link nexgen.bindings.deadletters.BatchDlqSink }: writes dead letters to the bucket dev-failed-records
 *   <li>{@link nexgen.bindings.completions.TransactionCompletionsSink }: writes to the Kafka topic dev.transaction.completions.v1
 *   <li>{@link nexgen.bindings.completions.TransactionCompletionsCallback }: announces completed writes on the Kafka topic dev.transaction.completions.v1
 *   <li>{@link nexgen.bindings.completions.TransactionCompletionsFormat }: encodes and decodes its records
 *   <li>{@link nexgen.bindings.completions.TransactionFailuresSink }: writes to the Kafka topic dev.transaction.failures.v1
 *   <li>{@link nexgen.bindings.completions.TransactionFailuresFormat }: encodes and decodes its records
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
    classes.put("streams.accounts_collection", List.of(nexgen.bindings.streams.AccountsCollectionSink.class));
    classes.put("streams.auth_events", List.of(nexgen.bindings.streams.AuthEventsSource.class, nexgen.bindings.streams.AuthEventsFormat.class));
    classes.put("streams.dispute_events", List.of(nexgen.bindings.streams.DisputeEventsSource.class, nexgen.bindings.streams.DisputeEventsFormat.class));
    classes.put("streams.enriched_auths", List.of(nexgen.bindings.streams.EnrichedAuthsSource.class, nexgen.bindings.streams.EnrichedAuthsSink.class, nexgen.bindings.streams.EnrichedAuthsFormat.class));
    classes.put("streams.fraud_alerts", List.of(nexgen.bindings.streams.FraudAlertsSink.class));
    classes.put("streams.hourly_summaries", List.of(nexgen.bindings.streams.HourlySummariesSink.class, nexgen.bindings.streams.HourlySummariesFormat.class));
    classes.put("streams.settlement_events", List.of(nexgen.bindings.streams.SettlementEventsSource.class));
    classes.put("lookups.card_history", List.of(nexgen.bindings.lookups.CardHistoryLookup.class));
    classes.put("lookups.currency_rates", List.of(nexgen.bindings.lookups.CurrencyRatesLookup.class));
    classes.put("lookups.customers", List.of(nexgen.bindings.lookups.CustomersLookup.class));
    classes.put("lookups.merchant_categories", List.of(nexgen.bindings.lookups.MerchantCategoriesLookup.class));
    classes.put("dead_letters.auth_dlq", List.of(nexgen.bindings.deadletters.AuthDlqSink.class));
    classes.put("dead_letters.batch_dlq", List.of(nexgen.bindings.deadletters.BatchDlqSink.class));
    classes.put("completions.transaction_completions", List.of(nexgen.bindings.completions.TransactionCompletionsSink.class, nexgen.bindings.completions.TransactionCompletionsCallback.class, nexgen.bindings.completions.TransactionCompletionsFormat.class));
    classes.put("completions.transaction_failures", List.of(nexgen.bindings.completions.TransactionFailuresSink.class, nexgen.bindings.completions.TransactionFailuresFormat.class));
    return Collections.unmodifiableMap(classes);
  }
}
