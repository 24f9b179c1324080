package io.atalaya.operate.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/** The acts of one connection, newest first, and who wants to know of them. */
final class ActList {
    /** The journal keeps all; this is what one looks back at during a day. */
    private static final int KEPT = 500;

    private final Deque<RunningAct> acts = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Adds it unless the very same act is under way. */
    boolean add(RunningAct act) {
        lock.lock();
        try {
            if (acts.stream().anyMatch(each -> !each.ended() && each.operation().equals(act.operation()))) {
                return false;
            }
            acts.addFirst(act);
            while (acts.size() > KEPT
                    && acts.peekLast() != null
                    && acts.peekLast().ended()) {
                acts.removeLast();
            }
        } finally {
            lock.unlock();
        }
        changed();
        return true;
    }

    void remove(RunningAct act) {
        lock.lock();
        try {
            acts.remove(act);
        } finally {
            lock.unlock();
        }
        changed();
    }

    List<RunningAct> all() {
        lock.lock();
        try {
            return List.copyOf(acts);
        } finally {
            lock.unlock();
        }
    }

    Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void changed() {
        listeners.forEach(Runnable::run);
    }
}
