package io.atalaya.ui.logs;

import io.atalaya.logs.view.LogView;
import io.atalaya.logs.view.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Events somebody marked, with what was noted of them. */
final class Pins {
    private static final int MOST_CHARS = 500;

    private final PinStore store;
    private final LogView view;
    private final Set<Long> ids = new HashSet<>();

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
        store.all().forEach(it -> ids.add(it.id()));
    }

    /** Marks an event, or forgets the mark. */
    void toggle(Row.Event event) {
        if (ids.remove(event.id())) {
            store.unpin(event.id());
        } else {
            put(event.id(), event.at(), "");
        }
    }

    void put(long id, long at, String note) {
        store.pin(id, at, note);
        ids.add(id);
    }

    boolean holds(long id) {
        return ids.contains(id);
    }

    Optional<Pin> of(long id) {
        return holds(id) ? all().stream().filter(it -> it.id() == id).findFirst() : Optional.empty();
    }

    /** Oldest first. */
    List<Pin> all() {
        return ids.isEmpty()
                ? List.of()
                : store.all().stream()
                        .map(it -> new Pin(
                                it.id(), it.at(), beginning(view.text(it.id()).orElse("")), it.text()))
                        .toList();
    }

    private static String beginning(String text) {
        return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS);
    }
}
