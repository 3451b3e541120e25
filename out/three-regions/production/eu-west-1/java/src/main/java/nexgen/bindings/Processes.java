package nexgen.bindings;

/** The stream processes of the environment <code>production</code>, by their logical names. */
public final class Processes {

  /** The process <code>order_totals</code>. */
  public static final String ORDER_TOTALS = "order_totals";

  private Processes() {}
}
