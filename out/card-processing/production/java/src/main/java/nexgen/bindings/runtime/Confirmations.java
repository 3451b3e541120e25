package nexgen.bindings.runtime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** The events of one subtask and checkpoint; kept in the checkpoint until they are announced. */
public final class Confirmations {

  final List<Confirmation> events;

  Confirmations(List<Confirmation> events) {
    this.events = events;
  }

  /** Stores events in checkpoints. */
  static final class Serializer implements SimpleVersionedSerializer<Confirmations> {

    private static final int VERSION = 1;

    @Override
    public int getVersion() {
      return VERSION;
    }

    @Override
    public byte[] serialize(Confirmations confirmations) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (DataOutputStream out = new DataOutputStream(bytes)) {
        out.writeInt(confirmations.events.size());
        for (Confirmation event : confirmations.events) {
          write(out, event.key);
          write(out, event.value);
          write(
              out,
              event.targetId == null ? null : event.targetId.getBytes(StandardCharsets.UTF_8));
        }
      }
      return bytes.toByteArray();
    }

    @Override
    public Confirmations deserialize(int version, byte[] serialized) throws IOException {
      if (version != VERSION) {
        throw new IOException("Confirmations of an unknown version: " + version);
      }
      try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized))) {
        int count = in.readInt();
        List<Confirmation> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          byte[] key = read(in);
          byte[] value = read(in);
          byte[] id = read(in);
          events.add(
              new Confirmation(
                  key, value, id == null ? null : new String(id, StandardCharsets.UTF_8)));
        }
        return new Confirmations(events);
      }
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
      if (bytes == null) {
        out.writeInt(-1);
        return;
      }
      out.writeInt(bytes.length);
      out.write(bytes);
    }

    private static byte[] read(DataInputStream in) throws IOException {
      int length = in.readInt();
      if (length < 0) {
        return null;
      }
      byte[] bytes = new byte[length];
      in.readFully(bytes);
      return bytes;
    }
  }
}
