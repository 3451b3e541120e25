package nexgen.bindings.lookups;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
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
 * The lookup prices: values of Redis strings.
 *
 * <p>Generated from lookups.prices: change it there.
 *
 * <p>The key is price:&#123;sku&#125;.
 *
 * @param <I> the record
 * @param <O> the result
 */
public final class PricesLookup<I, O> extends AsyncLookup<I, String, String, O> {
  /** Name and uid of the operator. */
  public static final String NAME = "lookup prices";

  private static final long serialVersionUID = 1L;

  private transient RedisClient client;
  private transient StatefulRedisConnection<String, String> connection;

  private PricesLookup(
      List<KeySelector<I, ?>> keys,
      LookupJoin<I, String, O> join,
      LookupFallback<I, O> fallback,
      TypeInformation<O> type) {
    super("prices", 10000L, keys, join, fallback, type);
  }

  /**
   * Joins each record with what the store holds for its key. A lookup that fails for good fails the
   * job, which then repeats the record. A record with a null in its key is not looked up.
   *
   * <p>The operator has the uid {@link #NAME}, by which a savepoint finds its state. Where a job calls
   * this lookup again, give the second result another one: {@code .uid("again")}.
   *
   * @param records what is enriched
   * @param sku the record's value of sku
   * @param join makes the result
   * @param type the type of the result
   * @param <I> the record
   * @param <O> the result
   * @return the results
   */
  public static <I, O> SingleOutputStreamOperator<O> enrich(
      DataStream<I> records,
      KeySelector<I, ?> sku,
      LookupJoin<I, String, O> join,
      TypeInformation<O> type) {
    return new PricesLookup<I, O>(List.of(sku), join, null, type).attachTo(records);
  }

  /**
   * As {@code enrich}, with a result of its own for a record whose lookup failed for good.
   *
   * @param records what is enriched
   * @param sku the record's value of sku
   * @param join makes the result
   * @param fallback makes the result when the lookup failed
   * @param type the type of the result
   * @param <I> the record
   * @param <O> the result
   * @return the results
   */
  public static <I, O> SingleOutputStreamOperator<O> enrichOrRecover(
      DataStream<I> records,
      KeySelector<I, ?> sku,
      LookupJoin<I, String, O> join,
      LookupFallback<I, O> fallback,
      TypeInformation<O> type) {
    return new PricesLookup<I, O>(List.of(sku), join, fallback, type).attachTo(records);
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
    RedisURI uri = RedisURI.create("redis://price-cache:6379");
    // Asked for at each connection, so that a file that was rotated counts.
    uri.setCredentialsProvider(
        RedisCredentialsProvider.from(
            () -> RedisCredentials.just(null, RuntimeValues.variable("REDIS_PASSWORD"))));
    // Opening a connection may take longer than an answer; it is secured and logged in as well.
    uri.setTimeout(Duration.ofMillis(10000L));
    ClientOptions.Builder options = ClientOptions.builder();
    // Without it, a request to a server that is gone waits for ever.
    options.timeoutOptions(TimeoutOptions.enabled(Duration.ofMillis(10000L)));
    SocketOptions.Builder socket = SocketOptions.builder().keepAlive(true);
    options.socketOptions(socket.build());
    RedisCodec<String, String> codec = StringCodec.UTF8;
    client = RedisClient.create();
    client.setOptions(options.build());
    connection = client.connect(codec, uri);
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
    return "price:" + fields.get(0);
  }

  @Override
  CompletionStage<Optional<String>> ask(String key) {
    return connection.async().get(key).thenApply(Optional::ofNullable);
  }
}
