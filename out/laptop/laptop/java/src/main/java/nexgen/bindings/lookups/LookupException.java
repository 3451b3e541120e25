package nexgen.bindings.lookups;

/** A store gave no answer. The record's key is not in the message: it may be personal data. */
public final class LookupException extends Exception {
  private static final long serialVersionUID = 1L;

  LookupException(String lookup, Throwable cause) {
    super("The lookup " + lookup + " failed: " + cause.getClass().getSimpleName(), cause);
  }
}
