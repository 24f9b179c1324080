package io.atalaya.ui.logs;

import io.atalaya.logs.view.LogView;
import io.atalaya.logs.view.Row;
import java.util.List;
import java.util.Optional;

/** Events somebody marked, with what was noted of them. */
final class Pins {
    private static final int MOST_CHARS = 500;

    private final PinStore store;
    private final LogView view;

    /**
     * One.
     *
     * @param note empty for none
     * @param text the beginning of the message as it came; empty when it is no longer kept
     */
    record Pin(long id, long at, String text, String note) {}

    Pins(PinStore store, LogView view) {
        this.store = store;
        this.view = view;
    }

    /** Marks an event, or forgets the mark. */
    void toggle(Row.Event event) {
        if (store.holds(event.id())) {
            store.unpin(event.id());
        } else {
            put(event.id(), event.at(), "");
        }
    }

    void put(long id, long at, String note) {
        store.pin(id, at, note);
    }

    boolean holds(long id) {
        return store.holds(id);
    }

    Optional<Pin> of(long id) {
        return holds(id) ? all().stream().filter(it -> it.id() == id).findFirst() : Optional.empty();
    }

    /** Oldest first. */
    List<Pin> all() {
        return store.all().stream()
                .map(it ->
                        new Pin(it.id(), it.at(), beginning(view.text(it.id()).orElse("")), it.text()))
                .toList();
    }

    private static String beginning(String text) {
        return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS);
    }
}
