package io.atalaya.logs.tail;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
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

    synchronized boolean isBusy() {
        return busy;
    }

    /** Runs it, unless one is under way. */
    void run(Runnable task) {
        synchronized (this) {
            if (busy) {
                return;
            }
            busy = true;
        }
        executor.execute(() -> {
            synchronized (this) {
                thread = Thread.currentThread();
            }
            try {
                task.run();
            } catch (RuntimeException e) {
                faults.accept(e);
            } finally {
                synchronized (this) {
                    thread = null;
                    busy = false;
                    Thread.interrupted(); // meant for the task
                }
            }
        });
    }

    /** Whatever is under way ends soon: a read of AWS at once. */
    synchronized void breakOff() {
        if (thread != null && thread != Thread.currentThread()) {
            thread.interrupt();
        }
    }
}
