package nexgen.bindings;

/** The stream processes of the environment <code>yarn-batch</code>, by their logical names. */
public final class Processes {

  /** The process <code>reconciliation</code>. */
  public static final String RECONCILIATION = "reconciliation";

  /** The process <code>settlement</code>. */
  public static final String SETTLEMENT = "settlement";

  private Processes() {}
}
