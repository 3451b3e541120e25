package nexgen.bindings.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts events on their topic, and tries again as the binding says. */
final class ConfirmationSender implements AutoCloseable {

  private final ConfirmationSettings settings;

  private final SinkDescription sink;

  private KafkaProducer<byte[], byte[]> producer;

  ConfirmationSender(ConfirmationSettings settings, SinkDescription sink) {
    this.settings = settings;
    this.sink = sink;
  }

  /** Returns when Kafka has every event; fails when the last attempt left one over. */
  void send(List<Confirmation> events) throws IOException, InterruptedException {
    List<Confirmation> open = events;
    for (int attempt = 0; !open.isEmpty(); attempt++) {
      Map<Confirmation, Exception> failed = tryAll(open);
      if (failed.isEmpty()) {
        return;
      }
      if (attempt >= settings.retries) {
        Exception last = failed.values().iterator().next();
        throw new IOException(
            failed.size() + " completed writes cannot be announced on " + settings.topic, last);
      }
      Thread.sleep(settings.delayOf(attempt));
      open = new ArrayList<>(failed.keySet());
    }
  }

  private Map<Confirmation, Exception> tryAll(List<Confirmation> events)
      throws InterruptedException {
    Map<Confirmation, Future<RecordMetadata>> sent = new LinkedHashMap<>();
    Map<Confirmation, Exception> failed = new LinkedHashMap<>();
    for (Confirmation event : events) {
      try {
        sent.put(event, producer().send(recordOf(event)));
      } catch (KafkaException e) {
        failed.put(event, e);
      }
    }
    for (Map.Entry<Confirmation, Future<RecordMetadata>> entry : sent.entrySet()) {
      try {
        entry.getValue().get();
      } catch (ExecutionException e) {
        failed.put(entry.getKey(), e);
      }
    }
    return failed;
  }

  private KafkaProducer<byte[], byte[]> producer() {
    if (producer == null) {
      producer =
          new KafkaProducer<>(
              settings.producer, new ByteArraySerializer(), new ByteArraySerializer());
    }
    return producer;
  }

  private ProducerRecord<byte[], byte[]> recordOf(Confirmation event) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(settings.topic, event.key, event.value);
    add(record, "completion-target-id", event.targetId);
    if (settings.withResponse) {
      add(record, "completion-stream", sink.stream());
      add(record, "completion-target", sink.target());
      add(record, "completion-write-concern", sink.writeConcern());
      add(record, "completion-confirmed-at", Long.toString(System.currentTimeMillis()));
    }
    return record;
  }

  private static void add(ProducerRecord<byte[], byte[]> record, String name, String value) {
    if (value != null) {
      record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() {
    if (producer != null) {
      producer.close();
    }
  }
}
