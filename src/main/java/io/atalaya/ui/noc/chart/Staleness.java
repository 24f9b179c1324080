package io.atalaya.ui.noc.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a line ended: CloudWatch answers at once with what it has, so a metric that stopped looks like one that is late. */
final class Staleness {
    /** Points arrive up to this long after their period. */
    private static final Duration USUAL = Duration.ofMinutes(5);

    private Staleness() {}

    /** How long ago the last period ended; empty while the next point can still be on its way, or where there is none. */
    static Optional<Duration> of(ChartSeries series, Instant now) {
        if (series.size() == 0) {
            return Optional.empty();
        }
        var ended = Instant.ofEpochMilli(series.time(series.size() - 1) + series.periodMillis());
        var age = Duration.between(ended, now);
        return age.compareTo(USUAL.plusMillis(series.periodMillis())) > 0 ? Optional.of(age) : Optional.empty();
    }
}
