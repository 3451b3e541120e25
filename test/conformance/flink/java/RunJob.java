// Starts a cluster within this JVM with the configuration of folder args[0], runs a job that counts
// with checkpoints, stops it with a savepoint, and runs it on from there. Prints, tab separated:
//   understood, name, value                   what the running job says of its configuration
//   first, checkpoints, records               up to the savepoint
//   second, checkpoints, records, restored    from the savepoint to the end of the input
//   counted, records in state at the end
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.jobgraph.tasks.CheckpointCoordinatorConfiguration;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

public final class RunJob {
    private static final long RECORDS = 20_000;
    private static final int KEYS = 10;

    /** Sequence numbers processed since the last start; tasks run in this JVM. */
    private static final Set<Long> seen = ConcurrentHashMap.newKeySet();
    /** The count that each key's state held last. */
    private static final ConcurrentHashMap<Long, Long> counts = new ConcurrentHashMap<>();
    private static volatile boolean slow;

    public static void main(String[] args) throws Exception {
        Configuration configuration = Configurations.load(Path.of(args[0]));
        MiniClusterConfiguration cluster = new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(2)
                .build();
        try (MiniCluster running = new MiniCluster(cluster)) {
            running.start();
            String savepoint = firstRun(running, configuration, args[1]);
            secondRun(running, configuration, savepoint);
        }
        System.out.println(
                "counted\t" + counts.values().stream().mapToLong(Long::longValue).sum());
        // Client threads of the metric reporter may outlive the cluster.
        System.exit(0);
    }

    private static String firstRun(MiniCluster cluster, Configuration configuration, String folder)
            throws Exception {
        slow = true;
        JobGraph job = job(configuration);
        cluster.submitJob(job).get();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (completed(cluster, job) < 2) {
            failIfOver(cluster, job);
            if (System.nanoTime() > deadline) throw new IllegalStateException("no checkpoint");
            Thread.sleep(100);
        }
        printUnderstood(cluster.getExecutionGraph(job.getJobID()).get());
        String savepoint = cluster.stopWithSavepoint(
                        job.getJobID(), folder, false, SavepointFormatType.CANONICAL)
                .get(60, TimeUnit.SECONDS);
        waitForEnd(cluster, job);
        System.out.println("first\t" + completed(cluster, job) + "\t" + seen.size());
        return savepoint;
    }

    private static void secondRun(
            MiniCluster cluster, Configuration configuration, String savepoint) throws Exception {
        Set<Long> before = Set.copyOf(seen);
        seen.clear();
        slow = false;
        JobGraph job = job(configuration);
        job.setSavepointRestoreSettings(SavepointRestoreSettings.forPath(savepoint));
        cluster.submitJob(job).get();
        waitForEnd(cluster, job);
        for (Long number : before) {
            if (seen.contains(number)) throw new IllegalStateException(number + " came twice");
        }
        CheckpointStatsSnapshot stats =
                cluster.getExecutionGraph(job.getJobID()).get().getCheckpointStatsSnapshot();
        System.out.println("second\t"
                + stats.getCounts().getNumberOfCompletedCheckpoints() + "\t"
                + seen.size() + "\t"
                + stats.getCounts().getNumberOfRestoredCheckpoints());
    }

    private static JobGraph job(Configuration configuration) {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        env.fromSource(
                        new NumberSequenceSource(1, RECORDS),
                        WatermarkStrategy.noWatermarks(),
                        "numbers")
                .uid("numbers")
                // Before the network, whose buffers would hold back the checkpoints.
                .map(RunJob::paced)
                .uid("paced")
                .keyBy(number -> number % KEYS)
                .process(new Count())
                .uid("count");
        return env.getStreamGraph().getJobGraph();
    }

    private static Long paced(Long number) throws InterruptedException {
        if (slow) Thread.sleep(1);
        return number;
    }

    /** Counts the records of each key in keyed state. */
    private static final class Count extends KeyedProcessFunction<Long, Long, Long> {
        private transient ValueState<Long> count;

        @Override
        public void processElement(Long number, Context context, Collector<Long> out)
                throws Exception {
            if (count == null) {
                count = getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("count", Long.class));
            }
            long next = (count.value() == null ? 0 : count.value()) + 1;
            count.update(next);
            counts.put(context.getCurrentKey(), next);
            seen.add(number);
            out.collect(next);
        }
    }

    private static void printUnderstood(AccessExecutionGraph graph) {
        CheckpointCoordinatorConfiguration checkpoints =
                graph.getCheckpointCoordinatorConfiguration();
        print("job", graph.getJobName());
        print("state backend", graph.getStateBackendName().orElse(""));
        print("checkpoint storage", graph.getCheckpointStorageName().orElse(""));
        print("timeout", checkpoints.getCheckpointTimeout());
        print("exactly once", checkpoints.isExactlyOnce());
        print("unaligned", checkpoints.isUnalignedCheckpointsEnabled());
        print("tolerable failures", checkpoints.getTolerableCheckpointFailureNumber());
        print("retention", checkpoints.getCheckpointRetentionPolicy());
    }

    private static void print(String name, Object value) {
        System.out.println("understood\t" + name + "\t" + value);
    }

    private static long completed(MiniCluster cluster, JobGraph job) throws Exception {
        CheckpointStatsSnapshot stats =
                cluster.getExecutionGraph(job.getJobID()).get().getCheckpointStatsSnapshot();
        return stats == null ? 0 : stats.getCounts().getNumberOfCompletedCheckpoints();
    }

    private static void waitForEnd(MiniCluster cluster, JobGraph job) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (cluster.getJobStatus(job.getJobID()).get() != JobStatus.FINISHED) {
            failIfOver(cluster, job);
            if (System.nanoTime() > deadline) throw new IllegalStateException("no end");
            Thread.sleep(100);
        }
    }

    private static void failIfOver(MiniCluster cluster, JobGraph job) throws Exception {
        JobStatus status = cluster.getJobStatus(job.getJobID()).get();
        if (!status.isGloballyTerminalState() || status == JobStatus.FINISHED) return;
        AccessExecutionGraph graph = cluster.getExecutionGraph(job.getJobID()).get();
        String reason = graph.getFailureInfo() == null
                ? ""
                : graph.getFailureInfo().getExceptionAsString();
        throw new IllegalStateException(status + " " + reason);
    }

    private RunJob() {}
}
