package io.atalaya.operate.run;

import java.time.Duration;

/** Does something later. */
@FunctionalInterface
public interface Later {
    /**
     * Runs a short task, which does not block, once {@code delay} has passed.
     *
     * @return run it to cancel; harmless when the task has run
     */
    Runnable after(Duration delay, Runnable task);
}
