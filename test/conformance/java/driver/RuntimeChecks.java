package nexgen.bindings.runtime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.java.typeutils.GenericTypeInfo;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.slf4j.event.Level;

/** What the shared classes of a project do. Exits with an exception at the first that is wrong. */
public final class RuntimeChecks {

  private static int checks;

  private RuntimeChecks() {}

  public static void main(String[] args) throws Exception {
    logins();
    variables();
    confirmations();
    deadLetters();
    fields();
    uris();
    budgets();
    System.out.println(checks + " checks of shared classes");
  }

  private static void same(Object want, Object got) {
    checks++;
    if (!Objects.equals(want, got)) {
      throw new AssertionError("want " + want + ", got " + got);
    }
  }

  /** A password with quotes and backslashes is the one value that the login module sees. */
  private static void logins() {
    String password = RuntimeValues.file("trust", "password");
    same(true, password.contains("\"") && password.contains("\\"));
    LoginConfigProvider provider = new LoginConfigProvider();
    String quoted =
        provider
            .get(RuntimeValues.secretsFolder() + "/trust", Set.of("password"))
            .data()
            .get("password");
    String line = "a.Module required username=\"u\" password=\"" + quoted + "\";";
    JaasContext context =
        JaasContext.loadClientContext(Map.of("sasl.jaas.config", new Password(line)));
    Map<String, ?> options = context.configurationEntries().get(0).getOptions();
    same(password, options.get("password"));
    same(2, options.size());
    provider.close();
  }

  private static void variables() {
    EnvironmentConfigProvider provider = new EnvironmentConfigProvider();
    provider.configure(Map.of("default.NOT_SET_ANYWHERE", "x"));
    same("x", provider.get("", Set.of("NOT_SET_ANYWHERE")).data().get("NOT_SET_ANYWHERE"));
    same(true, provider.get("", Set.of("PATH")).data().get("PATH").length() > 0);
    checks++;
    try {
      provider.get("", Set.of("NOT_SET_EITHER"));
      throw new AssertionError("a variable that is not set was read");
    } catch (ConfigException e) {
      same(true, e.getMessage().contains("NOT_SET_EITHER"));
    }
    provider.close();
  }

  private static void confirmations() throws IOException {
    Confirmations.Serializer serializer = new Confirmations.Serializer();
    List<Confirmation> events = new ArrayList<>();
    events.add(new Confirmation(null, new byte[] {1, 2}, "id"));
    events.add(new Confirmation(new byte[0], null, null));
    Confirmations back =
        serializer.deserialize(
            serializer.getVersion(), serializer.serialize(new Confirmations(events)));
    same(2, back.events.size());
    same(null, back.events.get(0).key);
    same(2, back.events.get(0).value.length);
    same("id", back.events.get(0).targetId);
    same(0, back.events.get(1).key.length);
    same(null, back.events.get(1).value);
    ConfirmationSettings settings =
        new ConfirmationSettings(
            "t",
            new java.util.Properties(),
            ConfirmationSettings.Trigger.AFTER_COMMIT,
            3,
            ConfirmationSettings.Backoff.EXPONENTIAL,
            100L,
            350L,
            false);
    same(100L, settings.delayOf(0));
    same(200L, settings.delayOf(1));
    same(350L, settings.delayOf(2));
    same(350L, settings.delayOf(1000));
  }

