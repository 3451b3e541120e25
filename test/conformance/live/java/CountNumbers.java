// The job that is watched: it writes numbers to a topic, reads them back, counts them in keyed state and
// writes the counts. It fails once, after its second checkpoint, so that a restart is seen. Takes its
// name, parallelism, checkpoints and state from the configuration alone. Arguments: brokers.
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

public final class CountNumbers {
    private static final int KEYS = 10;
    private static final long FAILS_FROM_CHECKPOINT = 2;

    public static void main(String[] args) throws Exception {
        String brokers = args[0];
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.fromSource(
                        new NumberSequenceSource(1, Integer.MAX_VALUE),
                        WatermarkStrategy.noWatermarks(),
                        "sequence")
                .uid("sequence")
                .map(CountNumbers::paced)
                .uid("paced")
                .sinkTo(topic(brokers, "numbers"))
                .uid("to-numbers");
        KafkaSource<String> numbers = KafkaSource.<String>builder()
                .setBootstrapServers(brokers)
                .setTopics("numbers")
                .setGroupId("counting")
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setValueOnlyDeserializer(new SimpleStringSchema())
                .build();
        env.fromSource(numbers, WatermarkStrategy.forMonotonousTimestamps(), "numbers")
                .uid("numbers")
                .keyBy(number -> Long.parseLong(number) % KEYS)
                .process(new Count())
                .uid("count")
                .sinkTo(topic(brokers, "counts"))
                .uid("to-counts");
        // Without a name: the configuration has it.
        env.execute();
    }

    private static String paced(Long number) throws InterruptedException {
        Thread.sleep(5);
        return number.toString();
    }

    private static KafkaSink<String> topic(String brokers, String name) {
        return KafkaSink.<String>builder()
                .setBootstrapServers(brokers)
                .setRecordSerializer(KafkaRecordSerializationSchema.<String>builder()
                        .setTopic(name)
                        // On 2.x the connector reads the type from the class: no lambda.
                        .setValueSerializationSchema(new SimpleStringSchema())
                        .build())
                .build();
    }

    /** Counts the numbers of each key. */
    private static final class Count extends KeyedProcessFunction<Long, String, String>
            implements CheckpointListener, CheckpointedFunction {
        private transient boolean restored;
        private transient ValueState<Long> count;
        private transient ListState<Long> last;
        private transient MapState<Long, Long> parts;

        @Override
        public void processElement(String number, Context context, Collector<String> out)
                throws Exception {
            if (count == null) {
                count = getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("count", Long.class));
                last = getRuntimeContext()
                        .getListState(new ListStateDescriptor<>("last", Long.class));
                parts = getRuntimeContext()
                        .getMapState(new MapStateDescriptor<>("parts", Long.class, Long.class));
            }
            long next = (count.value() == null ? 0 : count.value()) + 1;
            count.update(next);
            // For their metrics: each kind of state has its own.
            last.clear();
            last.add(next);
            parts.put(next % KEYS, next);
            out.collect(context.getCurrentKey() + "=" + next);
        }

        @Override
        public void initializeState(FunctionInitializationContext context) {
            restored = context.isRestored();
        }

        @Override
        public void snapshotState(FunctionSnapshotContext context) {}

        // Neither its second attempt nor a job that is started from a savepoint fails.
        @Override
        public void notifyCheckpointComplete(long checkpoint) {
            if (!restored && checkpoint >= FAILS_FROM_CHECKPOINT) {
                throw new IllegalStateException("This job fails once.");
            }
        }
    }

    private CountNumbers() {}
}
