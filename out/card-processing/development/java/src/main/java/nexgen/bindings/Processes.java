package nexgen.bindings;

/** The stream processes of the environment <code>development</code>, by their logical names. */
public final class Processes {

  /**
   * The process <code>authorization_enrichment</code>, which by its process file
   *
   * <ul>
   *   <li>receives from auth_events
   *   <li>looks up currency_rates, customers, merchant_categories
   *   <li>emits to enriched_auths
   *   <li>sends dead letters to auth_dlq
   * </ul>
   */
  public static final String AUTHORIZATION_ENRICHMENT = "authorization_enrichment";

  /**
   * The process <code>dispute_intake</code>, which by its process file
   *
   * <ul>
   *   <li>receives from dispute_events
   *   <li>looks up customers
   *   <li>emits to fraud_alerts
   *   <li>sends dead letters to batch_dlq
   * </ul>
   */
  public static final String DISPUTE_INTAKE = "dispute_intake";

  /**
   * The process <code>fraud_detection</code>, which by its process file
   *
   * <ul>
   *   <li>receives from enriched_auths
   *   <li>looks up card_history
   *   <li>emits to fraud_alerts
   *   <li>sends dead letters to auth_dlq
   * </ul>
   */
  public static final String FRAUD_DETECTION = "fraud_detection";

  /**
   * The process <code>hourly_transaction_summary</code>, which by its process file
   *
   * <ul>
   *   <li>receives from enriched_auths
   *   <li>emits to hourly_summaries
   *   <li>sends dead letters to batch_dlq
   * </ul>
   */
  public static final String HOURLY_TRANSACTION_SUMMARY = "hourly_transaction_summary";

  /**
   * The process <code>settlement_processing</code>, which by its process file
   *
   * <ul>
   *   <li>receives from settlement_events
   *   <li>emits to accounts_collection
   *   <li>sends dead letters to batch_dlq
   *   <li>announces writes on transaction_completions, transaction_failures
   * </ul>
   */
  public static final String SETTLEMENT_PROCESSING = "settlement_processing";

  private Processes() {}
}
