package nexgen.bindings;

/** The stream processes of the environment <code>production</code>, by their logical names. */
public final class Processes {

  /** The process <code>authorization_enrichment</code>. */
  public static final String AUTHORIZATION_ENRICHMENT = "authorization_enrichment";

  /** The process <code>dispute_intake</code>. */
  public static final String DISPUTE_INTAKE = "dispute_intake";

  /** The process <code>fraud_detection</code>. */
  public static final String FRAUD_DETECTION = "fraud_detection";

  /** The process <code>hourly_transaction_summary</code>. */
  public static final String HOURLY_TRANSACTION_SUMMARY = "hourly_transaction_summary";

  /** The process <code>settlement_processing</code>. */
  public static final String SETTLEMENT_PROCESSING = "settlement_processing";

  private Processes() {}
}
