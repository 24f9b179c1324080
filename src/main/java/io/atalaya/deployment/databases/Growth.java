package io.atalaya.deployment.databases;

import io.atalaya.deployment.MetricPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How fast a database fills, and on how much data that rests.
 *
 * @param gibPerDay negative where it empties
 * @param over how long the data reaches back
 * @param points how many there are
 */
public record Growth(double gibPerDay, Duration over, int points, Pace pace) {
    /** What sort of statement it is. */
    public enum Pace {
        /** Of days: noise and the hours of the day are evened out. */
        STEADY,
        /** Of less than a day: better than nothing. */
        ROUGH,
        /** Of the last minutes, much faster than databases fill: it will not go on like that for days, nor needs it. */
        SUDDEN
    }

    private static final double GIB = 1024.0 * 1024 * 1024;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LEAST = Duration.ofMinutes(30);
    private static final Duration MINUTES = Duration.ofMinutes(4);
    /** Of the storage, within an hour. */
    private static final double UNUSUAL = 0.02;
    /** A step of this share of the storage is somebody's doing: storage was added, or a table dropped. */
    private static final double JUMP = 0.05;

    /**
     * Of what is stored, as AWS measures what is free.
     *
     * @param free bytes, oldest first
     * @param storageGib of which it is free
     * @return empty where the points reach over less than half an hour
     */
    static Optional<Growth> ofFree(List<MetricPoint> free, double storageGib) {
        return of(free.stream().map(p -> new MetricPoint(p.at(), -p.value())).toList(), storageGib);
    }

    /** @param used bytes, oldest first */
    static Optional<Growth> of(List<MetricPoint> used, double storageGib) {
        var since = sinceLastJump(used, storageGib * GIB * JUMP);
        if (since.size() < 3) {
            return Optional.empty();
        }
        var over = Duration.between(since.getFirst().at(), since.getLast().at());
        return over.compareTo(LEAST) < 0
                ? Optional.empty()
                : Optional.of(new Growth(
                        bytesPerDay(since) / GIB,
                        over,
                        since.size(),
                        over.compareTo(DAY) < 0 ? Pace.ROUGH : Pace.STEADY));
    }

    /**
     * That of the last minutes, where it is such that nobody can wait for more data.
     *
     * @param free bytes, minute by minute, oldest first
     */
    static Optional<Growth> sudden(List<MetricPoint> free, double storageGib) {
        if (free.isEmpty() || storageGib <= 0) {
            return Optional.empty();
        }
        Instant from = free.getLast().at().minus(MINUTES);
        var latest = free.stream().filter(p -> !p.at().isBefore(from)).toList();
        var over = Duration.between(latest.getFirst().at(), latest.getLast().at());
        if (over.compareTo(MINUTES.dividedBy(2)) < 0) {
            return Optional.empty();
        }
        var taken = (latest.getFirst().value() - latest.getLast().value()) / over.toMillis() * DAY.toMillis() / GIB;
        return taken / 24 < UNUSUAL * storageGib
                ? Optional.empty()
                : Optional.of(new Growth(taken, over, latest.size(), Pace.SUDDEN));
    }

    private static List<MetricPoint> sinceLastJump(List<MetricPoint> points, double jump) {
        for (var i = points.size() - 1; i > 0; i--) {
            if (Math.abs(points.get(i).value() - points.get(i - 1).value()) > jump) {
                return points.subList(i, points.size());
            }
        }
        return points;
    }

    /** The slope of the line with the least squares. */
    private static double bytesPerDay(List<MetricPoint> points) {
        var origin = points.getFirst().at();
        double meanX = 0;
        double meanY = 0;
        for (var p : points) {
            meanX += days(origin, p) / points.size();
            meanY += p.value() / points.size();
        }
        double above = 0;
        double below = 0;
        for (var p : points) {
            var x = days(origin, p) - meanX;
            above += x * (p.value() - meanY);
            below += x * x;
        }
        return below == 0 ? 0 : above / below;
    }

    private static double days(Instant origin, MetricPoint point) {
        return (double) Duration.between(origin, point.at()).toMillis() / DAY.toMillis();
    }
}
