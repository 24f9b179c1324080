package io.atalaya.ui.balancing;

import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.State;
import io.atalaya.deployment.Target;
import io.atalaya.watch.TargetSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the day during which a target was in one state.
 *
 * @param from as a share of the day, 0 at its beginning
 * @param to as a share of the day, 1 now
 * @param state null while nobody looked, or the target was not there
 */
record StripSegment(double from, double to, @Nullable State state) {
    /** Answers farther apart than this leave a gap: what was in between is not known. */
    private static final Duration GAP = Duration.ofMinutes(1);

    /**
     * @param spans oldest first
     * @param lastAnswer when target health was last asked for with success; null when never
     * @param day how far back it is drawn
     */
    static List<StripSegment> of(List<TargetSpan> spans, @Nullable Instant lastAnswer, Instant now, Duration day) {
        var start = now.minus(day);
        var segments = new ArrayList<StripSegment>();
        var drawn = start;
        for (int i = 0; i < spans.size(); i++) {
            var span = spans.get(i);
            var next = i + 1 < spans.size() ? spans.get(i + 1) : null;
            var end = next == null ? end(lastAnswer, span, now) : lastSeen(next);
            if (span.from().isAfter(drawn)) {
                segments.add(segment(drawn, span.from(), null, start, day));
            }
            if (end.isAfter(start)) {
                segments.add(segment(span.from(), end, state(span), start, day));
                drawn = end;
            }
        }
        if (drawn.isBefore(now)) {
            segments.add(segment(drawn, now, null, start, day));
        }
        return List.copyOf(segments);
    }

    /** Seconds without an answer are as the last one said. */
    private static Instant end(@Nullable Instant lastAnswer, TargetSpan span, Instant now) {
        var last = lastAnswer == null || lastAnswer.isBefore(span.from()) ? span.from() : lastAnswer;
        return Duration.between(last, now).compareTo(GAP) <= 0 ? now : last;
    }

    /** Until when the state before a span was seen. */
    private static Instant lastSeen(TargetSpan next) {
        var before = next.notBefore();
        return before == null || Duration.between(before, next.from()).compareTo(GAP) <= 0 ? next.from() : before;
    }

    private static @Nullable State state(TargetSpan span) {
        var word = span.state();
        return word == null
                ? null
                : Conditions.of(new Target("", "", null, null, word, span.reason(), null))
                        .state();
    }

    private static StripSegment segment(Instant from, Instant to, @Nullable State state, Instant start, Duration day) {
        return new StripSegment(share(from, start, day), share(to, start, day), state);
    }

    private static double share(Instant at, Instant start, Duration day) {
        return Math.clamp(Duration.between(start, at).toMillis() / (double) day.toMillis(), 0, 1);
    }
}
