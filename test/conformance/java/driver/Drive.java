import java.io.Serializable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Calls every factory of every class that a project lists, serialises what it gives, and hands client
 * settings to the clients' own classes. Arguments: the base package, a file with values that must not
 * occur in a serialised object. Prints a line for each call; exits with 1 if one failed.
 */
public final class Drive {

  private static final Set<String> FLINK_OPTIONS =
      Set.of("partition.discovery.interval.ms", "commit.offsets.on.checkpoint");

  private static int failed;

  public static void main(String[] args) throws Exception {
    List<String> hidden = Files.readAllLines(Path.of(args[1]), StandardCharsets.UTF_8);
    Class<?> bindings = Class.forName(args[0] + ".Bindings");
    @SuppressWarnings("unchecked")
    Map<String, List<Class<?>>> classes =
        (Map<String, List<Class<?>>>) bindings.getMethod("classes").invoke(null);
    for (List<Class<?>> group : classes.values()) {
      for (Class<?> type : group) {
        if (!type.getPackageName().endsWith(".lookups")) {
          drive(type, hidden);
        }
      }
    }
    System.exit(failed == 0 ? 0 : 1);
  }

  private static void drive(Class<?> type, List<String> hidden) {
    Method[] methods = type.getDeclaredMethods();
    java.util.Arrays.sort(methods, java.util.Comparator.comparing(Method::toGenericString));
    for (Method method : methods) {
      if (!Modifier.isPublic(method.getModifiers())) {
        continue;
      }
      String name = type.getSimpleName() + "." + method.getName();
      try {
        Object made = method.invoke(null, arguments(type, method));
        System.out.println("ok " + name + " " + judge(type, made, hidden));
      } catch (InvocationTargetException e) {
        fail(name, e.getCause());
      } catch (Exception | LinkageError e) {
        fail(name, e);
      }
    }
  }

  private static void fail(String name, Throwable error) {
    failed++;
    System.out.println("FAILED " + name + " " + error);
    error.printStackTrace(System.out);
  }

  private static String judge(Class<?> type, Object made, List<String> hidden) throws Exception {
    if (made == null) {
      return "(a stand-in)";
    }
    if (made instanceof Properties) {
      return clientSettings(type, (Properties) made);
    }
    if (made instanceof SingleOutputStreamOperator) {
      SingleOutputStreamOperator<?> operator = (SingleOutputStreamOperator<?>) made;
      operator.sinkTo(new DiscardingSink<>());
      operator.getExecutionEnvironment().getStreamGraph();
      return "a stream graph";
    }
    if (made instanceof Configuration || made instanceof String) {
      return String.valueOf(made.getClass().getSimpleName());
    }
    byte[] bytes = InstantiationUtil.serializeObject((Serializable) made);
    Object back = InstantiationUtil.deserializeObject(bytes, type.getClassLoader());
    if (back.getClass() != made.getClass()) {
      throw new IllegalStateException("another class came back");
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    for (String value : hidden) {
      if (!value.isEmpty() && text.contains(value)) {
        throw new IllegalStateException("a credential is part of the serialised object");
      }
    }
    return bytes.length + " bytes";
  }

  /** The clients resolve placeholders, check values, and know every name. */
  private static String clientSettings(Class<?> type, Properties properties) {
    if (properties.containsKey("aws.credentials.provider") || type.getSimpleName().startsWith("Kin")) {
      return properties.size() + " settings of Kinesis";
    }
    Properties all = new Properties();
    all.putAll(properties);
    all.putIfAbsent("bootstrap.servers", "kafka:9092");
    boolean reads = type.getSimpleName().endsWith("Source");
    String bytes = "org.apache.kafka.common.serialization.ByteArray";
    Set<String> known;
    Map<String, Object> resolved;
    if (reads) {
      all.setProperty("group.id", "any");
      all.setProperty("key.deserializer", bytes + "Deserializer");
      all.setProperty("value.deserializer", bytes + "Deserializer");
      resolved = new ConsumerConfig(all).values() == null ? null : values(new ConsumerConfig(all).values());
      known = ConsumerConfig.configNames();
    } else {
      all.setProperty("key.serializer", bytes + "Serializer");
      all.setProperty("value.serializer", bytes + "Serializer");
      resolved = values(new ProducerConfig(all).values());
      known = ProducerConfig.configNames();
    }
    Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
    unknown.removeAll(known);
    unknown.removeAll(FLINK_OPTIONS);
    unknown.removeIf(name -> name.startsWith("config.providers"));
    if (!unknown.isEmpty()) {
      throw new IllegalStateException("no client knows " + unknown);
    }
    for (Map.Entry<String, Object> entry : resolved.entrySet()) {
      String value = String.valueOf(entry.getValue());
      if (value.contains("${nexgen_")) {
        throw new IllegalStateException(entry.getKey() + " was not resolved");
      }
    }
    return properties.size() + " settings of Kafka";
  }

  private static Map<String, Object> values(Map<String, ?> values) {
    Map<String, Object> shown = new java.util.HashMap<>();
    values.forEach(
        (name, value) ->
            shown.put(
                name,
                value instanceof org.apache.kafka.common.config.types.Password
                    ? ((org.apache.kafka.common.config.types.Password) value).value()
                    : value));
    return shown;
  }

  private static Object[] arguments(Class<?> type, Method method) throws Exception {
    List<Object> arguments = new ArrayList<>();
    for (Class<?> parameter : method.getParameterTypes()) {
      arguments.add(argument(type, parameter));
    }
    return arguments.toArray();
  }

  private static Object argument(Class<?> type, Class<?> parameter) throws Exception {
    switch (parameter.getName()) {
      case "java.lang.String":
        return "billing";
      case "java.lang.Class":
        return Samples.recordClass(type);
      case "org.apache.avro.Schema":
        return new Schema.Parser().parse(Samples.SCHEMA);
      case "org.apache.flink.connector.mongodb.sink.writer.serializer.MongoSerializationSchema":
        return Class.forName("MongoSamples").getMethod("schema").invoke(null);
      case "org.apache.flink.connector.kinesis.sink.PartitionKeyGenerator":
        return Class.forName("KinesisSamples").getMethod("key").invoke(null);
      default:
    }
    if (parameter == StreamExecutionEnvironment.class) {
      return StreamExecutionEnvironment.getExecutionEnvironment(new Configuration());
    }
    if (parameter == WatermarkStrategy.class) {
      return WatermarkStrategy.noWatermarks();
    }
    if (parameter == Sink.class) {
      return new DiscardingSink<>();
    }
    if (parameter == DeserializationSchema.class || parameter == SerializationSchema.class) {
      return new SimpleStringSchema();
    }
    if (parameter == KafkaRecordDeserializationSchema.class) {
      return KafkaRecordDeserializationSchema.valueOnly(new SimpleStringSchema());
    }
    if (parameter == KafkaRecordSerializationSchema.class) {
      return KafkaRecordSerializationSchema.<String>builder()
          .setTopic("any")
          .setValueSerializationSchema(new SimpleStringSchema())
          .build();
    }
    if (parameter.getSimpleName().equals("SinkDescription")) {
      return parameter
          .getConstructor(String.class, String.class, String.class, String.class)
          .newInstance("stream", "target", null, null);
    }
    throw new IllegalStateException("no argument of type " + parameter.getName());
  }
}
