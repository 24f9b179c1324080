package io.atalaya.operate.run;

import io.atalaya.operate.act.Operations;
import io.atalaya.operate.journal.JournalEntry;
import io.atalaya.operate.journal.JournalEntry.Verdict;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the intents that a crash left without an outcome and settles them by looking: done when the state that was wanted is
 * there, otherwise unknown for good. Nothing is ever sent again.
 */
public final class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final Ledger ledger;
    private final Lookout lookout;
    private final Engine engine;
    private final Map<String, Unsettled> found = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean read;
    private volatile boolean closed;

    Settlement(Ledger ledger, Lookout lookout, Engine engine) {
        this.ledger = ledger;
        this.lookout = lookout;
        this.engine = engine;
    }

    /** Reads the journal and begins to look; returns at once. Call it when a connection begins. */
    public void start() {
        engine.blocking().execute(this::begin);
    }

    private void begin() {
        try {
            for (var intent : ledger.abandoned()) {
                put(new Unsettled(intent, null));
            }
            read = true;
            found().stream().map(Unsettled::intent).forEach(this::look);
        } catch (IOException e) {
            LOG.warn("the journal {} cannot be read: {}", ledger.file(), e.toString());
        }
    }

    private void look(JournalEntry intent) {
        var operation = Operations.read(intent.act(), intent.arguments());
        if (operation.isEmpty() || !Telling.byLooking(operation.get())) {
            settle(intent, Verdict.UNKNOWN, "");
            return;
        }
        lookout.watch(
                operation.get().settling(), ledger.nothing(), engine.clock().instant(), seen -> {}, ending -> {
                    if (!closed) { // else the next start looks again
                        write(intent, ending);
                    }
                });
    }

    private void write(JournalEntry intent, Watch.Ending ending) {
        var verdict = ending.how() == Watch.How.DONE ? Verdict.DONE : Verdict.UNKNOWN;
        try {
            engine.blocking().execute(() -> settle(intent, verdict, ending.detail()));
        } catch (RejectedExecutionException programEnds) {
            LOG.info("{} is settled at the next start", intent.operation());
        }
    }

    private void settle(JournalEntry intent, Verdict verdict, String detail) {
        var line = intent.closed(JournalEntry.Kind.SETTLED, engine.clock().instant(), verdict, detail, List.of(), null);
        try {
            ledger.close(line);
            put(new Unsettled(intent, line));
        } catch (IOException e) {
            LOG.warn("{} stays unsettled, because the journal cannot be written: {}", intent.operation(), e.toString());
        }
    }

    private void put(Unsettled unsettled) {
        lock.lock();
        try {
            found.put(unsettled.intent().operation(), unsettled);
        } finally {
            lock.unlock();
        }
        listeners.forEach(Runnable::run);
    }

    /** Whether the journal has been read, so that {@link #found} has everything that was left open. */
    public boolean read() {
        return read;
    }

    /** What was found at the start, oldest first. */
    public List<Unsettled> found() {
        lock.lock();
        try {
            return List.copyOf(found.values());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Tells a listener of changes.
     *
     * @param listener told after every change of {@link #found}, on any thread; must be quick
     * @return run it to be told no more
     */
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void close() {
        closed = true;
    }
}
