package nexgen.bindings.lookups;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;

/**
 * What all lookups share: key, cache, deadline and failure. A subclass knows its store.
 *
 * @param <I> the record
 * @param <K> what the store is asked with; the cache compares it by value
 * @param <V> what the store holds
 * @param <O> the result
 */
abstract class AsyncLookup<I, K, V, O> extends RichAsyncFunction<I, O> implements ResultTypeQueryable<O> {
  private static final long serialVersionUID = 1L;

  private final String lookup;
  private final long answerMillis;
  private final ArrayList<KeySelector<I, ?>> keys;
  private final LookupJoin<I, V, O> join;
  private final LookupFallback<I, O> fallback;
  private final TypeInformation<O> type;

  private transient AsyncLoadingCache<K, Optional<V>> cache;
  private transient AsyncCache<K, Optional<V>> shared;

  /**
   * A lookup that is not open yet.
   *
   * @param lookup its name
   * @param answerMillis how long one request may take
   * @param keys the fields of the key
   * @param join makes the result
   * @param fallback stands in for a failed lookup; null: the job fails
   * @param type the type of the result
   */
  AsyncLookup(
      String lookup,
      long answerMillis,
      List<KeySelector<I, ?>> keys,
      LookupJoin<I, V, O> join,
      LookupFallback<I, O> fallback,
      TypeInformation<O> type) {
    this.lookup = lookup;
    this.answerMillis = answerMillis;
    this.keys = new ArrayList<>(keys);
    this.join = join;
    this.fallback = fallback;
    this.type = type;
  }

  /** Opens the client. Credentials are read here, where the job runs, and are part of no job graph. */
  abstract void connect() throws Exception;

  /** Closes what {@link #connect} opened, as far as it came. */
  abstract void disconnect() throws Exception;

  /** What the store is asked with. None of the fields is null. */
  abstract K key(List<Object> fields);

  /** Asks the store without blocking. */
  abstract CompletionStage<Optional<V>> ask(K key);

  /** The cache of one subtask, or null. */
  Caffeine<Object, Object> taskCache() {
    return null;
  }

  /** The cache that the subtasks of one task manager share, or null. */
  Caffeine<Object, Object> sharedCache() {
    return null;
  }

  /** What the cache holds from the start. */
  Map<K, V> preload() throws Exception {
    return Map.of();
  }

  /** Puts this lookup behind {@code records}. */
  abstract SingleOutputStreamOperator<O> attachTo(DataStream<I> records);

  @Override
  public final void open(OpenContext context) throws Exception {
    connect();
    Caffeine<Object, Object> task = taskCache();
    if (task != null) {
      cache = task.buildAsync((key, executor) -> askShared(key));
      LookupCaches.publish(getRuntimeContext().getMetricGroup(), lookup, "cache", cache.synchronous());
    }
    Caffeine<Object, Object> common = sharedCache();
    if (common != null) {
      shared = LookupCaches.join(getClass(), common);
      LookupCaches.publish(getRuntimeContext().getMetricGroup(), lookup, "shared_cache", shared.synchronous());
    }
    AsyncCache<K, Optional<V>> first = cache == null ? shared : cache;
    if (first != null) {
      preload().forEach((key, value) -> first.synchronous().put(key, Optional.of(value)));
    }
  }

  @Override
  public final void close() throws Exception {
    if (shared != null) {
      LookupCaches.leave(getClass());
    }
    disconnect();
  }

  @Override
  public final void asyncInvoke(I value, ResultFuture<O> result) throws Exception {
    List<Object> fields = new ArrayList<>(keys.size());
    for (KeySelector<I, ?> selector : keys) {
      Object field = selector.getKey(value);
      if (field == null) {
        complete(value, Optional.empty(), result);
        return;
      }
      fields.add(field);
    }
    find(key(fields))
        .whenComplete(
            (found, failure) -> {
              if (failure == null) {
                complete(value, found, result);
              } else {
                fail(value, failure, result);
              }
            });
  }

  @Override
  public final void timeout(I value, ResultFuture<O> result) {
    fail(value, new TimeoutException("no answer before the deadline"), result);
  }

  @Override
  public final TypeInformation<O> getProducedType() {
    return type;
  }

  /** How many fields the key has. */
  final int keyFields() {
    return keys.size();
  }

  // Not as references to isInstance: two of those are one when Java reads them back.

  /** What is tried again: a failure of the store, and no exception of the join. */
  static Predicate<Throwable> storeFailed() {
    return (Predicate<Throwable> & Serializable) failure -> failure instanceof LookupException;
  }

  /** What is tried again before a fallback stands in. */
  static <O> Predicate<Collection<O>> fellBack() {
    return (Predicate<Collection<O>> & Serializable) results -> results instanceof FallbackResult;
  }

  private CompletableFuture<Optional<V>> find(K key) {
    return cache == null ? askShared(key) : cache.get(key);
  }

  private CompletableFuture<Optional<V>> askShared(K key) {
    return shared == null ? askStore(key) : shared.get(key, (missing, executor) -> askStore(missing));
  }

  private CompletableFuture<Optional<V>> askStore(K key) {
    try {
      // A copy: the client's own future is not ours to complete. Without a deadline, one lost
      // answer would stand in the cache for ever.
      return ask(key).toCompletableFuture().copy().orTimeout(answerMillis, TimeUnit.MILLISECONDS);
    } catch (RuntimeException failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private void complete(I value, Optional<V> found, ResultFuture<O> result) {
    try {
      O joined = join.join(value, found);
      result.complete(joined == null ? List.of() : List.of(joined));
    } catch (Exception failure) {
      result.completeExceptionally(failure);
    }
  }

  private void fail(I value, Throwable failure, ResultFuture<O> result) {
    boolean wrapped = failure instanceof CompletionException && failure.getCause() != null;
    LookupException cause = new LookupException(lookup, wrapped ? failure.getCause() : failure);
    if (fallback == null) {
      result.completeExceptionally(cause);
      return;
    }
    try {
      result.complete(new FallbackResult<>(fallback.recover(value, cause)));
    } catch (Exception thrown) {
      result.completeExceptionally(thrown);
    }
  }

  /** Results of a fallback, so that they can be told from those of the store. */
  static final class FallbackResult<O> extends ArrayList<O> {
    private static final long serialVersionUID = 1L;

    FallbackResult(O recovered) {
      super(1);
      if (recovered != null) {
        add(recovered);
      }
    }
  }
}
