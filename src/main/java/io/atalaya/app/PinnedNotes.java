package io.atalaya.app;

import io.atalaya.logs.store.StoreException;
import io.atalaya.logs.view.Notes;
import io.atalaya.ui.logs.PinStore;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Marks as the screen sees them: there at once, written down behind, gone again where that failed. */
final class PinnedNotes implements PinStore {
    private static final Logger LOG = LoggerFactory.getLogger(PinnedNotes.class);
    private static final Comparator<Notes.Note> BY_TIME =
            Comparator.comparingLong(Notes.Note::at).thenComparingLong(Notes.Note::id);

    private final Notes notes;
    private final Executor inTurn;
    private final InstantSource clock;
    private final AtomicReference<Known> known;

    private record Known(List<Notes.Note> all, Map<Long, Notes.Note> byId) {
        static Known of(Map<Long, Notes.Note> byId) {
            return new Known(byId.values().stream().sorted(BY_TIME).toList(), Map.copyOf(byId));
        }

        Known with(Notes.Note note) {
            var more = new TreeMap<>(byId);
            more.put(note.id(), note);
            return of(more);
        }

        Known without(long id) {
            var fewer = new TreeMap<>(byId);
            fewer.remove(id);
            return of(fewer);
        }
    }

    /** @param inTurn writes, in the order in which it is asked to */
    PinnedNotes(Notes notes, Executor inTurn, InstantSource clock) {
        this.notes = notes;
        this.inTurn = inTurn;
        this.clock = clock;
        var kept = new TreeMap<Long, Notes.Note>();
        notes.all().forEach(it -> kept.put(it.id(), it));
        this.known = new AtomicReference<>(Known.of(kept));
    }

    private Known known() {
        return Objects.requireNonNull(known.get());
    }

    @Override
    public List<Notes.Note> all() {
        return known().all;
    }

    @Override
    public boolean holds(long id) {
        return known().byId.containsKey(id);
    }

    @Override
    public void pin(long id, long at, String text) {
        var note = new Notes.Note(id, at, text, clock.instant());
        known.updateAndGet(it -> it.with(note));
        inTurn.execute(() -> written(id, () -> notes.pin(id, at, text)));
    }

    @Override
    public void unpin(long id) {
        known.updateAndGet(it -> it.without(id));
        inTurn.execute(() -> written(id, () -> notes.unpin(id)));
    }

    private void written(long id, Runnable writing) {
        try {
            writing.run();
        } catch (StoreException e) {
            LOG.warn("a mark could not be kept: {}", e.kind());
            var truth = notes.of(id);
            known.updateAndGet(it -> truth.map(it::with).orElseGet(() -> it.without(id)));
        }
    }
}
