package io.atalaya.ui.logs;

import io.atalaya.logs.view.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Events somebody marked, with what was noted of them. */
final class Pins {
    /**
     * One.
     *
     * @param note empty for none
     * @param text the beginning of the message as it came
     */
    record Pin(long id, long at, String text, String note) {}

    private final List<Pin> pins = new ArrayList<>();

    /** Marks an event, or forgets the mark. */
    void toggle(Row.Event event) {
        if (!pins.removeIf(it -> it.id() == event.id())) {
            pins.add(new Pin(event.id(), event.at(), event.text(), ""));
        }
    }

    void put(Pin pin) {
        pins.removeIf(it -> it.id() == pin.id());
        pins.add(pin);
    }

    void remove(long id) {
        pins.removeIf(it -> it.id() == id);
    }

    boolean holds(long id) {
        return pins.stream().anyMatch(it -> it.id() == id);
    }

    Optional<Pin> of(long id) {
        return pins.stream().filter(it -> it.id() == id).findFirst();
    }

    /** Oldest first. */
    List<Pin> all() {
        return pins.stream()
                .sorted(Comparator.comparingLong(Pin::at).thenComparingLong(Pin::id))
                .toList();
    }
}
