package io.atalaya.logs.tail;

import java.time.Duration;

/**
 * How a tail takes its time.
 *
 * @param settle so old is a span when it is read again for the first time: CloudWatch Logs takes seconds until FilterLogEvents
 *     finds what Live Tail has shown
 * @param late so old when it is read again for the last time: what is written down later is not looked for
 * @param sweepEvery how much is read again at a time at least, where few groups are tailed
 * @param pollEvery how often a group is asked for what is new, where Live Tail is not to be had
 * @param pollOverlap how much of the time before is asked for again with it
 * @param tick how often everything is looked after
 * @param silence AWS sends an update every second: after this long without, the connection is dead
 * @param opening how long a session may take until its first update
 * @param renewAfter CloudWatch ends a session after three hours; the next one is opened before
 * @param overlap how long the old and the new session go side by side
 * @param liveAgain when Live Tail is tried again after polling took its place; longer each time
 * @param outage a sweep that is behind by more goes on at the live edge, and reads the rest in between
 * @param gapPages a span that takes more pages than this is left to Logs Insights
 * @param callsPerSecond FilterLogEvents calls a second at most, of the sweep
 */
public record TailSettings(
        Duration settle,
        Duration late,
        Duration sweepEvery,
        Duration pollEvery,
        Duration pollOverlap,
        Duration tick,
        Duration silence,
        Duration opening,
        Duration renewAfter,
        Duration overlap,
        Duration liveAgain,
        Duration outage,
        int gapPages,
        double callsPerSecond) {

    /** For CloudWatch Logs. */
    public static TailSettings defaults() {
        return new TailSettings(
                Duration.ofSeconds(15),
                Duration.ofSeconds(120),
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofMinutes(170),
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                Duration.ofMinutes(5),
                1_000,
                0.5);
    }

    /** The same with everything done sooner: tests wait for nothing. */
    public TailSettings paced(Duration settle, Duration late, Duration every, Duration tick) {
        return new TailSettings(
                settle,
                late,
                every,
                every,
                pollOverlap,
                tick,
                silence,
                opening,
                renewAfter,
                overlap,
                liveAgain,
                outage,
                gapPages,
                50);
    }

    /** With another way of renewing and trying again. */
    public TailSettings withLive(Duration silence, Duration renewAfter, Duration overlap, Duration liveAgain) {
        return new TailSettings(
                settle,
                late,
                sweepEvery,
                pollEvery,
                pollOverlap,
                tick,
                silence,
                opening,
                renewAfter,
                overlap,
                liveAgain,
                outage,
                gapPages,
                callsPerSecond);
    }

    /** With another idea of how much can be read again. */
    public TailSettings withLimits(Duration outage, int gapPages, double callsPerSecond) {
        return new TailSettings(
                settle,
                late,
                sweepEvery,
                pollEvery,
                pollOverlap,
                tick,
                silence,
                opening,
                renewAfter,
                overlap,
                liveAgain,
                outage,
                gapPages,
                callsPerSecond);
    }
}
