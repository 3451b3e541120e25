import java.util.concurrent.TimeUnit;

/** Waits for what other threads and processes do. */
final class Wait {
    private static final long SECONDS = 120;

    interface Condition {
        boolean holds() throws Exception;
    }

    static void until(String what, Condition condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("after " + SECONDS + " s not yet: " + what);
            }
            Thread.sleep(50);
        }
    }

    private Wait() {}
}
