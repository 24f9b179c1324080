package io.atalaya.app;

import io.atalaya.bench.Digest;
import io.atalaya.logs.TailedGroup;
import io.atalaya.logs.find.Filter;
import io.atalaya.logs.view.LogView;
import io.atalaya.logs.view.Row;
import io.atalaya.ui.logs.LogDesk;
import io.atalaya.ui.logs.OpenLog;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/** The console with a busy log on screen: what arrives, how late, at what cost; then whether all of it is there. */
public final class FlowMain {
    private static final Duration WARM = Duration.ofSeconds(20);
    private static final Duration SETTLE = Duration.ofMinutes(5);

    private FlowMain() {}

    /** @param arns of the groups that are tailed, without {@code :*} */
    public static void run(BenchConsole console, String endpoint, String region, int seconds, List<String> arns)
            throws InterruptedException {
        var groups = arns.stream()
                .map(arn -> TailedGroup.all(arn.substring(arn.indexOf(":log-group:") + ":log-group:".length()), arn))
                .toList();
        var opened = new OpenLog[1];
        var meter = OnFx.call(() -> {
            var made = new FlowMeter();
            made.start();
            return made;
        });
        try (var window = console.open(endpoint, region, "logs", scope -> opened[0] = tail(scope, groups));
                var view = opened[0].newView()) {
            view.filter(new Filter(List.of(), Filter.ALL.levels(), Set.of(), 0, false));
            meter.count(view::size);
            OnFx.call(() -> meter.watch(window.stage().getScene()));
            window.startAndAwaitOnScreen(BenchConsole::hasInstances, Duration.ofMinutes(2));
            Thread.sleep(WARM);
            OnFx.call(meter::again);
            var begun = System.currentTimeMillis();
            Thread.sleep(Duration.ofSeconds(seconds));
            var until = System.currentTimeMillis();
            var work = OnFx.call(meter::sortedWork);
            say("frames", work);
            var seen = OnFx.call(meter::seen);
            say("lags", lags(seen, view, begun, until, Row.Event::ingested));
            say("ages", lags(seen, view, begun, until, Row.Event::at));
            awaitSwept(opened[0], until);
            var from = (begun / 1_000 + 1) * 1_000;
            var to = until / 1_000 * 1_000;
            System.out.println("span " + from + " " + to);
            System.out.println("shown " + digest(view, from, to));
            System.out.println("ledger " + minutes(opened[0], from, to));
            System.gc();
            System.out.println(
                    "heap " + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6 + " " + peak());
        }
    }

    private static void say(String word, double[] sorted) {
        System.out.println(word + " " + sorted.length + " " + quantile(sorted, 0.5) + " " + quantile(sorted, 0.99) + " "
                + quantile(sorted, 1));
    }

    private static OpenLog tail(ConnectionScope scope, List<TailedGroup> groups) {
        return switch (scope.logs().tail(groups, null, Duration.ZERO)) {
            case LogDesk.Opened.Log it -> it.log();
            case LogDesk.Opened.Failed it -> throw new IllegalStateException(String.valueOf(it.problem()));
        };
    }

    /**
     * How long after a moment of it each event was in what a frame drew, in milliseconds, in order of size. Events are counted as
     * they came, so an event that was sorted in between is counted as one of the last of its frame.
     *
     * @param since when CloudWatch Logs had it, or when it happened
     */
    private static double[] lags(
            List<FlowMeter.Seen> frames, LogView view, long begun, long until, ToLongFunction<Row.Event> since) {
        var lags = new double[(int) Math.min(Integer.MAX_VALUE - 8, view.size())];
        var count = 0;
        long row = 0;
        for (var frame : frames) {
            for (; row < frame.rows() && row < view.size(); row++) {
                if (frame.at() >= begun
                        && frame.at() <= until
                        && view.row(row) instanceof Row.Event event
                        && event.ingested() >= begun) {
                    lags[count++] = Math.max(0, frame.at() - since.applyAsLong(event));
                }
            }
        }
        var sorted = Arrays.copyOf(lags, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Until the sweep has been past that moment for the first time. */
    private static void awaitSwept(OpenLog log, long moment) throws InterruptedException {
        var end = System.nanoTime() + SETTLE.toNanos();
        while (log.completeness().sweptTo() < moment && System.nanoTime() < end) {
            Thread.sleep(500);
        }
        System.out.println("settled " + (System.currentTimeMillis() - moment) / 1e3);
    }

    private static Digest digest(LogView view, long from, long to) {
        var digest = new Digest();
        for (var row = view.rowAt(from); row < view.size(); row++) {
            if (view.row(row) instanceof Row.Event event) {
                if (event.at() >= to) {
                    break;
                }
                digest.add(event.stream(), event.at(), view.text(event.id()).orElse(""));
            }
        }
        return digest;
    }

    private static String minutes(OpenLog log, long from, long to) {
        long delivered = 0;
        long recovered = 0;
        long doubt = 0;
        for (var minute : log.completeness().minutes(from, to)) {
            delivered += minute.delivered();
            recovered += minute.recovered();
            doubt += minute.doubt();
        }
        return delivered + " " + recovered + " " + doubt + " " + log.completeness().gaps().size();
    }

    private static double peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToDouble(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / 1e6;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
    }
}
