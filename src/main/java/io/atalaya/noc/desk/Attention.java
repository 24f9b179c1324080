package io.atalaya.noc.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What persons said about an entry. Merged with another console's by taking all acknowledgements of both and the later of
 * everything else: in any order and any number of times the result is the same.
 *
 * @param acknowledgements by time
 * @param owner who works on it; an empty name for nobody again
 * @param seen when somebody confirmed to have seen it
 */
public record Attention(
        List<Acknowledgement> acknowledgements,
        @Nullable Stamped<String> owner,
        @Nullable Stamped<String> note,
        @Nullable Stamped<Boolean> seen,
        @Nullable Stamped<Snooze> snooze) {
    private static final Comparator<Acknowledgement> BY_TIME = Comparator.comparing(Acknowledgement::at)
            .thenComparing(Acknowledgement::by)
            .thenComparing(Acknowledgement::severity);

    /** Nobody said anything. */
    public static final Attention NONE = new Attention(List.of(), null, null, null, null);

    public Attention {
        acknowledgements = acknowledgements.stream().distinct().sorted(BY_TIME).toList();
    }

    Attention acknowledged(Acknowledgement one) {
        return new Attention(
                Stream.concat(acknowledgements.stream(), Stream.of(one)).toList(), owner, note, seen, snooze);
    }

    Attention owned(Stamped<String> by) {
        return new Attention(acknowledgements, by, note, seen, snooze);
    }

    Attention noted(Stamped<String> text) {
        return new Attention(acknowledgements, owner, text, seen, snooze);
    }

    Attention seen(Stamped<Boolean> by) {
        return new Attention(acknowledgements, owner, note, by, snooze);
    }

    Attention snoozed(Stamped<Snooze> until) {
        return new Attention(acknowledgements, owner, note, seen, until);
    }

    Attention merged(Attention other) {
        return new Attention(
                Stream.concat(acknowledgements.stream(), other.acknowledgements.stream())
                        .toList(),
                later(owner, other.owner),
                later(note, other.note),
                later(seen, other.seen),
                later(snooze, other.snooze));
    }

    /** The latest moment at which anybody said anything; {@link Instant#EPOCH} when nobody did. */
    Instant latest() {
        return Stream.concat(
                        acknowledgements.stream().map(Acknowledgement::at),
                        Stream.<@Nullable Stamped<?>>of(owner, note, seen, snooze)
                                .filter(Objects::nonNull)
                                .map((Function<Stamped<?>, Instant>) Stamped::at))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static <T> @Nullable Stamped<T> later(@Nullable Stamped<T> one, @Nullable Stamped<T> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Stamped.later(one, other);
    }
}
