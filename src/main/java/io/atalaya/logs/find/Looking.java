package io.atalaya.logs.find;

import io.atalaya.logs.store.StoredEvents;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks at events of a store for clauses; belongs to one thread. */
public final class Looking {
    private final StoredEvents events;
    private final List<Look> looks;
    private final boolean texts;
    private final Block block;

    private Looking(StoredEvents events, List<Look> looks) {
        this.events = events;
        this.looks = looks;
        this.texts = looks.stream().anyMatch(each -> each.needle != null);
        this.block = new Block(events);
    }

    /** One clause at work; nothing for one that is off. */
    private record Look(
            int clause, @Nullable Needle needle, @Nullable Streams streams) {}

    /** What a clause says of streams, by number: asked once of each. */
    private static final class Streams {
        private final StoredEvents events;
        private final Predicate<io.atalaya.logs.StreamName> wanted;
        private byte[] known = new byte[64];

        private Streams(StoredEvents events, Predicate<io.atalaya.logs.StreamName> wanted) {
            this.events = events;
            this.wanted = wanted;
        }

        private boolean has(int stream) {
            if (stream >= known.length) {
                known = Arrays.copyOf(known, Math.max(stream + 1, known.length * 2));
            }
            if (known[stream] == 0) {
                known[stream] = (byte) (wanted.test(events.streamName(stream)) ? 1 : 2);
            }
            return known[stream] == 1;
        }
    }

    /**
     * For one thread.
     *
     * @throws IllegalArgumentException where a clause that is on cannot be read: {@link Clauses#problem} tells before
     */
    public static Looking of(StoredEvents events, List<Clause> clauses) {
        var looks = new ArrayList<Look>();
        for (int i = 0; i < clauses.size(); i++) {
            if (clauses.get(i).on()) {
                try {
                    var compiled = Compiled.of(clauses.get(i));
                    var streams = Optional.ofNullable(compiled.stream());
                    looks.add(new Look(
                            i,
                            streams.isPresent() ? null : compiled.needle(),
                            streams.map(wanted -> new Streams(events, wanted)).orElse(null)));
                } catch (BadClause bad) {
                    throw new IllegalArgumentException("clause " + i + ": " + bad.getMessage(), bad);
                }
            }
        }
        return new Looking(events, looks);
    }

    /** Whether any clause looks at texts; if none does, looking is cheap. */
    public boolean texts() {
        return texts;
    }

    /**
     * Looks at consecutive ids; withdrawn ones too.
     *
     * @param into for each clause of the list a bit for each id, {@code from}'s the lowest of the first; cleared before
     * @param stop asked now and then whether to give up
     * @return whether it looked at all of them
     */
    public boolean look(long from, long to, long[][] into, BooleanSupplier stop) {
        for (var each : into) {
            Arrays.fill(each, 0);
        }
        for (var look : looks) {
            if (look.streams != null) {
                for (long id = from; id < to; id++) {
                    if (look.streams.has(events.stream(id))) {
                        set(into[look.clause], id - from);
                    }
                }
            }
        }
        return !texts || lookAtTexts(from, to, into, stop);
    }

    private boolean lookAtTexts(long from, long to, long[][] into, BooleanSupplier stop) {
        var marks = new long[Block.MOST / 64];
        for (long at = from; at < to; ) {
            if (stop.getAsBoolean()) {
                return false;
            }
            int got = block.fill(at, to);
            for (var look : looks) {
                if (look.needle != null) {
                    Arrays.fill(marks, 0);
                    look.needle.mark(block, marks);
                    copy(marks, got, into[look.clause], at - from);
                }
            }
            at += got;
        }
        return true;
    }

    private static void copy(long[] marks, int count, long[] into, long offset) {
        for (int word = 0; word * 64 < count; word++) {
            for (long left = marks[word]; left != 0; left &= left - 1) {
                set(into, offset + word * 64L + Long.numberOfTrailingZeros(left));
            }
        }
    }

    private static void set(long[] bits, long index) {
        bits[(int) (index >>> 6)] |= 1L << index;
    }

    /** Whether one event matches any of the clauses. */
    public boolean matchesAny(long id) {
        for (var look : looks) {
            if (look.streams != null && look.streams.has(events.stream(id))) {
                return true;
            }
        }
        if (texts) {
            block.fill(id, id + 1);
            for (var look : looks) {
                if (look.needle != null
                        && look.needle.in(block.bytes(), block.start(0), block.end(0), block.level(0))) {
                    return true;
                }
            }
        }
        return false;
    }
}
