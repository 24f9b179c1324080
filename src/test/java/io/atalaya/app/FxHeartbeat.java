package io.atalaya.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;

/**
 * Asks the JavaFX thread again and again to answer, and tells how long it was occupied before it did: the processor time it
 * used, and the time it stood waiting for somebody. That it was ready and the computer busy with other things is not its
 * fault, and not counted; nor is that JavaFX waits for its own renderer, which paints without a graphics card here. Where it
 * was is told with it.
 */
final class FxHeartbeat implements AutoCloseable {
    private static final long LOOK_MILLIS = 10;
    private static final Duration LONG = Duration.ofMillis(50);

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Thread fx;
    private final Thread watching;
    private final List<Beat> beats = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /**
     * One answer.
     *
     * @param occupied how long the thread was kept by what came before
     * @param waited how much of it it stood still
     * @param where it was seen last; empty for a short one
     */
    record Beat(Duration occupied, Duration waited, Duration wall, String where) {}

    /** @param fx the JavaFX thread */
    FxHeartbeat(Thread fx) {
        this.fx = fx;
        this.watching = Thread.ofPlatform().daemon().name("fx-heartbeat").start(this::watch);
    }

    /** The longest up to now, which is forgotten. */
    Beat longest() {
        var all = List.copyOf(beats);
        beats.clear();
        return all.stream()
                .max((one, other) -> one.occupied().compareTo(other.occupied()))
                .orElse(new Beat(Duration.ZERO, Duration.ZERO, Duration.ZERO, ""));
    }

    private void watch() {
        try {
            while (!closed) {
                beat();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() throws InterruptedException {
        var answered = new CountDownLatch(1);
        var began = System.nanoTime();
        var used = threads.getThreadCpuTime(fx.threadId());
        Platform.runLater(answered::countDown);
        var waited = 0L;
        var where = "";
        var last = began;
        while (!answered.await(LOOK_MILLIS, TimeUnit.MILLISECONDS) && !closed) {
            var now = System.nanoTime();
            var stack = stack();
            if (now - began > LONG.toNanos()) {
                where = stack;
            }
            if (!stack.startsWith("RUNNABLE") && !stack.contains("waitForRenderingToComplete")) {
                waited += now - last;
            }
            last = now;
        }
        var processor = threads.getThreadCpuTime(fx.threadId()) - used;
        beats.add(new Beat(
                Duration.ofNanos(processor + waited),
                Duration.ofNanos(waited),
                Duration.ofNanos(System.nanoTime() - began),
                where));
    }

    private String stack() {
        return Arrays.stream(fx.getStackTrace())
                .limit(40)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining("\n    ", fx.getState() + "\n    ", ""));
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        watching.interrupt();
        watching.join(TimeUnit.SECONDS.toMillis(5));
    }
}
