package nexgen.bindings.runtime;

/** One event that announces a completed write, encoded. */
final class Confirmation {

  final byte[] key;

  final byte[] value;

  /** Id of what was written, or null. */
  final String targetId;

  Confirmation(byte[] key, byte[] value, String targetId) {
    this.key = key;
    this.value = value;
    this.targetId = targetId;
  }
}
