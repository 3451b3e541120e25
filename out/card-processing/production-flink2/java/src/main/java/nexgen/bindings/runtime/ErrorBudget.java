package nexgen.bindings.runtime;

import java.io.IOException;
import java.io.Serializable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Logs records that cannot be decoded, and ends the job when they become too many. */
public final class ErrorBudget implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final Logger LOG = LoggerFactory.getLogger(ErrorBudget.class);

  private static final long MINUTE = 60_000L;

  private final Level level;

  private final long mostPerMinute;

  private transient long minuteStart;

  private transient long inThisMinute;

  /**
   * A budget of each subtask.
   *
   * @param level the level that each error is logged at
   * @param mostPerMinute errors within a minute that are tolerated; negative: any number
   */
  public ErrorBudget(Level level, long mostPerMinute) {
    this.level = level;
    this.mostPerMinute = mostPerMinute;
  }

  /**
   * Takes an error into account.
   *
   * @param place the stream and the place in it; the record itself is never logged
   * @param error what went wrong
   * @throws IOException if there were too many
   */
  public void spend(String place, Throwable error) throws IOException {
    log(place, error);
    long now = System.currentTimeMillis();
    if (now - minuteStart >= MINUTE) {
      minuteStart = now;
      inThisMinute = 0;
    }
    inThisMinute++;
    if (mostPerMinute >= 0 && inThisMinute > mostPerMinute) {
      throw new IOException(
          "More than " + mostPerMinute + " records in a minute cannot be decoded; the last: " + place,
          error);
    }
  }

  private void log(String place, Throwable error) {
    String text = "A record cannot be decoded: {} ({})";
    Object[] values = {place, error.toString()};
    switch (level) {
      case ERROR:
        LOG.error(text, values);
        break;
      case WARN:
        LOG.warn(text, values);
        break;
      case INFO:
        LOG.info(text, values);
        break;
      default:
        LOG.debug(text, values);
    }
  }
}
