// Lets records pass and notes them; where it is told to, it holds the job at the worst moment until the
// brokers have been looked at, and then fails it.
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

final class Gate extends ProcessFunction<Order, Order>
        implements CheckpointedFunction, CheckpointListener {
    private static final long serialVersionUID = 1L;

    enum Moment {
        NEVER,
        /** Records of both subtasks are written, and no checkpoint holds them: one subtask is held. */
        BEFORE_CHECKPOINT,
        /** A snapshot is taken, and its completion is not known to the subtask: it is held. */
        BEFORE_COMMIT
    }

    private static final int ENOUGH = 5;
    private static final Set<Integer> held = ConcurrentHashMap.newKeySet();
    private static volatile Moment moment = Moment.NEVER;
    private static volatile CountDownLatch release = new CountDownLatch(1);

    private transient int subtask;

    /** From now on, the job is held at `next`. */
    static void arm(Moment next) {
        held.clear();
        release = new CountDownLatch(1);
        moment = next;
    }

    /** Subtasks that are held. */
    static Set<Integer> held() {
        return Set.copyOf(held);
    }

    /** Lets the held subtasks fail. */
    static void fail() {
        moment = Moment.NEVER;
        release.countDown();
    }

    @Override
    public void processElement(Order order, Context context, Collector<Order> out) throws Exception {
        if (moment == Moment.BEFORE_COMMIT && Ledger.waitsFor(subtask) >= 0) hold();
        Ledger.saw(subtask, order.number);
        out.collect(order);
        if (moment == Moment.BEFORE_CHECKPOINT && Ledger.bothOpen(ENOUGH) && isFirst()) hold();
    }

    private boolean isFirst() {
        synchronized (held) {
            return held.isEmpty() && held.add(subtask);
        }
    }

    private void hold() throws InterruptedException {
        held.add(subtask);
        release.await();
        throw new IllegalStateException("failed on purpose");
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        Ledger.snapshot(subtask, context.getCheckpointId());
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) {
        Ledger.completed(subtask, checkpoint);
    }

    @Override
    public void initializeState(FunctionInitializationContext context) {
        subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
        Ledger.restored(subtask, context.getRestoredCheckpointId().orElse(-1));
    }
}
