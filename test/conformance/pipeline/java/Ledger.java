// What the running job has seen, and which of it completed checkpoints hold. One for the whole JVM, as
// the tasks of every attempt run in it.
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

final class Ledger {
    /** Numbers of records that a completed checkpoint holds: they must never be written again. */
    private static final Set<Integer> covered = new TreeSet<>();
    /** By subtask: seen since the last snapshot. */
    private static final Map<Integer, List<Integer>> open = new HashMap<>();
    /** By subtask and checkpoint: seen before a snapshot whose checkpoint is not known to be complete. */
    private static final Map<Integer, TreeMap<Long, List<Integer>>> pending = new HashMap<>();
    /** By subtask: the newest checkpoint that it took a snapshot for. */
    private static final Map<Integer, Long> newest = new HashMap<>();
    /** Seen since `forgetSeen`. */
    private static final Set<Integer> seen = new TreeSet<>();

    static synchronized void saw(int subtask, int number) {
        seen.add(number);
        open.computeIfAbsent(subtask, none -> new ArrayList<>()).add(number);
    }

    static synchronized void snapshot(int subtask, long checkpoint) {
        newest.put(subtask, checkpoint);
        List<Integer> numbers = open.put(subtask, new ArrayList<>());
        if (numbers == null || numbers.isEmpty()) return;
        pending.computeIfAbsent(subtask, none -> new TreeMap<>()).put(checkpoint, numbers);
    }

    static synchronized void completed(int subtask, long checkpoint) {
        TreeMap<Long, List<Integer>> waiting = pending.getOrDefault(subtask, new TreeMap<>());
        Map<Long, List<Integer>> done = waiting.headMap(checkpoint, true);
        done.values().forEach(covered::addAll);
        done.clear();
    }

    /** A subtask starts again: from a checkpoint, or from nothing (-1). */
    static synchronized void restored(int subtask, long checkpoint) {
        completed(subtask, checkpoint);
        pending.remove(subtask);
        open.put(subtask, new ArrayList<>());
    }

    /** Whether each of two subtasks has seen `count` records since its last snapshot. */
    static synchronized boolean bothOpen(int count) {
        return open.size() == 2 && open.values().stream().allMatch(each -> each.size() >= count);
    }

    /** The newest checkpoint that `subtask` has not been told to be complete; -1: none. */
    static synchronized long waitsFor(int subtask) {
        TreeMap<Long, List<Integer>> waiting = pending.get(subtask);
        return waiting == null || waiting.isEmpty() ? -1 : waiting.lastKey();
    }

    /** Whether `subtask` has records in snapshots, and only in such as `other` took none for. */
    static synchronized boolean isAhead(int subtask, int other) {
        TreeMap<Long, List<Integer>> waiting = pending.get(subtask);
        return waiting != null
                && !waiting.isEmpty()
                && waiting.firstKey() > newest.getOrDefault(other, -1L);
    }

    static synchronized Set<Integer> covered() {
        return new TreeSet<>(covered);
    }

    static synchronized Set<Integer> pendingOf(int subtask) {
        Set<Integer> numbers = new TreeSet<>();
        pending.getOrDefault(subtask, new TreeMap<>()).values().forEach(numbers::addAll);
        return numbers;
    }

    static synchronized Set<Integer> seen() {
        return new TreeSet<>(seen);
    }

    static synchronized void forgetSeen() {
        seen.clear();
    }

    private Ledger() {}
}
