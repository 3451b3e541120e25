package nexgen.bindings.runtime;

import java.io.Serializable;
import java.util.Properties;

/** How completed writes are announced. */
public final class ConfirmationSettings implements Serializable {

  private static final long serialVersionUID = 1L;

  final String topic;

  final Properties producer;

  final Trigger trigger;

  final int retries;

  final Backoff backoff;

  final long initialDelay;

  final long maxDelay;

  final boolean withResponse;

  /**
   * Settings.
   *
   * @param topic the topic that events go to
   * @param producer the settings of the Kafka client
   * @param trigger when events are announced
   * @param retries how often an announcement that failed is tried again
   * @param backoff how the wait grows between attempts
   * @param initialDelay the first wait, in milliseconds
   * @param maxDelay the longest wait, in milliseconds
   * @param withResponse whether events tell of the sink that wrote
   */
  public ConfirmationSettings(
      String topic,
      Properties producer,
      Trigger trigger,
      int retries,
      Backoff backoff,
      long initialDelay,
      long maxDelay,
      boolean withResponse) {
    this.topic = topic;
    this.producer = producer;
    this.trigger = trigger;
    this.retries = retries;
    this.backoff = backoff;
    this.initialDelay = initialDelay;
    this.maxDelay = maxDelay;
    this.withResponse = withResponse;
  }

  /** The moment of an announcement. */
  public enum Trigger {
    /** The checkpoint that holds the write is complete: it can never be undone. */
    AFTER_COMMIT,
    /** The sink has written; a failure before the checkpoint repeats the event. */
    AFTER_FLUSH
  }

  /** How the wait grows. */
  public enum Backoff {
    /** It stays the same. */
    CONSTANT,
    /** By the first wait each time. */
    LINEAR,
    /** It doubles each time. */
    EXPONENTIAL
  }

  long delayOf(int attempt) {
    switch (backoff) {
      case CONSTANT:
        return initialDelay;
      case LINEAR:
        return Math.min(maxDelay, initialDelay * (attempt + 1L));
      default:
        return Math.min(maxDelay, initialDelay << Math.min(attempt, 20));
    }
  }
}
