package io.atalaya.logs.view;

import io.atalaya.logs.store.StoredEvents;
import java.util.Arrays;
import java.util.function.LongPredicate;

/** Shows what stands around units that pass: the nearest of the same stream, so many before and after, each once. */
final class Around {
    /** Looks no further than this for them: a stream that is silent for so long says little of a moment. */
    private static final int FAR = 10_000;

    /** Tells what is shown. */
    interface Show {
        void show(long id, boolean shown);
    }

    private final StoredEvents events;
    private final int many;
    private final LongPredicate unit;
    private final LongPredicate passes;
    private final Show show;
    private final Steps steps;

    Around(StoredEvents events, int many, LongPredicate unit, LongPredicate passes, Show show) {
        this.events = events;
        this.many = many;
        this.unit = unit;
        this.passes = passes;
        this.show = show;
        this.steps = new Steps(events);
    }

    /** Settles what is shown where this event stands, or stood. */
    void settle(long id) {
        long position = events.positionOf(id);
        int stream = events.stream(id);
        long place = position < 0 ? -1 - position : position;
        var before = units(place - 1, -1, stream);
        var after = units(place, 1, stream);
        var run = new long[before.length + after.length];
        for (int i = 0; i < before.length; i++) {
            run[before.length - 1 - i] = before[i];
        }
        System.arraycopy(after, 0, run, before.length, after.length);
        int first = Math.max(0, before.length - many - 1);
        int last = Math.min(run.length - 1, before.length + many + 1);
        for (int i = first; i <= last; i++) {
            show.show(run[i], isNear(run, i));
        }
    }

    private boolean isNear(long[] run, int index) {
        for (int i = Math.max(0, index - many); i <= Math.min(run.length - 1, index + many); i++) {
            if (passes.test(run[i])) {
                return true;
            }
        }
        return false;
    }

    private long[] units(long position, int step, int stream) {
        var found = new long[2 * many + 2];
        int count = 0;
        steps.begin(position, step);
        for (int i = 0; i < FAR && count < found.length; i++) {
            long each = steps.next();
            if (each < 0) {
                break;
            }
            if (events.stream(each) == stream && unit.test(each)) {
                found[count++] = each;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
