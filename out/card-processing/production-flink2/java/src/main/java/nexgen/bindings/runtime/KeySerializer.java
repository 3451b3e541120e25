package nexgen.bindings.runtime;

import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.api.java.functions.KeySelector;

/**
 * Encodes one part of a record, such as the key it is to be stored under.
 *
 * @param <T> the type of a record
 * @param <K> the type of the part
 */
public final class KeySerializer<T, K> implements SerializationSchema<T> {

  private static final long serialVersionUID = 1L;

  private final KeySelector<T, K> key;

  private final SerializationSchema<K> serializer;

  private KeySerializer(KeySelector<T, K> key, SerializationSchema<K> serializer) {
    this.key = key;
    this.serializer = serializer;
  }

  /**
   * A serializer of what {@code key} takes out of a record.
   *
   * @param key takes the part out of a record; null where a record has none
   * @param serializer encodes the part
   * @param <T> the type of a record
   * @param <K> the type of the part
   * @return a serializer of records
   */
  public static <T, K> KeySerializer<T, K> of(
      KeySelector<T, K> key, SerializationSchema<K> serializer) {
    return new KeySerializer<>(key, serializer);
  }

  @Override
  public void open(InitializationContext context) throws Exception {
    serializer.open(context);
  }

  @Override
  public byte[] serialize(T element) {
    try {
      K part = key.getKey(element);
      return part == null ? null : serializer.serialize(part);
    } catch (Exception e) {
      throw new IllegalStateException("No key can be taken out of a record", e);
    }
  }
}
