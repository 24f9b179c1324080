package io.atalaya.logs.tail;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs one task at a time on an executor, and can break it off. */
final class OneAtATime {
    private final Executor executor;
    private final Consumer<RuntimeException> faults;
    private boolean busy;
    private @Nullable Thread thread;

    /** @param faults are given what a task throws */
    OneAtATime(Executor executor, Consumer<RuntimeException> faults) {
        this.executor = executor;
        this.faults = faults;
    }

    /** Runs it, unless one is under way. */
    void run(Runnable task) {
        synchronized (this) {
            if (busy) {
                return;
            }
            busy = true;
        }
        try {
            executor.execute(() -> guarded(task));
        } catch (RejectedExecutionException closed) { // the connection is: nothing is read any more
            done();
        }
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            faults.accept(e);
        } finally {
            done();
        }
    }

    private synchronized void done() {
        busy = false;
    }

    /** What a task waits for; only there {@link #breakOff} ends it. Never a write: an interrupt closes the file. */
    <T> T waitFor(Supplier<T> reading) {
        synchronized (this) {
            thread = Thread.currentThread();
        }
        try {
            return reading.get();
        } finally {
            synchronized (this) {
                thread = null;
                Thread.interrupted(); // it was meant for the reading
            }
        }
    }

    /** What is waited for ends at once. */
    synchronized void breakOff() {
        if (thread != null && thread != Thread.currentThread()) {
            thread.interrupt();
        }
    }
}
