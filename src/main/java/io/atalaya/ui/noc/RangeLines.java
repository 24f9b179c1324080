package io.atalaya.ui.noc;

import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.MetricPoint;
import io.atalaya.ui.noc.chart.ChartPeriod;
import io.atalaya.ui.noc.chart.ChartReads;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Lines of the tiles for more than the hour that is read anyway: one call, when a person chooses a longer range, and again
 * every {@link #AGAIN} while it is looked at. On the JavaFX thread.
 */
final class RangeLines {
    private static final Duration AGAIN = Duration.ofMinutes(5);

    private final ChartReads reads;
    private final Executor screen;
    private final Runnable changed;
    private Map<MetricId, List<MetricPoint>> lines = Map.of();
    private NocRange range = NocRange.HOUR;
    private @Nullable Instant readAt;
    private long asked;

    /** @param changed there are other lines */
    RangeLines(ChartReads reads, Executor screen, Runnable changed) {
        this.reads = reads;
        this.screen = screen;
        this.changed = changed;
    }

    /** @param metrics of the tiles, with the factor to their unit */
    void want(NocRange wanted, Map<MetricId, Factors> metrics, Instant now) {
        var again = readAt == null || Duration.between(readAt, now).compareTo(AGAIN) >= 0;
        if (wanted != range) {
            range = wanted;
            lines = Map.of();
            readAt = null;
            asked++;
            again = true;
        }
        if (range == NocRange.HOUR || !again || metrics.isEmpty()) {
            return;
        }
        readAt = now;
        read(new LinkedHashMap<>(metrics), now);
    }

    private void read(Map<MetricId, Factors> metrics, Instant now) {
        long ticket = ++asked;
        var ids = List.copyOf(metrics.keySet());
        var from = now.minus(range.length());
        // as coarse as a line of a hundred pixels: a fifth of what a chart would ask for
        int period = Math.max(300, ChartPeriod.of(from, now, now));
        var query = new ChartReads.Query(ids, ChartPeriod.floor(from, period), ChartPeriod.floor(now, period), period);
        reads.read(
                query,
                answer -> screen.execute(() -> {
                    if (ticket == asked && answer instanceof ChartReads.Answer.Series series) {
                        var found = new HashMap<MetricId, List<MetricPoint>>();
                        for (int i = 0; i < Math.min(ids.size(), series.series().size()); i++) {
                            var each = series.series().get(i);
                            var how = metrics.get(ids.get(i));
                            double factor = how == null ? 1 : how.of(each.periodSeconds());
                            found.put(
                                    ids.get(i),
                                    each.points().stream()
                                            .map(it -> new MetricPoint(it.at(), it.value() * factor))
                                            .toList());
                        }
                        lines = Map.copyOf(found);
                        changed.run();
                    }
                }));
    }

    /** Empty where the hour that is read anyway is to be drawn. */
    Optional<List<MetricPoint>> line(@Nullable MetricId metric) {
        return metric == null || range == NocRange.HOUR ? Optional.empty() : Optional.ofNullable(lines.get(metric));
    }
}
