package io.atalaya.app;

import io.atalaya.logs.ledger.Completeness;
import io.atalaya.logs.ledger.Gap;
import io.atalaya.logs.ledger.Minute;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * What a session's ledger told when it was looked at last. Whoever asks the ledger itself may wait for who writes it down, and
 * that one for the disk: the screen asks here.
 */
final class ToldCompleteness implements Completeness {
    private static final long MINUTE = 60_000;

    private final Completeness ledger;
    private final Executor commands;
    private volatile Told told = new Told(Long.MIN_VALUE, List.of(), List.of(), 0);

    private record Told(long version, List<Gap> gaps, List<Minute> minutes, long sweptTo) {}

    /** @param commands takes what is asked of the ledger */
    ToldCompleteness(Completeness ledger, Executor commands) {
        this.ledger = ledger;
        this.commands = commands;
    }

    /** Looks at the ledger; not on the screen's thread. Its version is read first: what changes meanwhile is told again. */
    void look() {
        var version = ledger.version();
        told = new Told(version, ledger.gaps(), ledger.minutes(0, Long.MAX_VALUE), ledger.sweptTo());
    }

    @Override
    public long version() {
        return told.version;
    }

    @Override
    public List<Gap> gaps() {
        return told.gaps;
    }

    @Override
    public List<Minute> minutes(long from, long to) {
        return told.minutes.stream()
                .filter(it -> it.start() + MINUTE > from && it.start() < to)
                .toList();
    }

    @Override
    public long sweptTo() {
        return told.sweptTo;
    }

    @Override
    public boolean doubtful(long event) {
        return ledger.doubtful(event); // which takes no lock
    }

    @Override
    public void askAgain(long gap) {
        commands.execute(() -> {
            ledger.askAgain(gap);
            look();
        });
    }
}
