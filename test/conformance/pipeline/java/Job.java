// The job as a stream developer writes it with the emitted classes, and a cluster in this JVM to run it.
import java.util.concurrent.TimeUnit;
import nexgen.bindings.Processes;
import nexgen.bindings.completions.DoneFormat;
import nexgen.bindings.deadletters.BrokenSink;
import nexgen.bindings.runtime.KeySerializer;
import nexgen.bindings.streams.AcceptedFormat;
import nexgen.bindings.streams.AcceptedSink;
import nexgen.bindings.streams.AnnouncedFormat;
import nexgen.bindings.streams.AnnouncedSink;
import nexgen.bindings.streams.OrdersFormat;
import nexgen.bindings.streams.OrdersSource;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

final class Job implements AutoCloseable {
    static final String PROCESS = Processes.ACCEPTANCE;

    private final Configuration configuration;
    private final MiniCluster cluster;
    private JobID id;

    Job(Configuration configuration) throws Exception {
        this.configuration = configuration;
        cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(2)
                .build());
        cluster.start();
    }

    private static void define(StreamExecutionEnvironment env) {
        DataStream<Order> orders = OrdersSource.read(
                        env,
                        PROCESS,
                        WatermarkStrategy.noWatermarks(),
                        OrdersFormat.deserializer(Order.class),
                        BrokenSink.create())
                .keyBy(order -> order.id)
                .process(new Gate())
                .uid("gate");
        orders.sinkTo(AcceptedSink.create(
                        PROCESS,
                        KeySerializer.of(order -> order.id, AcceptedFormat.keySerializer()),
                        AcceptedFormat.serializer()))
                .name(AcceptedSink.NAME)
                .uid(AcceptedSink.NAME);
        orders.sinkTo(AnnouncedSink.confirming(
                        AnnouncedSink.create(
                                PROCESS,
                                KeySerializer.of(order -> order.id, AnnouncedFormat.keySerializer()),
                                AnnouncedFormat.serializer()),
                        DoneFormat.serializer()))
                .name(AnnouncedSink.NAME)
                .uid(AnnouncedSink.NAME);
    }

    /** Starts the job; from the savepoint, if there is one. */
    void start(String savepoint, int parallelism) throws Exception {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        env.setParallelism(parallelism);
        define(env);
        JobGraph graph = env.getStreamGraph().getJobGraph();
        if (savepoint != null) {
            graph.setSavepointRestoreSettings(SavepointRestoreSettings.forPath(savepoint));
        }
        id = cluster.submitJob(graph).get().getJobID();
    }

    /** Stops the job; gives the savepoint. */
    String stop(String folder) throws Exception {
        String savepoint = cluster.stopWithSavepoint(id, folder, false, SavepointFormatType.CANONICAL)
                .get(60, TimeUnit.SECONDS);
        waitForEnd();
        return savepoint;
    }

    void cancel() throws Exception {
        cluster.cancelJob(id).get();
        waitForEnd();
    }

    private void waitForEnd() throws Exception {
        Wait.until("the job has ended", () -> cluster.getJobStatus(id).get().isGloballyTerminalState());
    }

    /** Throws if the job has failed for good. */
    void mustRun() throws Exception {
        JobStatus status = cluster.getJobStatus(id).get();
        if (!status.isGloballyTerminalState()) return;
        AccessExecutionGraph graph = cluster.getExecutionGraph(id).get();
        String reason = graph.getFailureInfo() == null
                ? ""
                : graph.getFailureInfo().getExceptionAsString();
        throw new IllegalStateException("the job is " + status + " " + reason);
    }

    /** The id of the newest completed checkpoint; -1: none. */
    long newestCheckpoint() throws Exception {
        CheckpointStatsSnapshot stats = stats();
        if (stats == null || stats.getHistory().getLatestCompletedCheckpoint() == null) return -1;
        return stats.getHistory().getLatestCompletedCheckpoint().getCheckpointId();
    }

    /** How often the job was restored. */
    long restores() throws Exception {
        return stats().getCounts().getNumberOfRestoredCheckpoints();
    }

    private CheckpointStatsSnapshot stats() throws Exception {
        return cluster.getExecutionGraph(id).get().getCheckpointStatsSnapshot();
    }

    @Override
    public void close() throws Exception {
        cluster.close();
    }
}
