package nexgen.bindings.runtime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A sink that announces each write once it is done, at least once: after a failure an event may come
 * again, and never before its write.
 *
 * @param <T> the type of what is written
 */
public final class ConfirmingSink<T> implements Sink<T>, SupportsCommitter<Confirmations> {

  private static final long serialVersionUID = 1L;

  private final Sink<T> sink;

  private final SinkDescription description;

  private final SerializationSchema<T> key;

  private final SerializationSchema<T> value;

  private final ConfirmationSettings settings;

  /**
   * A sink around another, which must have no transactions of its own.
   *
   * @param sink writes
   * @param description tells of the sink
   * @param key makes the key of an event
   * @param value makes the value of an event
   * @param settings how events are announced
   */
  public ConfirmingSink(
      Sink<T> sink,
      SinkDescription description,
      SerializationSchema<T> key,
      SerializationSchema<T> value,
      ConfirmationSettings settings) {
    this.sink = sink;
    this.description = description;
    this.key = key;
    this.value = value;
    this.settings = settings;
  }

  @Override
  @Deprecated
  public SinkWriter<T> createWriter(InitContext context) throws IOException {
    return writer(
        sink.createWriter(context), context.asSerializationSchemaInitializationContext());
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
    return writer(
        sink.createWriter(context), context.asSerializationSchemaInitializationContext());
  }

  private SinkWriter<T> writer(
      SinkWriter<T> writer, SerializationSchema.InitializationContext context)
      throws IOException {
    try {
      key.open(context);
      value.open(context);
    } catch (Exception e) {
      throw new IOException("The serializers of events cannot be opened", e);
    }
    return new Writer<>(this, writer);
  }

  @Override
  public Committer<Confirmations> createCommitter(CommitterInitContext context) {
    return new Announcer(new ConfirmationSender(settings, description));
  }

  @Override
  public SimpleVersionedSerializer<Confirmations> getCommittableSerializer() {
    return new Confirmations.Serializer();
  }

  /** Writes, and remembers the event of each write until the checkpoint. */
  private static final class Writer<T> implements CommittingSinkWriter<T, Confirmations> {

    private final ConfirmingSink<T> settings;

    private final SinkWriter<T> writer;

    private final ConfirmationSender sender;

    private final RecordField<T> id;

    private List<Confirmation> written = new ArrayList<>();

    Writer(ConfirmingSink<T> settings, SinkWriter<T> writer) {
      this.settings = settings;
      this.writer = writer;
      this.sender = new ConfirmationSender(settings.settings, settings.description);
      String idField = settings.description.idField();
      this.id = idField == null ? null : new RecordField<>(idField);
    }

    @Override
    public void write(T element, Context context) throws IOException, InterruptedException {
      writer.write(element, context);
      written.add(
          new Confirmation(
              settings.key.serialize(element),
              settings.value.serialize(element),
              id == null ? null : id.getKey(element)));
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
      writer.flush(endOfInput);
      if (settings.settings.trigger == ConfirmationSettings.Trigger.AFTER_FLUSH) {
        sender.send(written);
        written = new ArrayList<>();
      }
    }

    @Override
    public void writeWatermark(Watermark watermark) throws IOException, InterruptedException {
      writer.writeWatermark(watermark);
    }

    @Override
    public Collection<Confirmations> prepareCommit() {
      if (written.isEmpty()) {
        return List.of();
      }
      List<Confirmation> events = written;
      written = new ArrayList<>();
      return List.of(new Confirmations(events));
    }

    @Override
    public void close() throws IOException {
      sender.close();
      try {
        writer.close();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("Interrupted while the sink was closed", e);
      } catch (IOException e) {
        throw e;
      } catch (Exception e) {
        throw new IOException("The sink cannot be closed", e);
      }
    }
  }

  /** Announces events when their checkpoint is complete; what stays over fails the job. */
  private static final class Announcer implements Committer<Confirmations> {

    private final ConfirmationSender sender;

    Announcer(ConfirmationSender sender) {
      this.sender = sender;
    }

    @Override
    public void commit(Collection<CommitRequest<Confirmations>> requests)
        throws IOException, InterruptedException {
      for (CommitRequest<Confirmations> request : requests) {
        sender.send(request.getCommittable().events);
      }
    }

    @Override
    public void close() {
      sender.close();
    }
  }
}
