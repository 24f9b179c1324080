package io.atalaya.watch;

import java.time.Duration;

/** Does something later. The tests' twin has a clock of its own and waits for nothing. */
@FunctionalInterface
public interface Scheduler {
    /**
     * Runs a short task, which must not block, once {@code delay} has passed; never on the calling thread before returning.
     */
    Timer after(Duration delay, Runnable task);

    /** A task that has not run yet. */
    @FunctionalInterface
    interface Timer {
        /** The task will not run, unless it has begun. */
        void cancel();
    }
}
