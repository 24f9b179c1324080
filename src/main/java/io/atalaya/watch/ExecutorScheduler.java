package io.atalaya.watch;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** {@link Scheduler} on one thread of an executor, by the monotonic clock: setting the computer's clock moves nothing. */
public final class ExecutorScheduler implements Scheduler, AutoCloseable {
    private final ScheduledExecutorService executor;

    /** Uses one thread of {@code factory}. */
    public ExecutorScheduler(ThreadFactory factory) {
        this.executor = threads(1, factory);
    }

    /** Threads that wait: what is cancelled is forgotten at once, and what was to run after the shutdown does not. */
    public static ScheduledExecutorService threads(int count, ThreadFactory factory) {
        var pool = new ScheduledThreadPoolExecutor(count, factory);
        pool.setRemoveOnCancelPolicy(true);
        pool.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return pool;
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        try {
            var future = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> future.cancel(false);
        } catch (RejectedExecutionException closed) {
            return () -> {}; // there is no later any more
        }
    }

    /** Nothing that was to run later will. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
