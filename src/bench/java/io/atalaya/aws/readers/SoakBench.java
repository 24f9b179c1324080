package io.atalaya.aws.readers;

import io.atalaya.watch.DeploymentHistory;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Eight hours of refreshing CheckOP in simulated time: what is still in memory after each. */
public final class SoakBench {
    private static final int HOURS = 8;
    /** Until then caches fill and code is compiled. */
    private static final int WARM = 2;

    private SoakBench() {}

    /** By what was measured: the value and the most it may be. */
    public static Map<String, double[]> run() {
        var results = new LinkedHashMap<String, double[]>();
        var live = new double[HOURS + 1];
        try (var wire = new Wire(PageSize.LARGEST).readAll()) {
            var history = new DeploymentHistory(wire.time);
            for (int hour = 1; hour <= HOURS; hour++) {
                for (int step = 0; step < 360; step++) {
                    wire.time.advance(Duration.ofSeconds(10));
                    history.observe(wire.deployment());
                }
                wire.sandbox.requests().forget(); // the sandbox is in this process too, and keeps what it was asked
                live[hour] = liveMegabytes();
            }
            results.put("calls answered in 8 h", new double[] {wire.sandbox.requests().total(), Double.NaN});
        }
        results.put("heap alive after 2 h", new double[] {live[WARM], Double.NaN});
        results.put("heap alive after 8 h", new double[] {live[HOURS], Double.NaN});
        results.put("slope from 2 h to 8 h, MB an hour (0 within 0.1)", new double[] {slope(live), 0.1});
        return results;
    }

    /** Of the line through the hours after the warm-up. */
    private static double slope(double[] live) {
        double n = HOURS - WARM + 1;
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        for (int hour = WARM; hour <= HOURS; hour++) {
            x += hour;
            y += live[hour];
            xx += (double) hour * hour;
            xy += hour * live[hour];
        }
        return (n * xy - x * y) / (n * xx - x * x);
    }

    private static double liveMegabytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }
}
