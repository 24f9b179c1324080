package io.atalaya.logs.view;

import io.atalaya.logs.find.Looking;
import io.atalaya.logs.store.StoredEvents;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;

/**
 * Looks at everything for one selection: what was there when it began from the newest back, what comes later as it comes. Works in
 * blocks, at most two at a time, and holds the lock for a fraction of a millisecond at once.
 */
final class Scan {
    private static final int SMALLEST = 512;
    private static final int LARGEST = 1 << 15;
    /** How many events are settled at once under the lock. */
    private static final int AT_ONCE = 256;

    private static final int WORKERS = 2;

    private final StoredEvents events;
    private final Selection selection;
    private final Lock lock;
    private final Executor background;
    private final Runnable changed;
    private final boolean texts;
    /** Ids from here on come by {@link #appended}. */
    private final long began;

    // all below under the lock
    private long frontier;
    private long appended;
    private long claimed;
    private long inWork;
    private long leftOver;
    private final Deque<Block> left = new ArrayDeque<>();
    private int block = SMALLEST;
    private int workers;
    private volatile boolean stopped;

    /** Ids from one to another, excluded. */
    private record Block(long from, long to, boolean fresh) {}

    /**
     * @param lock of the selection
     * @param changed called without the lock whenever the selection has changed
     */
    Scan(StoredEvents events, Selection selection, Lock lock, Executor background, Runnable changed) {
        this.events = events;
        this.selection = selection;
        this.lock = lock;
        this.background = background;
        this.changed = changed;
        this.texts = looking().texts();
        this.began = events.next();
        this.frontier =
                selection.all() && !selection.filter().folded() && !texts && clauseless() ? events.first() : began;
        this.appended = began;
        this.claimed = began;
    }

    private boolean clauseless() {
        return selection.filter().clauses().isEmpty();
    }

    private Looking looking() {
        return Looking.of(events, selection.filter().clauses());
    }

    /** Ends it; nothing of it changes the selection afterwards but a block that is half way. */
    void stop() {
        stopped = true;
    }

    /** How many events remain to be looked at. Under the lock. */
    long remaining() {
        return Math.max(0, frontier - events.first()) + (appended - claimed) + leftOver + inWork;
    }

    /** Looks for so long on this thread, or until as many rows are there. */
    void begin(long nanos, int rows) {
        long end = System.nanoTime() + nanos;
        var worker = new Worker(() -> stopped || System.nanoTime() - end > 0);
        while (System.nanoTime() - end < 0 && shown() < rows && worker.one(SMALLEST)) {
            // one block after another
        }
    }

    private long shown() {
        lock.lock();
        try {
            return selection.rows().size();
        } finally {
            lock.unlock();
        }
    }

    /** Goes on behind, if anything remains. */
    void goOn() {
        int more = 0;
        lock.lock();
        try {
            while (!stopped && workers < (texts ? WORKERS : 1) && remaining() - inWork > (long) workers * LARGEST) {
                workers++;
                more++;
            }
        } finally {
            lock.unlock();
        }
        for (int i = 0; i < more; i++) {
            background.execute(new Worker(() -> stopped));
        }
    }

    /** These came. Called by the thread that writes. */
    void appended(long from, long to) {
        for (long at = from; at < to; at += AT_ONCE) {
            come(at, Math.min(to, at + AT_ONCE));
        }
        goOn();
    }

    private void come(long from, long to) {
        lock.lock();
        try {
            long first = Math.max(from, appended);
            if (first >= to || stopped) {
                return;
            }
            appended = to;
            if (selection.all()) {
                selection.settle(first, to, true); // looks at lines that continue others only
                claimed = clauseless() ? to : claimed;
            }
        } finally {
            lock.unlock();
        }
    }

    /** One thread's work. */
    private final class Worker implements Runnable {
        private final Looking looking = looking();
        private final BooleanSupplier stop;
        private final long[][] found = new long[selection.filter().clauses().size()][LARGEST / 64];

        private Worker(BooleanSupplier stop) {
            this.stop = stop;
        }

        @Override
        public void run() {
            try {
                while (one(LARGEST)) {
                    // one block after another
                }
            } finally {
                lock.lock();
                try {
                    workers--;
                } finally {
                    lock.unlock();
                }
                goOn();
            }
        }

        /** Takes a block, the newest first, and looks at it; whether there was one. */
        private boolean one(int most) {
            long from;
            long to;
            boolean fresh;
            lock.lock();
            try {
                var again = left.poll();
                fresh = again == null ? appended > claimed : again.fresh;
                long first = events.first();
                if (stopped || (again == null && !fresh && frontier <= first)) {
                    return false;
                }
                if (again != null) {
                    from = again.from;
                    to = again.to;
                    leftOver -= to - from;
                } else if (fresh) {
                    from = claimed;
                    to = Math.min(appended, from + Math.min(most, LARGEST));
                    claimed = to;
                } else {
                    to = frontier;
                    from = Math.max(first, to - Math.min(most, block));
                    frontier = from;
                    block = Math.min(LARGEST, block * 2);
                }
                inWork += to - from;
            } finally {
                lock.unlock();
            }
            boolean looked = false;
            try {
                looked = looking.look(from, to, found, stop);
                if (looked) {
                    settle(from, to, fresh);
                }
            } catch (RuntimeException | Error failed) {
                stop(); // the next block would fail alike
                throw failed;
            } finally {
                done(from, to, fresh, looked);
            }
            changed.run();
            return looked;
        }

        private void done(long from, long to, boolean fresh, boolean looked) {
            lock.lock();
            try {
                inWork -= to - from;
                if (!looked) {
                    left.add(new Block(from, to, fresh)); // its time was over: another takes it
                    leftOver += to - from;
                }
            } finally {
                lock.unlock();
            }
        }

        private void settle(long from, long to, boolean fresh) {
            for (long at = from; at < to && !stopped; at += AT_ONCE) {
                if (!fresh && selection.isSparse() && isNothing((int) (at - from))) {
                    continue;
                }
                lock.lock();
                try {
                    long first = Math.max(at, events.first());
                    long last = Math.min(to, at + AT_ONCE);
                    if (first < last) {
                        selection.looked(first, last, from, found);
                        if (!fresh || !selection.all()) {
                            selection.settle(first, last, fresh);
                        }
                    }
                } finally {
                    lock.unlock();
                }
            }
        }

        private boolean isNothing(int index) {
            long any = 0;
            for (var bits : found) {
                for (int word = index >>> 6; word < (index + AT_ONCE) >>> 6; word++) {
                    any |= bits[word];
                }
            }
            return any == 0;
        }
    }
}
