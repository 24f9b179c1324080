package io.atalaya.noc.desk.store;

import io.atalaya.noc.desk.DeskState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The own file as a keeper has it: not there, open, or wanted. It never throws what a person has to be told. One thread. */
final class OwnDesk implements AutoCloseable {
    private final @Nullable Path file;
    private @Nullable JournalFile open;
    private Keeping.Own state;

    /** @param file null: nothing is kept */
    OwnDesk(@Nullable Path file) {
        this.file = file;
        this.state = file == null ? new Keeping.Nowhere() : new Keeping.Opening();
    }

    Keeping.Own state() {
        return state;
    }

    /** Opens it where it should be open and is not. What it holds, once. */
    Optional<DeskState> opened(Instant now) {
        if (file == null || open != null) {
            return Optional.empty();
        }
        try {
            var journal = JournalFile.open(file, now);
            open = journal;
            state = new Keeping.Kept(now, journal.problems());
            return Optional.of(journal.state());
        } catch (IOException e) {
            failed(e, now);
            return Optional.empty();
        }
    }

    /** Keeps what changed; what could not be kept is kept with the next change. */
    void keep(DeskState desk, Instant now) {
        var journal = open;
        if (journal == null) {
            return;
        }
        try {
            journal.keep(desk);
            if (state instanceof Keeping.Unkept) {
                state = new Keeping.Kept(now, journal.problems());
            }
        } catch (IOException e) {
            failed(e, now);
        }
    }

    private void failed(IOException e, Instant now) {
        var since = state instanceof Keeping.Unkept before ? before.since() : now;
        var failure = Keeping.unkept(String.valueOf(file), e, since);
        if (!(state instanceof Keeping.Unkept before) || before.why() != failure.why()) {
            LoggerFactory.getLogger(OwnDesk.class).warn("the alarm desk is not kept: {}", String.valueOf(e));
        }
        state = failure;
    }

    @Override
    public void close() {
        var journal = open;
        open = null;
        if (journal == null) {
            return;
        }
        try {
            journal.close();
        } catch (IOException e) {
            LoggerFactory.getLogger(OwnDesk.class).warn("the alarm desk's file did not close", e);
        }
    }
}
