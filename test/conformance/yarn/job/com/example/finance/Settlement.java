// The job of the check: counts numbers in its state, and says what it was given. What the main method
// sees stands in the job's parameters, and the tasks fail where they see something else.
package com.example.finance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

public final class Settlement {
    public static void main(String[] args) throws Exception {
        Map<String, String> given = given();
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.getConfig().setGlobalJobParameters(new Parameters(given, args));
        env.fromSequence(0, Long.MAX_VALUE)
                .uid("numbers")
                .map(new Count(given))
                .uid("count")
                .keyBy(number -> number % 10)
                .reduce((one, other) -> other)
                .uid("last");
        env.execute();
    }

    /** What the files of a submission deliver to a container. */
    private static Map<String, String> given() throws IOException {
        Map<String, String> given = new TreeMap<>();
        given.put("variable", String.valueOf(System.getenv("RATES_JDBC_URL")));
        String secrets = String.valueOf(System.getenv("NEXGEN_SECRETS_FOLDER"));
        given.put("file", Files.readString(Path.of(secrets, "rates_db", "password")));
        given.put("calendar", Files.readString(Path.of("target2.csv")));
        return given;
    }

    /** Shown by Flink's REST API beside the job. */
    private static final class Parameters extends ExecutionConfig.GlobalJobParameters {
        private final TreeMap<String, String> values;

        Parameters(Map<String, String> given, String[] arguments) {
            values = new TreeMap<>(given);
            values.put("arguments", String.join("\n", arguments));
        }

        @Override
        public Map<String, String> toMap() {
            return values;
        }
    }

    /** Counts, and tells as "restored" how many it had counted before this start. */
    private static final class Count extends RichMapFunction<Long, Long>
            implements CheckpointedFunction {
        private final TreeMap<String, String> expected;
        private transient ListState<Long> state;
        private long count;

        Count(Map<String, String> expected) {
            this.expected = new TreeMap<>(expected);
        }

        @Override
        public void initializeState(FunctionInitializationContext context) throws Exception {
            if (!given().equals(expected)) throw new IllegalStateException("tasks are given less");
            state = context.getOperatorStateStore()
                    .getListState(new ListStateDescriptor<>("count", Long.class));
            for (Long restored : state.get()) count += restored;
            LongCounter told = new LongCounter();
            getRuntimeContext().addAccumulator("restored", told);
            told.add(count);
        }

        @Override
        public Long map(Long number) throws Exception {
            Thread.sleep(5);
            count += 1;
            return number;
        }

        @Override
        public void snapshotState(FunctionSnapshotContext context) throws Exception {
            state.clear();
            state.add(count);
        }
    }

    private Settlement() {}
}
