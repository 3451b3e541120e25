import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;

/** Record types as a job has them. */
public final class Samples {

  static final String SCHEMA =
      "{\"type\":\"record\",\"name\":\"Order\",\"fields\":[{\"name\":\"id\",\"type\":\"string\"}]}";

  private Samples() {}

  static Class<?> recordClass(Class<?> format) throws Exception {
    for (java.lang.reflect.Method method : format.getMethods()) {
      for (java.lang.reflect.Type bound : method.getTypeParameters().length == 0
          ? new java.lang.reflect.Type[0]
          : method.getTypeParameters()[0].getBounds()) {
        if (bound.getTypeName().endsWith("MessageLite")) {
          return Class.forName("com.google.protobuf.StringValue");
        }
        if (bound.getTypeName().endsWith("SpecificRecord")) {
          return Order.class;
        }
      }
    }
    return Map.class;
  }

  /** As Avro generates it. */
  public static final class Order extends SpecificRecordBase {
    private static final long serialVersionUID = 1L;

    public static final Schema SCHEMA$ = new Schema.Parser().parse(SCHEMA);

    private Object id;

    @Override
    public Schema getSchema() {
      return SCHEMA$;
    }

    @Override
    public Object get(int field) {
      return id;
    }

    @Override
    public void put(int field, Object value) {
      id = value;
    }
  }
}
