package io.atalaya.ui.logs.insights;

import java.time.Duration;
import java.time.Instant;

/** Which time a query looks at. */
sealed interface QueryRange {
    /** @param now where a relative range ends */
    Instant from(Instant now);

    Instant to(Instant now);

    /** Until now. */
    record Last(Duration duration) implements QueryRange {
        @Override
        public Instant from(Instant now) {
            return now.minus(duration);
        }

        @Override
        public Instant to(Instant now) {
            return now;
        }
    }

    /** Between two moments. */
    record Between(Instant begin, Instant end) implements QueryRange {
        @Override
        public Instant from(Instant now) {
            return begin;
        }

        @Override
        public Instant to(Instant now) {
            return end;
        }
    }
}