  private static void deadLetters() throws IOException {
    for (Class<?> type : List.of(RawRecord.class, DeadLetter.class)) {
      TypeInformation<?> information = TypeInformation.of(type);
      same(true, information instanceof PojoTypeInfo);
      PojoTypeInfo<?> pojo = (PojoTypeInfo<?>) information;
      for (int i = 0; i < pojo.getArity(); i++) {
        same(false, pojo.getPojoFieldAt(i).getTypeInformation() instanceof GenericTypeInfo);
      }
    }
    RawRecord record = new RawRecord();
    record.stream = "s";
    record.topic = "t\"\n\u00e9";
    record.value = "v".getBytes(StandardCharsets.UTF_8);
    DeadLetter letter = DeadLetter.of(record, "p", new IOException("why"));
    letter.failedAt = 5L;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DeadLetterEncoder(true).encode(letter, out);
    String unicode = "\\u";
    same(
        "{\"key\":null,\"value\":\"dg==\",\"process\":\"p\",\"stream\":\"s\",\"topic\":\"t\\\""
            + unicode
            + "000a"
            + unicode
            + "00e9\",\"partition\":-1,\"offset\":-1,\"timestamp\":-1,"
            + "\"error\":\"java.io.IOException\",\"message\":\"why\",\"failedAt\":5}\n",
        out.toString(StandardCharsets.UTF_8));
    int headers =
        new DeadLetterRecordSerializer("dead", true).serialize(letter, null, null).headers().toArray()
            .length;
    same(9, headers);
    same(
        0,
        new DeadLetterRecordSerializer("dead", false)
            .serialize(letter, null, null)
            .headers()
            .toArray()
            .length);
  }

  /** As a job has it. */
  public static final class Card {
    public String open_field = "field";

    public String getCardId() {
      return "getter";
    }

    public String owner() {
      return "accessor";
    }
  }

  private static void fields() {
    same("getter", new RecordField<Card>("card_id").getKey(new Card()));
    same("accessor", new RecordField<Card>("owner").getKey(new Card()));
    same("field", new RecordField<Card>("open_field").getKey(new Card()));
    same("map", new RecordField<Map<String, String>>("card_id").getKey(Map.of("card_id", "map")));
    same(null, new RecordField<Map<String, String>>("card_id").getKey(Map.of()));
    Schema schema =
        SchemaBuilder.record("R").fields().requiredString("card_id").endRecord();
    same(
        "avro",
        new RecordField<Object>("card_id")
            .getKey(new GenericRecordBuilder(schema).set("card_id", "avro").build()));
    checks++;
    try {
      new RecordField<Card>("nothing").getKey(new Card());
      throw new AssertionError("a field that is not there was read");
    } catch (IllegalStateException e) {
      same(true, e.getMessage().contains("nothing"));
    }
  }

  private static void uris() throws Exception {
    Class<?> type;
    try {
      type = Class.forName("nexgen.bindings.runtime.MongoUris");
    } catch (ClassNotFoundException e) {
      return;
    }
    java.lang.reflect.Method with =
        type.getMethod("with", String.class, String.class, String.class);
    same("mongodb://h/?w=1", with.invoke(null, "mongodb://h", "w", "1"));
    same("mongodb://h/db?w=1", with.invoke(null, "mongodb://h/db", "w", "1"));
    same("mongodb://h/?a=b&w=1", with.invoke(null, "mongodb://h/?a=b", "w", "1"));
    same("mongodb://h/?W=2", with.invoke(null, "mongodb://h/?W=2", "w", "1"));
  }

  private static void budgets() throws IOException {
    ErrorBudget budget = new ErrorBudget(Level.DEBUG, 2);
    budget.spend("a", new IOException());
    budget.spend("b", new IOException());
    checks++;
    try {
      budget.spend("c", new IOException());
      throw new AssertionError("the third of two errors was tolerated");
    } catch (IOException e) {
      same(true, e.getMessage().contains("c"));
    }
    ErrorBudget none = new ErrorBudget(Level.DEBUG, -1);
    for (int i = 0; i < 1000; i++) {
      none.spend("x", new IOException());
    }
    List<String> out = new ArrayList<>();
    new TolerantDeserializer<>(
            "s", new org.apache.flink.api.common.serialization.SimpleStringSchema(), none)
        .deserialize("v".getBytes(StandardCharsets.UTF_8), new ListCollector<>(out));
    same(Collections.singletonList("v"), out);
  }
}
