package nexgen.bindings.runtime;

import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** Makes Kafka records of dead letters; what is known of the failure goes into headers. */
public final class DeadLetterRecordSerializer
    implements KafkaRecordSerializationSchema<DeadLetter> {

  private static final long serialVersionUID = 1L;

  private final String topic;

  private final boolean withMetadata;

  /**
   * A serializer of one topic.
   *
   * @param topic the topic
   * @param withMetadata whether records get headers that tell where they came from and why they failed
   */
  public DeadLetterRecordSerializer(String topic, boolean withMetadata) {
    this.topic = topic;
    this.withMetadata = withMetadata;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      DeadLetter letter, KafkaSinkContext context, Long timestamp) {
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, letter.key, letter.value);
    for (int i = 0; i < letter.headerNames.length; i++) {
      record.headers().add(letter.headerNames[i], letter.headerValues[i]);
    }
    if (withMetadata) {
      describe(letter, record.headers());
    }
    return record;
  }

  private static void describe(DeadLetter letter, Headers headers) {
    add(headers, "dead-letter-process", letter.process);
    add(headers, "dead-letter-stream", letter.stream);
    add(headers, "dead-letter-topic", letter.topic);
    add(headers, "dead-letter-partition", letter.partition);
    add(headers, "dead-letter-offset", letter.offset);
    add(headers, "dead-letter-timestamp", letter.timestamp);
    add(headers, "dead-letter-error", letter.errorClass);
    add(headers, "dead-letter-message", letter.errorMessage);
    add(headers, "dead-letter-failed-at", letter.failedAt);
  }

  private static void add(Headers headers, String name, Object value) {
    if (value != null) {
      headers.add(name, value.toString().getBytes(StandardCharsets.UTF_8));
    }
  }
}
