package io.atalaya.noc.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of one series, oldest first, without what is missing.
 *
 * @param spans minutes where they are kept, five minutes before that; never both of the same time
 */
public record Past(List<Span> spans) {
    public static final Past NOTHING = new Past(List.of());

    public Past {
        spans = List.copyOf(spans);
    }

    /** When the last value was measured; empty where there is none. */
    public Optional<Instant> lastSeen() {
        return spans.isEmpty() ? Optional.empty() : Optional.of(spans.getLast().at());
    }

    /** How old the last value is at {@code now}, never negative: to be said wherever it is drawn. */
    public Optional<Duration> age(Instant now) {
        return lastSeen().map(at -> {
            var age = Duration.between(at, now);
            return age.isNegative() ? Duration.ZERO : age;
        });
    }
}
