package io.atalaya.watch;

import io.atalaya.deployment.Problem;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Sources that seem to fail together, of which one finds out for all when the trouble is over. Nothing says so for certain:
 * a source counts as failing alone as soon as another one of its herd has had an answer after it began to fail.
 */
enum Herd {
    /** The sources of one service. */
    SERVICE,
    /** All sources of the connection: no network, credentials that expired. */
    CONNECTION;

    /** In which herd this source need not ask for itself; empty when it is the one that does, or fails alone. */
    static Optional<Herd> followedBy(Slot<?> slot, Problem problem, Collection<Slot<?>> active) {
        if (BackOff.isOfTheConnection(problem) && CONNECTION.hides(slot, active)) {
            return Optional.of(CONNECTION);
        }
        return SERVICE.hides(slot, active) ? Optional.of(SERVICE) : Optional.empty();
    }

    /** Who waits for an answer like this one, to be asked again. */
    static List<Slot<?>> followers(Slot<?> answered, Collection<Slot<?>> all) {
        return all.stream()
                .filter(slot -> slot.flight == null && waits(slot, answered))
                .toList();
    }

    private static boolean waits(Slot<?> slot, Slot<?> answered) {
        var herd = slot.follows;
        return herd != null && herd.has(slot).test(answered);
    }

    private boolean hides(Slot<?> slot, Collection<Slot<?>> active) {
        var others = active.stream().filter(has(slot)).toList();
        var since = Objects.requireNonNull(slot.failingSince, "of a source that fails");
        var alone = others.stream()
                .anyMatch(other ->
                        other.failure == null && other.answeredAt != null && !other.answeredAt.isBefore(since));
        return !alone
                && others.stream()
                        .filter(this::fails)
                        .min(BY_PACE)
                        .filter(first -> first != slot)
                        .isPresent();
    }

    private static final Comparator<Slot<?>> BY_PACE = Comparator.<Slot<?>, Duration>comparing(
                    slot -> slot.source.cadence())
            .thenComparing(slot -> slot.part().id());

    private boolean fails(Slot<?> slot) {
        return slot.failure != null
                && BackOff.asksAgain(slot.failure)
                && (this == SERVICE || BackOff.isOfTheConnection(slot.failure));
    }

    private Predicate<Slot<?>> has(Slot<?> slot) {
        return other -> this == CONNECTION || other.service().equals(slot.service());
    }
}
