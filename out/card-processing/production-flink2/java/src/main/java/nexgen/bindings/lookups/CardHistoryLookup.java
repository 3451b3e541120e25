package nexgen.bindings.lookups;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.config.ProgrammaticDriverConfigLoaderBuilder;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import nexgen.bindings.runtime.RuntimeValues;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The lookup card_history: rows of the Cassandra table fraud.card_history.
 *
 * <p>Generated from lookups.card_history: change it there.
 *
 * <p>The rows of a key come in the table's own order.
 *
 * @param <I> the record
 * @param <O> the result
 */
public final class CardHistoryLookup<I, O> extends AsyncLookup<I, List<Object>, List<Row>, O> {
  /** Name and uid of the operator. */
  public static final String NAME = "lookup card_history";

  private static final long serialVersionUID = 1L;

  /** One statement for each leading part of the key. */
  private static final List<String> CQL =
      List.of(
          "SELECT * FROM \"fraud\".\"card_history\" WHERE \"card_id\" = ? LIMIT 50",
          "SELECT * FROM \"fraud\".\"card_history\" WHERE \"card_id\" = ? AND \"event_time\" = ? LIMIT 50");

  private transient CqlSession session;
  private transient PreparedStatement statement;

  private CardHistoryLookup(
      List<KeySelector<I, ?>> keys,
      LookupJoin<I, List<Row>, O> join,
      LookupFallback<I, O> fallback,
      TypeInformation<O> type) {
    super("card_history", 500L, keys, join, fallback, type);
  }

  /**
   * Joins each record with what the store holds for its key. A lookup that fails for good fails the
   * job, which then repeats the record. A record with a null in its key is not looked up.
   *
   * <p>The operator has the uid {@link #NAME}, by which a savepoint finds its state. Where a job calls
   * this lookup again, give the second result another one: {@code .uid("again")}.
   *
   * @param records what is enriched
   * @param cardId the record's value of card_id
   * @param join makes the result
   * @param type the type of the result
   * @param <I> the record
   * @param <O> the result
   * @return the results
   */
  public static <I, O> SingleOutputStreamOperator<O> enrich(
      DataStream<I> records,
      KeySelector<I, ?> cardId,
      LookupJoin<I, List<Row>, O> join,
      TypeInformation<O> type) {
    return new CardHistoryLookup<I, O>(List.of(cardId), join, null, type).attachTo(records);
  }

  /**
   * As {@code enrich}, with a result of its own for a record whose lookup failed for good.
   *
   * @param records what is enriched
   * @param cardId the record's value of card_id
   * @param join makes the result
   * @param fallback makes the result when the lookup failed
   * @param type the type of the result
   * @param <I> the record
   * @param <O> the result
   * @return the results
   */
  public static <I, O> SingleOutputStreamOperator<O> enrichOrRecover(
      DataStream<I> records,
      KeySelector<I, ?> cardId,
      LookupJoin<I, List<Row>, O> join,
      LookupFallback<I, O> fallback,
      TypeInformation<O> type) {
    return new CardHistoryLookup<I, O>(List.of(cardId), join, fallback, type).attachTo(records);
  }

  /**
   * Joins each record with what the store holds for its key. A lookup that fails for good fails the
   * job, which then repeats the record. A record with a null in its key is not looked up.
   *
   * <p>The operator has the uid {@link #NAME}, by which a savepoint finds its state. Where a job calls
   * this lookup again, give the second result another one: {@code .uid("again")}.
   *
   * @param records what is enriched
   * @param cardId the record's value of card_id
   * @param eventTime the record's value of event_time
   * @param join makes the result
   * @param type the type of the result
   * @param <I> the record
   * @param <O> the result
   * @return the results
   */
  public static <I, O> SingleOutputStreamOperator<O> enrich(
      DataStream<I> records,
      KeySelector<I, ?> cardId,
      KeySelector<I, ?> eventTime,
      LookupJoin<I, List<Row>, O> join,
      TypeInformation<O> type) {
    return new CardHistoryLookup<I, O>(List.of(cardId, eventTime), join, null, type).attachTo(records);
  }

  /**
   * As {@code enrich}, with a result of its own for a record whose lookup failed for good.
   *
   * @param records what is enriched
   * @param cardId the record's value of card_id
   * @param eventTime the record's value of event_time
   * @param join makes the result
   * @param fallback makes the result when the lookup failed
   * @param type the type of the result
   * @param <I> the record
   * @param <O> the result
   * @return the results
   */
  public static <I, O> SingleOutputStreamOperator<O> enrichOrRecover(
      DataStream<I> records,
      KeySelector<I, ?> cardId,
      KeySelector<I, ?> eventTime,
      LookupJoin<I, List<Row>, O> join,
      LookupFallback<I, O> fallback,
      TypeInformation<O> type) {
    return new CardHistoryLookup<I, O>(List.of(cardId, eventTime), join, fallback, type).attachTo(records);
  }

  @Override
  SingleOutputStreamOperator<O> attachTo(DataStream<I> records) {
    return AsyncDataStream.orderedWait(
            records,
            this,
            500L,
            TimeUnit.MILLISECONDS,
            200)
        .name(NAME)
        .uid(NAME);
  }

  @Override
  void connect() throws Exception {
    ClassLoader classes = getRuntimeContext().getUserCodeClassLoader();
    ProgrammaticDriverConfigLoaderBuilder config = DriverConfigLoader.programmaticBuilder(classes);
    config.withString(DefaultDriverOption.SESSION_NAME, "card_history");
    config.withString(DefaultDriverOption.REQUEST_CONSISTENCY, "LOCAL_QUORUM");
    config.withDuration(DefaultDriverOption.REQUEST_TIMEOUT, Duration.ofMillis(500L));
    config.withInt(DefaultDriverOption.CONNECTION_POOL_LOCAL_SIZE, 4);
    config.withInt(DefaultDriverOption.CONNECTION_MAX_REQUESTS, 1024);
    session =
        CqlSession.builder()
            .withClassLoader(classes)
            .withConfigLoader(config.build())
            .addContactPoints(Endpoints.of(9042, "cassandra-0.cards.example.com:9042", "cassandra-1.cards.example.com:9042", "cassandra-2.cards.example.com:9042"))
            .withLocalDatacenter("us-east-1")
            .withAuthCredentials("fraud_reader", RuntimeValues.variable("CASSANDRA_PASSWORD"))
            .withKeyspace(CqlIdentifier.fromInternal("fraud"))
            .build();
    statement = session.prepare(CQL.get(keyFields() - 1));
  }

  @Override
  void disconnect() {
    if (session != null) {
      session.close();
    }
  }

  @Override
  List<Object> key(List<Object> fields) {
    return fields;
  }

  @Override
  CompletionStage<Optional<List<Row>>> ask(List<Object> key) {
    return session.executeAsync(statement.bind(key.toArray()))
        .thenCompose(page -> CassandraRows.all(page, new ArrayList<>()))
        .thenApply(rows -> rows.isEmpty() ? Optional.empty() : Optional.of(rows));
  }
}
