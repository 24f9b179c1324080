package io.atalaya.app;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what it is given on an executor, one after another and in that order. Whoever gives waits for nobody. */
final class InTurn implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(InTurn.class);

    private final Executor executor;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    InTurn(Executor executor) {
        this.executor = executor;
    }

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
        try {
            executor.execute(this::next);
        } catch (RejectedExecutionException ending) {
            LOG.debug("it is done when all is finished");
        }
    }

    private void next() {
        turn.lock();
        try {
            var task = waiting.poll();
            if (task != null) {
                run(task);
            }
        } finally {
            turn.unlock();
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException fault) { // those behind it have their turn all the same
            LOG.warn("a task failed: {}", fault.getClass().getName());
        }
    }

    /** Waits for what is being done, and does on this thread whatever waits. */
    void finish() {
        turn.lock();
        try {
            while (!waiting.isEmpty()) {
                next();
            }
        } finally {
            turn.unlock();
        }
    }
}
