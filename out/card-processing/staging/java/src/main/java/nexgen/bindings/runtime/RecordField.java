package nexgen.bindings.runtime;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import org.apache.flink.api.java.functions.KeySelector;

/**
 * Reads a field of a record by the name that the environment's file gives it: an entry of a map, a
 * field of a generic Avro record, an accessor, or a public field. {@code card_id} also finds
 * {@code cardId}, {@code cardId()} and {@code getCardId()}.
 *
 * @param <T> the type of a record
 */
public final class RecordField<T> implements KeySelector<T, String> {

  private static final long serialVersionUID = 1L;

  private final String name;

  private transient Class<?> type;

  private transient Reader reader;

  /**
   * A field.
   *
   * @param name the field's name
   */
  public RecordField(String name) {
    this.name = name;
  }

  /**
   * The field of a record as text.
   *
   * @param element a record
   * @return the text, or null where the field is
   */
  @Override
  public String getKey(T element) {
    if (reader == null || type != element.getClass()) {
      type = element.getClass();
      reader = readerOf(type);
    }
    try {
      Object value = reader.read(element);
      return value == null ? null : value.toString();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("Field " + name + " cannot be read", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Field " + name + " cannot be read", e);
    }
  }

  private interface Reader {
    Object read(Object element) throws ReflectiveOperationException;
  }

  private Reader readerOf(Class<?> owner) {
    if (Map.class.isAssignableFrom(owner)) {
      return element -> ((Map<?, ?>) element).get(name);
    }
    for (String spelled : new String[] {name, camelCase(name)}) {
      String capital = spelled.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + spelled.substring(1);
      for (String accessor : new String[] {spelled, "get" + capital}) {
        Method method = methodOf(owner, accessor);
        if (method != null) {
          return method::invoke;
        }
      }
      Field field = fieldOf(owner, spelled);
      if (field != null) {
        return field::get;
      }
    }
    Method get = methodOf(owner, "get", String.class);
    if (get != null) {
      return element -> get.invoke(element, name);
    }
    throw new IllegalStateException(owner.getName() + " has no public field or accessor " + name);
  }

  private static Method methodOf(Class<?> owner, String name, Class<?>... parameters) {
    try {
      return owner.getMethod(name, parameters);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private static Field fieldOf(Class<?> owner, String name) {
    try {
      return owner.getField(name);
    } catch (NoSuchFieldException e) {
      return null;
    }
  }

  private static String camelCase(String name) {
    StringBuilder result = new StringBuilder();
    boolean upper = false;
    for (char c : name.toCharArray()) {
      if (c == '_' || c == '-') {
        upper = result.length() > 0;
      } else {
        result.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    return result.length() == 0 ? name : result.toString();
  }
}
