package nexgen.bindings.lookups;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import nexgen.bindings.runtime.RuntimeValues;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The lookup rates: rows of the PostgreSQL table finance.rates.
 *
 * <p>Generated from lookups.rates: change it there.
 *
 * <p>A row is a map from column to value; the first one counts where several match.
 *
 * <p>That the store holds nothing for a key is cached too.
 *
 * @param <I> the record
 * @param <O> the result
 */
public final class RatesLookup<I, O> extends AsyncLookup<I, List<Object>, Map<String, Object>, O> {
  /** Name and uid of the operator. */
  public static final String NAME = "lookup rates";

  private static final long serialVersionUID = 1L;

  private static final String SQL = "SELECT * FROM \"finance\".\"rates\" WHERE \"currency\" = ? LIMIT 1";

  private transient HikariDataSource pool;
  private transient ExecutorService executor;

  private RatesLookup(
      List<KeySelector<I, ?>> keys,
      LookupJoin<I, Map<String, Object>, O> join,
      LookupFallback<I, O> fallback,
      TypeInformation<O> type) {
    super("rates", 10000L, keys, join, fallback, type);
  }

  /**
   * Joins each record with what the store holds for its key. A lookup that fails for good fails the
   * job, which then repeats the record. A record with a null in its key is not looked up.
   *
   * <p>The operator has the uid {@link #NAME}, by which a savepoint finds its state. Where a job calls
   * this lookup again, give the second result another one: {@code .uid("again")}.
   *
   * @param records what is enriched
   * @param currency the record's value of currency
   * @param join makes the result
   * @param type the type of the result
   * @param <I> the record
   * @param <O> the result
   * @return the results
   */
  public static <I, O> SingleOutputStreamOperator<O> enrich(
      DataStream<I> records,
      KeySelector<I, ?> currency,
      LookupJoin<I, Map<String, Object>, O> join,
      TypeInformation<O> type) {
    return new RatesLookup<I, O>(List.of(currency), join, null, type).attachTo(records);
  }

  /**
   * As {@code enrich}, with a result of its own for a record whose lookup failed for good.
   *
   * @param records what is enriched
   * @param currency the record's value of currency
   * @param join makes the result
   * @param fallback makes the result when the lookup failed
   * @param type the type of the result
   * @param <I> the record
   * @param <O> the result
   * @return the results
   */
  public static <I, O> SingleOutputStreamOperator<O> enrichOrRecover(
      DataStream<I> records,
      KeySelector<I, ?> currency,
      LookupJoin<I, Map<String, Object>, O> join,
      LookupFallback<I, O> fallback,
      TypeInformation<O> type) {
    return new RatesLookup<I, O>(List.of(currency), join, fallback, type).attachTo(records);
  }

  @Override
  SingleOutputStreamOperator<O> attachTo(DataStream<I> records) {
    return AsyncDataStream.orderedWait(
            records,
            this,
            10000L,
            TimeUnit.MILLISECONDS,
            100)
        .name(NAME)
        .uid(NAME);
  }

  @Override
  void connect() throws Exception {
    HikariConfig config = new HikariConfig();
    config.setPoolName("rates");
    config.setJdbcUrl(RuntimeValues.variable("RATES_JDBC_URL"));
    config.setUsername("settlement");
    config.setPassword(RuntimeValues.file("rates_db", "password"));
    config.setMaximumPoolSize(10);
    // A server that is gone must not hold a thread for ever; the address may say otherwise.
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("socketTimeout", "30");
    pool = new HikariDataSource(config);
    executor = JdbcRows.threads("rates", 10);
  }

  @Override
  void disconnect() throws InterruptedException {
    try {
      if (executor != null) {
        executor.shutdownNow();
        // A statement ends on the server at its deadline, not because its connection is closed.
        executor.awaitTermination(11L, TimeUnit.SECONDS);
      }
    } finally {
      if (pool != null) {
        pool.close();
      }
    }
  }

  @Override
  List<Object> key(List<Object> fields) {
    return fields;
  }

  @Override
  CompletionStage<Optional<Map<String, Object>>> ask(List<Object> key) {
    return CompletableFuture.supplyAsync(() -> JdbcRows.first(pool, SQL, key, 10), executor);
  }

  @Override
  Caffeine<Object, Object> taskCache() {
    return Caffeine.newBuilder()
        .expireAfterWrite(Duration.ofMillis(3600000L))
        .maximumSize(500L);
  }
}
