package io.atalaya.ui.logs;

import io.atalaya.logs.ledger.Completeness;
import io.atalaya.logs.ledger.Gap;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How complete a span is, in numbers.
 *
 * @param delivered what came as it happened, and what was read of the time before the tail began
 * @param recovered what the sweep brought besides
 * @param missing the gaps in it, those of several groups at one time being one
 * @param millis how long they are together
 * @param worst the gap to look at first; null where there is none
 */
record Summary(
        long delivered,
        long recovered,
        long doubt,
        int missing,
        long millis,
        @org.jspecify.annotations.Nullable Gap worst) {

    /** @param begun when the tail began; milliseconds since the epoch, like the others */
    static Summary of(Completeness completeness, long from, long to, long begun) {
        var delivered = 0L;
        var recovered = 0L;
        var doubt = 0L;
        for (var minute : completeness.minutes(from, to)) {
            var before = minute.start() < begun;
            delivered += minute.delivered() + (before ? minute.recovered() : 0);
            recovered += before ? 0 : minute.recovered();
            doubt += minute.doubt();
        }
        var gaps = completeness.gaps().stream()
                .filter(it -> it.to() > from && it.from() < to)
                .sorted(Comparator.comparingLong(Gap::from))
                .toList();
        var missing = 0;
        var millis = 0L;
        var end = Long.MIN_VALUE;
        for (var gap : gaps) {
            if (gap.from() > end) {
                missing++;
            }
            millis += Math.max(0, gap.to() - Math.max(end, gap.from()));
            end = Math.max(end, gap.to());
        }
        return new Summary(
                delivered, recovered, doubt, missing, millis, worst(gaps).orElse(null));
    }

    private static Optional<Gap> worst(List<Gap> gaps) {
        return gaps.stream()
                .max(Comparator.comparingInt((Gap it) -> rank(it.state())).thenComparingLong(Gap::from));
    }

    private static int rank(Gap.State state) {
        return switch (state) {
            case CLOSED -> 0;
            case WAITING -> 1;
            case LEFT -> 2;
            case OPEN -> 3;
            case IN_DOUBT -> 4;
        };
    }
}
