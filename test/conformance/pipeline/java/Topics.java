// The brokers as someone else sees them: through the listener without a login, with clients of its own.
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

final class Topics implements AutoCloseable {
    private final Properties client = new Properties();
    private final KafkaProducer<byte[], byte[]> producer;
    private final Admin admin;
    /** By topic and isolation: they go on where the last reading ended. */
    private final Map<String, KafkaConsumer<byte[], byte[]>> readers = new HashMap<>();
    private final Map<String, List<ConsumerRecord<byte[], byte[]>>> records = new HashMap<>();

    Topics(String brokers) {
        client.setProperty("bootstrap.servers", brokers);
        producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
        admin = Admin.create(client);
    }

    /** Puts a record on a partition, with two headers. */
    Future<RecordMetadata> put(String topic, int partition, String key, String value) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, partition, bytes(key), bytes(value));
        record.headers().add("trace", bytes("of " + key)).add("none", null);
        return producer.send(record);
    }

    /** All records of a topic up to its end, as `isolation` shows it. */
    List<ConsumerRecord<byte[], byte[]>> read(String topic, String isolation) throws Exception {
        Collection<TopicPartition> partitions = partitionsOf(topic);
        KafkaConsumer<byte[], byte[]> consumer =
                readers.computeIfAbsent(topic + " " + isolation, none -> reader(isolation, partitions));
        List<ConsumerRecord<byte[], byte[]>> found =
                records.computeIfAbsent(topic + " " + isolation, none -> new ArrayList<>());
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Wait.until("the end of " + topic, () -> {
            consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            return ends.entrySet().stream()
                    .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        });
        return List.copyOf(found);
    }

    private KafkaConsumer<byte[], byte[]> reader(
            String isolation, Collection<TopicPartition> partitions) {
        Properties settings = new Properties();
        settings.putAll(client);
        settings.setProperty("isolation.level", isolation);
        settings.setProperty("enable.auto.commit", "false");
        settings.setProperty("fetch.max.wait.ms", "20");
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private Collection<TopicPartition> partitionsOf(String topic) throws Exception {
        return admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .collect(Collectors.toList());
    }

    /** By partition: what the consumer group has committed, and the end of the topic. */
    Map<Integer, long[]> offsets(String group, String topic) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> committed =
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        Map<Integer, long[]> offsets = new TreeMap<>();
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (TopicPartition partition : partitionsOf(topic)) latest.put(partition, OffsetSpec.latest());
        admin.listOffsets(latest).all().get().forEach((partition, end) -> {
            OffsetAndMetadata offset = committed.get(partition);
            offsets.put(
                    partition.partition(),
                    new long[] {offset == null ? -1 : offset.offset(), end.offset()});
        });
        return offsets;
    }

    /** Every transactional id that the brokers know. */
    Map<String, TransactionDescription> transactions() throws Exception {
        List<String> ids = admin.listTransactions().all().get().stream()
                .map(each -> each.transactionalId())
                .collect(Collectors.toList());
        return new TreeMap<>(admin.describeTransactions(ids).all().get());
    }

    static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return bytes == null ? "(null)" : new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        readers.values().forEach(KafkaConsumer::close);
        producer.close();
        admin.close();
    }
}
