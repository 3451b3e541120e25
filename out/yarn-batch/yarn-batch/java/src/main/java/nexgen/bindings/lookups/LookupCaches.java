package nexgen.bindings.lookups;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** Caches that the subtasks of one task manager share, and the metrics of all caches. */
final class LookupCaches {
  // By lookup, for as long as a subtask of it is open: it must not outlive the job in a session cluster.
  private static final Map<Class<?>, Shared> SHARED = new HashMap<>();

  private LookupCaches() {}

  /** The cache that the subtasks of {@code lookup} share; {@link #leave} gives it up. */
  @SuppressWarnings("unchecked") // One class of lookup has one type of cache.
  static <K, V> AsyncCache<K, V> join(Class<?> lookup, Caffeine<Object, Object> settings) {
    synchronized (SHARED) {
      Shared shared = SHARED.computeIfAbsent(lookup, missing -> new Shared(settings.buildAsync()));
      shared.users++;
      return (AsyncCache<K, V>) shared.cache;
    }
  }

  static void leave(Class<?> lookup) {
    synchronized (SHARED) {
      Shared shared = SHARED.get(lookup);
      if (shared != null && --shared.users == 0) {
        SHARED.remove(lookup);
      }
    }
  }

  /** Publishes the statistics of a cache that records them. */
  static void publish(MetricGroup metrics, String lookup, String name, Cache<?, ?> cache) {
    if (!cache.policy().isRecordingStats()) {
      return;
    }
    MetricGroup group = metrics.addGroup("lookup", lookup).addGroup(name);
    group.gauge("hits", (Gauge<Long>) () -> cache.stats().hitCount());
    group.gauge("misses", (Gauge<Long>) () -> cache.stats().missCount());
    group.gauge("hitRate", (Gauge<Double>) () -> cache.stats().hitRate());
    group.gauge("evictions", (Gauge<Long>) () -> cache.stats().evictionCount());
    group.gauge("loadFailures", (Gauge<Long>) () -> cache.stats().loadFailureCount());
    group.gauge("size", (Gauge<Long>) cache::estimatedSize);
  }

  private static final class Shared {
    private final AsyncCache<Object, Object> cache;
    private int users;

    Shared(AsyncCache<Object, Object> cache) {
      this.cache = cache;
    }
  }
}
