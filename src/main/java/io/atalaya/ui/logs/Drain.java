package io.atalaya.ui.logs;

import io.atalaya.watch.Scheduler;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The one way from a log that grows to the screen: looks whether its version is another, and then has it drawn once, however
 * many events came. Looks less often while nothing comes.
 */
final class Drain implements AutoCloseable {
    /** While events come: no eye sees more, and the machine has other things to do. */
    static final Duration BUSY = Duration.ofMillis(70);

    static final Duration IDLE = Duration.ofMillis(280);
    private static final int IDLE_AFTER = 40;

    private final Scheduler scheduler;
    private final Executor screen;
    private final LongSupplier version;
    private final Runnable draw;
    private final AtomicBoolean coming = new AtomicBoolean();
    private volatile Scheduler.@Nullable Timer timer;
    private volatile boolean open;
    private long drawn = Long.MIN_VALUE;
    private int still;

    /**
     * @param screen the JavaFX thread
     * @param version read on the scheduler's thread
     * @param draw on the screen's thread
     */
    Drain(Scheduler scheduler, Executor screen, LongSupplier version, Runnable draw) {
        this.scheduler = scheduler;
        this.screen = screen;
        this.version = version;
        this.draw = draw;
    }

    void start() {
        if (!open) {
            open = true;
            arm(BUSY);
        }
    }

    private void arm(Duration delay) {
        timer = scheduler.after(delay, this::look);
    }

    private void look() {
        if (!open) {
            return;
        }
        var now = version.getAsLong();
        if (now == drawn) {
            still++;
        } else if (coming.compareAndSet(false, true)) {
            drawn = now;
            still = 0;
            screen.execute(() -> {
                coming.set(false);
                if (open) {
                    draw.run();
                }
            });
        }
        arm(still > IDLE_AFTER ? IDLE : BUSY);
    }

    @Override
    public void close() {
        open = false;
        var last = timer;
        if (last != null) {
            last.cancel();
        }
    }
}
