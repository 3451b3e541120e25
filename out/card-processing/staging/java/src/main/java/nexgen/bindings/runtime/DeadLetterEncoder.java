package nexgen.bindings.runtime;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.flink.api.common.serialization.Encoder;

/** Writes a dead letter as a line of JSON; key and value are in Base64. */
public final class DeadLetterEncoder implements Encoder<DeadLetter> {

  private static final long serialVersionUID = 1L;

  private final boolean withMetadata;

  /**
   * An encoder.
   *
   * @param withMetadata whether lines tell where records came from and why they failed
   */
  public DeadLetterEncoder(boolean withMetadata) {
    this.withMetadata = withMetadata;
  }

  @Override
  public void encode(DeadLetter letter, OutputStream stream) throws IOException {
    StringBuilder line = new StringBuilder("{");
    text(line, "key", base64(letter.key));
    text(line, "value", base64(letter.value));
    if (withMetadata) {
      text(line, "process", letter.process);
      text(line, "stream", letter.stream);
      text(line, "topic", letter.topic);
      number(line, "partition", letter.partition);
      number(line, "offset", letter.offset);
      number(line, "timestamp", letter.timestamp);
      text(line, "error", letter.errorClass);
      text(line, "message", letter.errorMessage);
      number(line, "failedAt", letter.failedAt);
    }
    stream.write(line.append("}\n").toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
  }

  private static void number(StringBuilder line, String name, long value) {
    name(line, name).append(value);
  }

  private static void text(StringBuilder line, String name, String value) {
    name(line, name);
    if (value == null) {
      line.append("null");
      return;
    }
    line.append('"');
    for (char c : value.toCharArray()) {
      if (c == '"' || c == '\\') {
        line.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        line.append('\\').append('u').append(String.format("%04x", (int) c));
      } else {
        line.append(c);
      }
    }
    line.append('"');
  }

  private static StringBuilder name(StringBuilder line, String name) {
    if (line.length() > 1) {
      line.append(',');
    }
    return line.append('"').append(name).append("\":");
  }
}
