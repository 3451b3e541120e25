// Runs the job through two failures, a savepoint and a start without state, and prints, tab separated,
// what the brokers hold at each moment. Judges nothing. Arguments: folder of the emitted configuration,
// brokers of the listener without a login, folder for savepoints, consumer group. Lines:
//   numbers, name, number...                    of records, repeated as often as they were found
//   record, topic, key, value, name=value...    encoded; the last are headers
//   poison, partition, offset, timestamp, key, value
//   offset, moment, partition, committed, end
//   transaction, id, state, timeout in milliseconds
//   restores, count
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nexgen.bindings.completions.DoneCallback;
import nexgen.bindings.deadletters.BrokenSink;
import nexgen.bindings.streams.AcceptedSink;
import nexgen.bindings.streams.AnnouncedSink;
import nexgen.bindings.streams.OrdersSource;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;

public final class MoveRecords {
    private static final int PARTITIONS = 4;
    private static final Pattern NUMBER = Pattern.compile("\"number\":(\\d+)");

    private final Topics topics;
    private final Job job;
    private final String group;
    private final Set<Integer> produced = new TreeSet<>();

    private MoveRecords(Topics topics, Job job, String group) {
        this.topics = topics;
        this.job = job;
        this.group = group;
    }

    public static void main(String[] args) throws Exception {
        Configuration configuration = Configurations.load(Path.of(args[0]));
        // Sizes of processes, which this JVM is not.
        configuration.keySet().stream()
                .filter(key -> key.contains("manager.memory."))
                .forEach(configuration::removeKey);
        try (Topics topics = new Topics(args[1]); Job job = new Job(configuration)) {
            new MoveRecords(topics, job, args[3]).run(args[2]);
        } catch (Throwable problem) {
            problem.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private void run(String savepoints) throws Exception {
        produce(200);
        poison("unread", "{\"id\": no JSON \u00e4");
        poison("deleted", null);
        job.start(null, 2);
        untilCovered();
        failBeforeCheckpoint();
        failBeforeCommit();
        untilCommitted("running");
        System.out.println("restores\t" + job.restores());

        String savepoint = job.stop(savepoints);
        produce(100);
        job.start(savepoint, 1);
        untilCovered();
        untilCommitted("from the savepoint");
        job.cancel();

        Ledger.forgetSeen();
        Set<Integer> before = new TreeSet<>(produced);
        produce(100);
        job.start(null, 2);
        untilCovered();
        job.cancel();
        Set<Integer> after = new TreeSet<>(produced);
        after.removeAll(before);
        printNumbers("produced without state", after);
        printNumbers("seen without state", Ledger.seen());

        printNumbers("produced", produced);
        printTopics("at the end");
        printTransactions();
        for (String topic : List.of(BrokenSink.TOPIC, DoneCallback.TOPIC, AcceptedSink.TOPIC)) {
            topics.read(topic, "read_committed").forEach(MoveRecords::printRecord);
        }
    }

    /** Written, on no checkpoint: another subtask has even flushed its records for one that is pending. */
    private void failBeforeCheckpoint() throws Exception {
        Gate.arm(Gate.Moment.BEFORE_CHECKPOINT);
        poison("read twice", "");
        produceUntil(() -> !Gate.held().isEmpty());
        int held = Gate.held().iterator().next();
        int other = 1 - held;
        Wait.until("a snapshot of the other subtask", () -> Ledger.isAhead(other, held));
        Set<Integer> covered = Ledger.covered();
        Wait.until("what was covered is committed", () -> committed().containsAll(covered)
                && numbers(DoneCallback.TOPIC, "read_committed").containsAll(covered));
        printTopics("before a checkpoint");
        // Not before: what a commit makes visible is noted a moment later.
        printNumbers("covered before a checkpoint", Ledger.covered());
        printNumbers("pending before a checkpoint", Ledger.pendingOf(other));
        Gate.fail();
        untilCovered();
    }

    /** The checkpoint is complete, and the tasks that have to commit it have not been told. */
    private void failBeforeCommit() throws Exception {
        Gate.arm(Gate.Moment.BEFORE_COMMIT);
        produceUntil(() -> !Gate.held().isEmpty());
        Wait.until("the checkpoint of a held subtask is complete", () -> heldForCommit().isPresent());
        printNumbers("held before the commit", Ledger.pendingOf(heldForCommit().getAsInt()));
        printTopics("before the commit");
        Gate.fail();
        untilCovered();
    }

    private OptionalInt heldForCommit() throws Exception {
        long complete = job.newestCheckpoint();
        return Gate.held().stream()
                .mapToInt(Integer::intValue)
                .filter(subtask -> Ledger.waitsFor(subtask) <= complete)
                .findAny();
    }

    private void produce(int count) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (int each = 0; each < count; each++) {
            int number = produced.size() + 1;
            sent.add(topics.put(
                    OrdersSource.TOPIC,
                    number % PARTITIONS,
                    "o-" + number,
                    "{\"id\":\"o-" + number + "\",\"number\":" + number + "}"));
            produced.add(number);
        }
        for (Future<RecordMetadata> each : sent) each.get();
    }

    private void produceUntil(Wait.Condition condition) throws Exception {
        Wait.until("the job is held", () -> {
            job.mustRun();
            produce(40);
            return condition.holds();
        });
    }

    private void poison(String key, String value) throws Exception {
        RecordMetadata put = topics.put(OrdersSource.TOPIC, 1, key, value).get();
        String shown = encoded(Topics.text(Topics.bytes(value)));
        print("poison", put.partition(), put.offset(), put.timestamp(), encoded(key), shown);
    }

    /** Checkpoints hold all records, and their transactions are committed. */
    private void untilCovered() throws Exception {
        Wait.until("checkpoints hold every record", () -> {
            job.mustRun();
            return Ledger.covered().containsAll(produced);
        });
        Wait.until("all are committed and announced", () -> {
            job.mustRun();
            return committed().containsAll(produced)
                    && numbers(DoneCallback.TOPIC, "read_committed").containsAll(produced);
        });
    }

    private Collection<Integer> committed() throws Exception {
        return numbers(AcceptedSink.TOPIC, "read_committed");
    }

    private void untilCommitted(String moment) throws Exception {
        Wait.until("the group has come to the end", () -> topics.offsets(group, OrdersSource.TOPIC)
                .values()
                .stream()
                .allMatch(offset -> offset[0] == offset[1]));
        topics.offsets(group, OrdersSource.TOPIC)
                .forEach((partition, offset) -> print("offset", moment, partition, offset[0], offset[1]));
    }

    private void printTransactions() throws Exception {
        topics.transactions().forEach((id, transaction) ->
                print("transaction", id, transaction.state(), transaction.transactionTimeoutMs()));
    }

    private void printTopics(String moment) throws Exception {
        printNumbers("committed " + moment, numbers(AcceptedSink.TOPIC, "read_committed"));
        printNumbers("uncommitted " + moment, numbers(AcceptedSink.TOPIC, "read_uncommitted"));
        printNumbers("announced " + moment, numbers(AnnouncedSink.TOPIC, "read_committed"));
        printNumbers("events " + moment, numbers(DoneCallback.TOPIC, "read_committed"));
    }

    private List<Integer> numbers(String topic, String isolation) throws Exception {
        List<Integer> numbers = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : topics.read(topic, isolation)) {
            Matcher number = NUMBER.matcher(Topics.text(record.value()));
            if (!number.find()) throw new IllegalStateException("a record of " + topic + " without a number");
            numbers.add(Integer.valueOf(number.group(1)));
        }
        return numbers;
    }

    private static void printRecord(ConsumerRecord<byte[], byte[]> record) {
        List<Object> cells = new ArrayList<>(List.of(
                "record",
                record.topic(),
                encoded(Topics.text(record.key())),
                encoded(Topics.text(record.value()))));
        for (Header header : record.headers()) {
            cells.add(encoded(header.key()) + "=" + encoded(Topics.text(header.value())));
        }
        print(cells.toArray());
    }

    private static void printNumbers(String name, Collection<Integer> numbers) {
        List<Object> cells = new ArrayList<>(List.of("numbers", name));
        cells.addAll(numbers);
        print(cells.toArray());
    }

    private static void print(Object... cells) {
        StringBuilder line = new StringBuilder();
        for (Object cell : cells) line.append(line.length() == 0 ? "" : "\t").append(cell);
        System.out.println(line);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
