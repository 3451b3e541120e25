package nexgen.bindings.lookups;

import java.io.Serializable;

/**
 * Stands in for a lookup that failed for good: after its retries, or at its deadline.
 *
 * @param <I> the record
 * @param <O> the result
 */
@FunctionalInterface
public interface LookupFallback<I, O> extends Serializable {
  /**
   * Makes the result without the store, such as one that is routed to the dead letters.
   *
   * @param value the record
   * @param cause why the store gave no answer
   * @return the result; null leaves the record out
   * @throws Exception fails the job
   */
  O recover(I value, Throwable cause) throws Exception;
}
