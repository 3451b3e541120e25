package nexgen.bindings.lookups;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
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
 * The lookup currency_rates: values of Redis strings.
 *
 * <p>Generated from lookups.currency_rates: change it there.
 *
 * <p>The key is fx:rate:&#123;currency&#125;.
 *
 * <p>That the store holds nothing for a key is cached too.
 *
 * @param <I> the record
 * @param <O> the result
 */
public final class CurrencyRatesLookup<I, O> extends AsyncLookup<I, String, String, O> {
  /** Name and uid of the operator. */
  public static final String NAME = "lookup currency_rates";

  private static final long serialVersionUID = 1L;

  private transient RedisClusterClient client;
  private transient StatefulRedisClusterConnection<String, String> connection;

  private CurrencyRatesLookup(
      List<KeySelector<I, ?>> keys,
      LookupJoin<I, String, O> join,
      LookupFallback<I, O> fallback,
      TypeInformation<O> type) {
    super("currency_rates", 200L, keys, join, fallback, type);
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
      LookupJoin<I, String, O> join,
      TypeInformation<O> type) {
    return new CurrencyRatesLookup<I, O>(List.of(currency), join, null, type).attachTo(records);
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
      LookupJoin<I, String, O> join,
      LookupFallback<I, O> fallback,
      TypeInformation<O> type) {
    return new CurrencyRatesLookup<I, O>(List.of(currency), join, fallback, type).attachTo(records);
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
    RedisURI uri = RedisURI.create(RuntimeValues.variable("REDIS_URI"));
    // Asked for at each connection, so that a file that was rotated counts.
    uri.setCredentialsProvider(
        RedisCredentialsProvider.from(
            () -> RedisCredentials.just(null, RuntimeValues.file("redis_password", "password"))));
    // Opening a connection may take longer than an answer; it is secured and logged in as well.
    uri.setTimeout(Duration.ofMillis(1000L));
    ClusterClientOptions.Builder options = ClusterClientOptions.builder();
    options.topologyRefreshOptions(
        ClusterTopologyRefreshOptions.builder().enablePeriodicRefresh(Duration.ofSeconds(60)).build());
    // Without it, a request to a server that is gone waits for ever.
    options.timeoutOptions(TimeoutOptions.enabled(Duration.ofMillis(200L)));
    SocketOptions.Builder socket = SocketOptions.builder().keepAlive(true);
    socket.connectTimeout(Duration.ofMillis(1000L));
    options.socketOptions(socket.build());
    RedisCodec<String, String> codec = StringCodec.UTF8;
    client = RedisClusterClient.create(uri);
    client.setOptions(options.build());
    connection = client.connect(codec);
  }

  @Override
  void disconnect() {
    if (connection != null) {
      connection.close();
    }
    if (client != null) {
      client.shutdown();
    }
  }

  @Override
  String key(List<Object> fields) {
    return "fx:rate:" + fields.get(0);
  }

  @Override
  CompletionStage<Optional<String>> ask(String key) {
    return connection.async().get(key).thenApply(Optional::ofNullable);
  }

  @Override
  Caffeine<Object, Object> taskCache() {
    return Caffeine.newBuilder()
        .expireAfterWrite(Duration.ofMillis(60000L))
        .maximumSize(500L);
  }
}
