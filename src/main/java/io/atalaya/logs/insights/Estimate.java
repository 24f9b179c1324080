package io.atalaya.logs.insights;

import io.atalaya.deployment.LogGroup;
import io.atalaya.logs.insights.InsightsQueries.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a query will scan, as far as that can be known before: Logs Insights reads everything that was written to its groups in the
 * span, whatever it filters. Field indexes, and groups whose writing is not even, make it less or more.
 *
 * @param bytes of log events
 * @param groups how many
 * @param basis from what it was reckoned
 * @param cost at list price
 */
public record Estimate(double bytes, int groups, Basis basis, Prices.Cost cost) {
    /** From what. */
    public enum Basis {
        /** CloudWatch's own metric of what was written in the span ({@code IncomingBytes}). */
        WRITTEN,
        /** What is stored altogether, taken as written evenly over the time it is kept. */
        STORED,
        /** The metric for some of the groups, what is stored for the others: CloudWatch had no data of these. */
        BOTH
    }

    static Estimate of(List<LogGroup> groups, Instant from, Instant to, Written written, String region, Instant now) {
        double bytes = 0;
        int measured = 0;
        for (var group : groups) {
            double metric = written instanceof Written.Bytes it ? it.byGroup().getOrDefault(group.arn(), 0.0) : 0;
            if (metric > 0) {
                measured++;
            }
            bytes += metric > 0 ? metric : stored(group, from, to, now);
        }
        var basis = measured == groups.size() ? Basis.WRITTEN : measured == 0 ? Basis.STORED : Basis.BOTH;
        return new Estimate(bytes, groups.size(), basis, Prices.shipped().cost(bytes, region));
    }

    /** The part of what is stored that lies in the span, were it written evenly since the group's creation or over its retention. */
    static double stored(LogGroup group, Instant from, Instant to, Instant now) {
        var kept = group.createdAt() == null ? Duration.ofDays(30) : Duration.between(group.createdAt(), now);
        if (group.retentionDays() != null && kept.toDays() > group.retentionDays()) {
            kept = Duration.ofDays(group.retentionDays());
        }
        double seconds = Math.max(1, kept.toSeconds());
        var oldest = now.minus(kept);
        var begin = from.isBefore(oldest) ? oldest : from;
        var end = to.isAfter(now) ? now : to;
        double span = Math.max(0, Duration.between(begin, end).toSeconds());
        return group.storedBytes() * Math.min(1, span / seconds);
    }
}
