package io.atalaya.sandbox.world.metrics;

import java.util.Set;
import java.util.regex.Pattern;

/** All statistics of one period at once. */
public record Aggregate(Series.Kind kind, int samples, double sum, double least, double most) {
    private static final Set<String> PLAIN = Set.of("Average", "Sum", "Minimum", "Maximum", "SampleCount");
    private static final Pattern PERCENTILE = Pattern.compile("(p|tm)(\\d{1,2}(\\.\\d{1,10})?|100)");

    /** Whether nothing was measured in the period. */
    public boolean isEmpty() {
        return samples == 0;
    }

    /**
     * The statistic of that name.
     *
     * @param statistic {@code Average}, {@code Sum}, {@code Minimum}, {@code Maximum}, {@code SampleCount}, {@code p95} ...
     * @throws IllegalArgumentException for a name CloudWatch does not know
     */
    public double statistic(String statistic) {
        return switch (statistic) {
            case "Average" -> kind == Series.Kind.COUNT ? 1 : sum / samples;
            case "Sum" -> sum;
            case "Minimum" -> kind == Series.Kind.COUNT ? 1 : kind == Series.Kind.LATENCY ? least * 0.02 : least;
            case "Maximum" -> kind == Series.Kind.COUNT ? 1 : kind == Series.Kind.LATENCY ? most * 7 : most;
            case "SampleCount" -> kind == Series.Kind.COUNT ? sum : samples;
            default -> percentile(percentage(statistic));
        };
    }

    /** Waiting times are spread exponentially around their mean; levels evenly between their extremes. */
    private double percentile(double share) {
        return switch (kind) {
            case COUNT -> 1;
            case LATENCY -> sum / samples * -Math.log1p(-Math.min(share, 0.9995));
            case GAUGE -> least + (most - least) * share;
        };
    }

    /** Whether CloudWatch has a statistic of that name. */
    public static boolean knows(String statistic) {
        return PLAIN.contains(statistic) || PERCENTILE.matcher(statistic).matches();
    }

    private static double percentage(String statistic) {
        if (!PERCENTILE.matcher(statistic).matches()) {
            throw new IllegalArgumentException("no such statistic: " + statistic);
        }
        return Double.parseDouble(statistic.replaceAll("^[a-z]+", "")) / 100;
    }
}
