package nexgen.bindings.lookups;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadPreference;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
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
import org.bson.Document;
import reactor.core.publisher.Mono;

/**
 * The lookup customers: documents of the MongoDB collection credit_card.customers.
 *
 * <p>Generated from lookups.customers: change it there.
 *
 * <p>A document is found by its field customer_id.
 *
 * <p>That the store holds nothing for a key is cached too.
 *
 * @param <I> the record
 * @param <O> the result
 */
public final class CustomersLookup<I, O> extends AsyncLookup<I, Object, Document, O> {
  /** Name and uid of the operator. */
  public static final String NAME = "lookup customers";

  private static final long serialVersionUID = 1L;

  private transient MongoClient client;
  private transient MongoCollection<Document> collection;

  private CustomersLookup(
      List<KeySelector<I, ?>> keys,
      LookupJoin<I, Document, O> join,
      LookupFallback<I, O> fallback,
      TypeInformation<O> type) {
    super("customers", 500L, keys, join, fallback, type);
  }

  /**
   * Joins each record with what the store holds for its key. A lookup that fails for good fails the
   * job, which then repeats the record. A record with a null in its key is not looked up.
   *
   * <p>The operator has the uid {@link #NAME}, by which a savepoint finds its state. Where a job calls
   * this lookup again, give the second result another one: {@code .uid("again")}.
   *
   * @param records what is enriched
   * @param customerId the record's value of customer_id
   * @param join makes the result
   * @param type the type of the result
   * @param <I> the record
   * @param <O> the result
   * @return the results
   */
  public static <I, O> SingleOutputStreamOperator<O> enrich(
      DataStream<I> records,
      KeySelector<I, ?> customerId,
      LookupJoin<I, Document, O> join,
      TypeInformation<O> type) {
    return new CustomersLookup<I, O>(List.of(customerId), join, null, type).attachTo(records);
  }

  /**
   * As {@code enrich}, with a result of its own for a record whose lookup failed for good.
   *
   * @param records what is enriched
   * @param customerId the record's value of customer_id
   * @param join makes the result
   * @param fallback makes the result when the lookup failed
   * @param type the type of the result
   * @param <I> the record
   * @param <O> the result
   * @return the results
   */
  public static <I, O> SingleOutputStreamOperator<O> enrichOrRecover(
      DataStream<I> records,
      KeySelector<I, ?> customerId,
      LookupJoin<I, Document, O> join,
      LookupFallback<I, O> fallback,
      TypeInformation<O> type) {
    return new CustomersLookup<I, O>(List.of(customerId), join, fallback, type).attachTo(records);
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
    MongoClientSettings.Builder settings = MongoClientSettings.builder();
    // First, so that what follows wins.
    settings.applyConnectionString(new ConnectionString(RuntimeValues.variable("MONGO_URI")));
    settings.applicationName("customers");
    settings.readPreference(ReadPreference.secondaryPreferred());
    settings.applyToConnectionPoolSettings(pool -> pool.maxSize(20));
    client = MongoClients.create(settings.build());
    collection = client.getDatabase("credit_card").getCollection("customers");
  }

  @Override
  void disconnect() {
    if (client != null) {
      client.close();
    }
  }

  @Override
  Object key(List<Object> fields) {
    return fields.get(0);
  }

  @Override
  CompletionStage<Optional<Document>> ask(Object key) {
    return Mono.from(
            collection
                .find(Filters.eq("customer_id", key))
                .projection(Projections.include("customer_id", "segment", "credit_limit", "home_country"))
                .maxTime(500L, TimeUnit.MILLISECONDS)
                .first())
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .toFuture();
  }

  @Override
  Caffeine<Object, Object> taskCache() {
    return Caffeine.newBuilder()
        .expireAfterWrite(Duration.ofMillis(300000L))
        .maximumSize(100000L);
  }
}
