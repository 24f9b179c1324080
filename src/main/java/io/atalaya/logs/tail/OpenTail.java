package io.atalaya.logs.tail;

import io.atalaya.logs.ledger.Completeness;
import io.atalaya.logs.ledger.Ledger;
import io.atalaya.logs.store.LogStore;
import io.atalaya.logs.store.SessionInfo;
import io.atalaya.logs.store.StoredEvents;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A session whose log is open: a tail that goes on, or one that is over and is read. */
public final class OpenTail implements AutoCloseable {
    private final String id;
    private final SessionInfo info;
    private final LogStore store;
    private final Ledger ledger;
    private final @Nullable LedgerFile file;
    private final @Nullable TailSession tail;
    private final Consumer<OpenTail> closed;

    OpenTail(
            String id,
            SessionInfo info,
            LogStore store,
            Ledger ledger,
            @Nullable LedgerFile file,
            @Nullable TailSession tail,
            Consumer<OpenTail> closed) {
        this.id = id;
        this.info = info;
        this.store = store;
        this.ledger = ledger;
        this.file = file;
        this.tail = tail;
        this.closed = closed;
    }

    /** The name of its folder. */
    public String id() {
        return id;
    }

    public SessionInfo info() {
        return info;
    }

    public StoredEvents events() {
        return store;
    }

    public Completeness completeness() {
        return ledger;
    }

    /** What reads; empty where nothing is asked of AWS any more. */
    public Optional<TailSession> tail() {
        return Optional.ofNullable(tail);
    }

    /** Ends the tail: nothing is asked of AWS any more. Its log can be read until {@link #close}. */
    public void stop() {
        if (tail != null) {
            tail.close();
        }
    }

    /** Ends the tail and closes its log; waits for the disk. */
    @Override
    public void close() {
        try {
            stop();
        } finally {
            try {
                store.close();
                written();
            } finally {
                closed();
            }
        }
    }

    /** Events first: the ledger says of them that they are here. */
    private void written() {
        if (file != null) {
            ledger.forced(ledger.mark());
        }
    }

    private void closed() {
        try {
            if (file != null) {
                file.close();
            }
        } finally {
            closed.accept(this);
        }
    }
}
