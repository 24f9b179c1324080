package io.atalaya.ui.logs;

import io.atalaya.logs.view.Notes;
import java.util.List;

/** Where marks and notes of a log are kept. Answers at once, on the screen's thread; what cannot be kept is soon gone again. */
public interface PinStore {
    /** Oldest event first. */
    List<Notes.Note> all();

    default boolean holds(long id) {
        return all().stream().anyMatch(it -> it.id() == id);
    }

    /** Marks an event, or changes what is noted of it. */
    void pin(long id, long at, String text);

    void unpin(long id);
}
