package nexgen.bindings.runtime;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.flink.formats.avro.SchemaCoder;

/**
 * Finds Avro schemas in a schema registry, by the id in front of each value.
 *
 * <p>The registry's address and login are read where the job runs.
 */
public final class RegistryCoder implements SchemaCoder {

  private static final int MAGIC_BYTE = 0;

  private static final int MOST_SCHEMAS = 1000;

  private final SchemaRegistryClient client;

  private final Provider settings;

  private RegistryCoder(SchemaRegistryClient client, Provider settings) {
    this.client = client;
    this.settings = settings;
  }

  /** How the subject of a schema is named. */
  public enum SubjectNaming {
    /** After the topic. */
    TOPIC_NAME,
    /** After the record type. */
    RECORD_NAME,
    /** After both. */
    TOPIC_RECORD_NAME
  }

  @Override
  public Schema readSchema(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    if (data.readByte() != MAGIC_BYTE) {
      throw new IOException("The value was not written with a schema registry");
    }
    int id = data.readInt();
    try {
      return ((AvroSchema) client.getSchemaById(id)).rawSchema();
    } catch (RestClientException e) {
      throw new IOException("The registry has no schema " + id, e);
    }
  }

  @Override
  public void writeSchema(Schema schema, OutputStream out) throws IOException {
    String subject = settings.subjectOf(schema);
    AvroSchema parsed = new AvroSchema(schema);
    try {
      int id = settings.register ? client.register(subject, parsed) : client.getId(subject, parsed);
      DataOutputStream data = new DataOutputStream(out);
      data.writeByte(MAGIC_BYTE);
      data.writeInt(id);
      data.flush();
    } catch (RestClientException e) {
      throw new IOException(
          settings.register
              ? "The registry refuses the schema of subject " + subject
              : "The registry lacks the schema of subject " + subject
                  + ", and the binding forbids to register it",
          e);
    }
  }

  /** Makes coders on task managers. */
  public static final class Provider implements SchemaCoder.SchemaCoderProvider {

    private static final long serialVersionUID = 1L;

    private final RuntimeText url;

    private final RuntimeText login;

    private final SubjectNaming naming;

    private final String topic;

    private final boolean isKey;

    private final boolean register;

    /**
     * What coders need to know.
     *
     * @param url address of the registry
     * @param login user and password with a colon between; empty: none
     * @param naming how subjects are named
     * @param topic the topic
     * @param isKey for keys, not values
     * @param register whether a schema that the registry lacks is put into it
     */
    public Provider(
        RuntimeText url,
        RuntimeText login,
        SubjectNaming naming,
        String topic,
        boolean isKey,
        boolean register) {
      this.url = url;
      this.login = login;
      this.naming = naming;
      this.topic = topic;
      this.isKey = isKey;
      this.register = register;
    }

    @Override
    public SchemaCoder get() {
      Map<String, Object> settings = new HashMap<>();
      String userInfo = login.read();
      if (!userInfo.isEmpty()) {
        settings.put("basic.auth.credentials.source", "USER_INFO");
        settings.put("basic.auth.user.info", userInfo);
      }
      return new RegistryCoder(
          new CachedSchemaRegistryClient(url.read(), MOST_SCHEMAS, settings), this);
    }

    private String subjectOf(Schema schema) {
      switch (naming) {
        case RECORD_NAME:
          return schema.getFullName();
        case TOPIC_RECORD_NAME:
          return topic + "-" + schema.getFullName();
        default:
          return topic + (isKey ? "-key" : "-value");
      }
    }
  }
}
