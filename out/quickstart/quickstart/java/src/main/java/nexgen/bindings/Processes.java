package nexgen.bindings;

/** The stream processes of the environment <code>quickstart</code>, by their logical names. */
public final class Processes {

  /** The process <code>hourly_totals</code>. */
  public static final String HOURLY_TOTALS = "hourly_totals";

  private Processes() {}
}
