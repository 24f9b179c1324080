package io.atalaya.logs.view;

import io.atalaya.logs.store.StoredEvents;
import java.util.Arrays;

/**
 * Which lines continue which event: those of its stream after it that say so, up to the next that does not. Looks no further than a
 * thousand events and two seconds; a line that finds no event to continue stands for itself. Belongs to one thread.
 */
final class Folds {
    static final int FAR = 1_000;
    static final long LATE_MILLIS = 2_000;
    /** Who reads looks a little further than who decides what is read, so that no line falls between. */
    static final int READ_FAR = 2 * FAR;

    private static final long[] NONE = {};

    private final StoredEvents events;
    private final Steps steps;

    Folds(StoredEvents events) {
        this.events = events;
        this.steps = new Steps(events);
    }

    /** The event that this one continues, itself where it continues none, -1 where the one it continues is not there. */
    long head(long id) {
        return events.continues(id) ? before(id) : id;
    }

    /** The nearest event before this one in its stream that continues none; -1 where it is too far. */
    long before(long id) {
        long position = events.positionOf(id);
        int stream = events.stream(id);
        long at = events.timestamp(id);
        steps.begin((position < 0 ? -1 - position : position) - 1, -1);
        for (int i = 0; i < FAR; i++) {
            long each = steps.next();
            if (each < 0 || at - events.timestamp(each) > LATE_MILLIS) {
                return -1;
            }
            if (events.stream(each) == stream && !events.continues(each)) {
                return each;
            }
        }
        return -1;
    }

    /** The lines that continue, or would continue, an event that continues none; whether it is in the order or not. */
    long[] lines(long id, int far) {
        long position = events.positionOf(id);
        int stream = events.stream(id);
        long at = events.timestamp(id);
        var lines = NONE;
        int count = 0;
        steps.begin(position < 0 ? -1 - position : position + 1, 1);
        for (int i = 0; i < far; i++) {
            long each = steps.next();
            if (each < 0 || events.timestamp(each) - at > LATE_MILLIS) {
                break;
            }
            if (events.stream(each) == stream) {
                if (!events.continues(each)) {
                    break;
                }
                lines = count < lines.length ? lines : Arrays.copyOf(lines, Math.max(8, count * 2));
                lines[count++] = each;
            }
        }
        return count == lines.length ? lines : Arrays.copyOf(lines, count);
    }
}
