package nexgen.bindings.lookups;

import java.io.Serializable;
import java.util.Optional;

/**
 * Joins a record with what a store holds for it. It is called on several threads at once: it must keep
 * no state.
 *
 * @param <I> the record
 * @param <V> what the store holds
 * @param <O> the result
 */
@FunctionalInterface
public interface LookupJoin<I, V, O> extends Serializable {
  /**
   * Makes the result.
   *
   * @param value the record
   * @param found what the store holds; empty when it holds nothing
   * @return the result; null leaves the record out
   * @throws Exception fails the job
   */
  O join(I value, Optional<V> found) throws Exception;
}
