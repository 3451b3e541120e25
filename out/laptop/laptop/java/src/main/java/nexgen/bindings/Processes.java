package nexgen.bindings;

/** The stream processes of the environment <code>laptop</code>, by their logical names. */
public final class Processes {

  /** The process <code>order_enrichment</code>. */
  public static final String ORDER_ENRICHMENT = "order_enrichment";

  /** The process <code>revenue_per_hour</code>. */
  public static final String REVENUE_PER_HOUR = "revenue_per_hour";

  private Processes() {}
}
