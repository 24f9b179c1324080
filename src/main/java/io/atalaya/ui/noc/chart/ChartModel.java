package io.atalaya.ui.noc.chart;

import io.atalaya.deployment.MetricSeries;
import io.atalaya.deployment.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What a chart shows, and what it was before somebody looked closer. Reads when a person wants something, and once a period
 * while its end is now. All on the JavaFX thread.
 */
public final class ChartModel {
    /** GetMetricData takes so many metrics; more lines nobody tells apart. */
    public static final int MOST_LINES = 40;

    /** What it is compared with. */
    public enum Compare {
        NOTHING(Duration.ZERO),
        DAY(Duration.ofDays(1)),
        WEEK(Duration.ofDays(7));

        private final Duration before;

        Compare(Duration before) {
            this.before = before;
        }
    }

    /**
     * A span of time.
     *
     * @param live whether it ends now, whenever that is
     */
    record Span(Instant from, Instant to, boolean live) {
        Duration length() {
            return Duration.between(from, to);
        }
    }

    /**
     * Everything on screen.
     *
     * @param loading whether an answer is on its way
     * @param problem of the last reading; the picture is that of the one before
     * @param metrics how many CloudWatch was asked for; it charges for each
     * @param zoomed whether there is a span to go back to
     */
    public record Shown(
            ChartQuestion question,
            ChartPicture picture,
            int periodSeconds,
            boolean loading,
            @Nullable Problem problem,
            int metrics,
            @Nullable Instant askedAt,
            boolean zoomed) {}

    private final ChartReads reads;
    private final Executor screen;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final Deque<Span> before = new ArrayDeque<>();
    private @Nullable ChartQuestion question;
    private Span span = new Span(Instant.EPOCH, Instant.EPOCH.plusSeconds(3600), false);
    private Compare compare = Compare.NOTHING;
    private Instant now = Instant.EPOCH;
    private long asked;

    /** @param screen the way to the JavaFX thread */
    public ChartModel(ChartReads reads, Executor screen) {
        this.reads = reads;
        this.screen = screen;
    }

    /** Null until something was asked. */
    public ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Shows the last so much of something. */
    public void ask(ChartQuestion about, Duration last, Instant at) {
        now = at;
        question = about;
        before.clear();
        span = new Span(at.minus(last), at, true);
        shown.set(null);
        read();
    }

    /** The last so much of the same. */
    public void range(Duration last, Instant at) {
        if (question != null) {
            ask(question, last, at);
        }
    }

    public void compare(Compare with) {
        if (compare != with) {
            compare = with;
            read();
        }
    }

    /** Looks closer. What was before comes back with {@link #back}. */
    public void zoom(Instant from, Instant to) {
        before.push(span);
        span = new Span(from, to.isAfter(now) ? now : to, false);
        read();
    }

    /** Whether there was a span to go back to. */
    public boolean back() {
        if (before.isEmpty()) {
            return false;
        }
        span = before.pop();
        follow();
        read();
        return true;
    }

    /** Time goes on: what ends now is read anew once a period. */
    public void tick(Instant at) {
        now = at;
        var current = shown.get();
        if (current == null || current.loading()) {
            return;
        }
        if (span.live() && Duration.between(span.to(), at).toSeconds() >= current.periodSeconds()) {
            follow();
            read();
        }
    }

    /** A person wants it anew. */
    public void again() {
        if (question != null) {
            follow();
            read();
        }
    }

    private void follow() {
        if (span.live()) {
            span = new Span(now.minus(span.length()), now, true);
        }
    }

    private void read() {
        var about = question;
        if (about == null) {
            return;
        }
        long ticket = ++asked;
        var asking = about.lines().stream().limit(MOST_LINES).toList();
        var period = ChartPeriod.of(span.from(), span.to(), now);
        var wanted = span;
        var with = compare;
        var old = shown.get();
        shown.set(new Shown(
                about,
                old == null ? ChartPicture.empty(span.from(), span.to()) : old.picture(),
                period,
                true,
                null,
                asking.size(),
                old == null ? null : old.askedAt(),
                !before.isEmpty()));
        var what = new Wanted(about, asking, wanted, period, now);
        if (asking.isEmpty()) {
            show(what, List.of(), List.of(), null, false);
            return;
        }
        reads.read(
                query(what, Duration.ZERO),
                first -> screen.execute(() -> {
                    if (ticket != asked) {
                        return;
                    }
                    if (first instanceof ChartReads.Answer.Failed failed) {
                        failed(what, failed.problem());
                        return;
                    }
                    var lines = lines(what, series(first));
                    show(what, lines, List.of(), null, with != Compare.NOTHING);
                    if (with != Compare.NOTHING) {
                        compare(what, with.before, lines, ticket);
                    }
                }));
    }

    private void compare(Wanted what, Duration by, List<ChartSeries> lines, long ticket) {
        reads.read(
                query(what, by),
                second -> screen.execute(() -> {
                    if (ticket != asked) {
                        return;
                    }
                    switch (second) {
                        case ChartReads.Answer.Series then ->
                            show(what, lines, moved(what, then.series(), by), null, false);
                        case ChartReads.Answer.Failed failed -> show(what, lines, List.of(), failed.problem(), false);
                    }
                }));
    }

    private record Wanted(ChartQuestion about, List<ChartQuestion.Line> lines, Span span, int period, Instant now) {}

    private static ChartReads.Query query(Wanted what, Duration earlier) {
        var from = ChartPeriod.floor(what.span().from().minus(earlier), what.period());
        var to = ChartPeriod.floor(what.span().to().minus(earlier), what.period())
                .plusSeconds(what.period());
        var metrics = what.lines().stream().map(ChartQuestion.Line::metric).toList();
        return new ChartReads.Query(metrics, from, to, what.period());
    }

    private static List<MetricSeries> series(ChartReads.Answer answer) {
        return answer instanceof ChartReads.Answer.Series series ? series.series() : List.of();
    }

    private static List<ChartSeries> lines(Wanted what, List<MetricSeries> series) {
        var lines = new ArrayList<ChartSeries>();
        for (int i = 0; i < Math.min(series.size(), what.lines().size()); i++) {
            var line = what.lines().get(i);
            var each = series.get(i);
            lines.add(ChartSeries.of(line.name(), line.unit(), line.factor(each.periodSeconds()), each));
        }
        return lines;
    }

    private static List<ChartSeries> moved(Wanted what, List<MetricSeries> series, Duration by) {
        return lines(what, series).stream().map(it -> it.later(by.toMillis())).toList();
    }

    private void show(
            Wanted what, List<ChartSeries> lines, List<ChartSeries> then, @Nullable Problem problem, boolean loading) {
        var notes = what.about().notes();
        var picture = new ChartPicture(
                what.span().from(),
                what.span().to(),
                what.now(),
                lines,
                then,
                what.about().limits(),
                notes.bands(what.span().from(), what.span().to()),
                notes.marks(what.span().from(), what.span().to()));
        shown.set(new Shown(
                what.about(),
                picture,
                what.period(),
                loading,
                problem,
                what.lines().size(),
                what.now(),
                !before.isEmpty()));
    }

    private void failed(Wanted what, Problem problem) {
        var old = shown.get();
        var picture =
                old == null ? ChartPicture.empty(what.span().from(), what.span().to()) : old.picture();
        shown.set(new Shown(
                what.about(),
                picture,
                what.period(),
                false,
                problem,
                what.lines().size(),
                old == null ? null : old.askedAt(),
                !before.isEmpty()));
    }
}
