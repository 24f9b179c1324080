package io.atalaya.sandbox.server.tail;

import java.time.Duration;

/**
 * How Live Tail sessions treat their events. {@link #AWS} is what AWS documents; everything else is how it and its imitations go
 * wrong. All counts are for each session by itself.
 *
 * @param sampleAbove so many events an update; of more, a random choice. {@link Integer#MAX_VALUE} for all of them
 * @param sampleTold whether an update says that it was sampled
 * @param bytesPerUpdate of messages; what comes after is lost without a word
 * @param updatesKept for a client that does not read; of more, the oldest are lost without a word
 * @param period between updates; of a session that is open, it stays
 * @param twiceEvery of so many events one comes twice, in its update or the next; 0 for none
 * @param shuffled an update's events come in no order
 * @param lateEvery of so many events one comes {@code late}; 0 for none
 * @param late how much later
 * @param silent nothing comes at all though the connection stands; what is not kept is lost
 * @param ending how sessions end after {@code endAfterUpdates} or {@code endAfter}, whatever is first
 * @param endAfterUpdates 0 for never
 * @param mostSessions at a time, of the account; one more is refused with LimitExceededException
 */
public record TailBehaviour(
        int sampleAbove,
        boolean sampleTold,
        long bytesPerUpdate,
        int updatesKept,
        Duration period,
        int twiceEvery,
        boolean shuffled,
        int lateEvery,
        Duration late,
        boolean silent,
        TailEnding ending,
        int endAfterUpdates,
        Duration endAfter,
        int mostSessions) {
    /** An update a second of at most 500 events, ten updates kept, three hours, fifteen sessions. */
    public static final TailBehaviour AWS = new TailBehaviour(
            500,
            true,
            Long.MAX_VALUE,
            10,
            Duration.ofSeconds(1),
            0,
            false,
            0,
            Duration.ofSeconds(5),
            false,
            TailEnding.TIMED_OUT,
            0,
            Duration.ofHours(3),
            15);

    /** Nothing is left out, however much: for measurements. Updates come four times a second. */
    public static final TailBehaviour UNLIMITED = AWS.samplingAbove(Integer.MAX_VALUE, true)
            .keeping(Integer.MAX_VALUE)
            .every(Duration.ofMillis(250));

    public TailBehaviour samplingAbove(int events, boolean told) {
        return new TailBehaviour(
                events,
                told,
                bytesPerUpdate,
                updatesKept,
                period,
                twiceEvery,
                shuffled,
                lateEvery,
                late,
                silent,
                ending,
                endAfterUpdates,
                endAfter,
                mostSessions);
    }

    /** What is beyond so many bytes of messages in an update is lost. */
    public TailBehaviour droppingAbove(long bytes) {
        return new TailBehaviour(
                sampleAbove,
                sampleTold,
                bytes,
                updatesKept,
                period,
                twiceEvery,
                shuffled,
                lateEvery,
                late,
                silent,
                ending,
                endAfterUpdates,
                endAfter,
                mostSessions);
    }

    /** So many updates wait for a client that does not read. */
    public TailBehaviour keeping(int updates) {
        return new TailBehaviour(
                sampleAbove,
                sampleTold,
                bytesPerUpdate,
                updates,
                period,
                twiceEvery,
                shuffled,
                lateEvery,
                late,
                silent,
                ending,
                endAfterUpdates,
                endAfter,
                mostSessions);
    }

    /** Of sessions that begin from now on. */
    public TailBehaviour every(Duration time) {
        return new TailBehaviour(
                sampleAbove,
                sampleTold,
                bytesPerUpdate,
                updatesKept,
                time,
                twiceEvery,
                shuffled,
                lateEvery,
                late,
                silent,
                ending,
                endAfterUpdates,
                endAfter,
                mostSessions);
    }

    public TailBehaviour twice(int oneOf) {
        return new TailBehaviour(
                sampleAbove,
                sampleTold,
                bytesPerUpdate,
                updatesKept,
                period,
                oneOf,
                shuffled,
                lateEvery,
                late,
                silent,
                ending,
                endAfterUpdates,
                endAfter,
                mostSessions);
    }

    public TailBehaviour shuffling() {
        return new TailBehaviour(
                sampleAbove,
                sampleTold,
                bytesPerUpdate,
                updatesKept,
                period,
                twiceEvery,
                true,
                lateEvery,
                late,
                silent,
                ending,
                endAfterUpdates,
                endAfter,
                mostSessions);
    }

    public TailBehaviour late(int oneOf, Duration by) {
        return new TailBehaviour(
                sampleAbove,
                sampleTold,
                bytesPerUpdate,
                updatesKept,
                period,
                twiceEvery,
                shuffled,
                oneOf,
                by,
                silent,
                ending,
                endAfterUpdates,
                endAfter,
                mostSessions);
    }

    public TailBehaviour silent(boolean is) {
        return new TailBehaviour(
                sampleAbove,
                sampleTold,
                bytesPerUpdate,
                updatesKept,
                period,
                twiceEvery,
                shuffled,
                lateEvery,
                late,
                is,
                ending,
                endAfterUpdates,
                endAfter,
                mostSessions);
    }

    /** After so many updates; 1 is what poor imitations do. */
    public TailBehaviour endingAfter(int updates, TailEnding how) {
        return new TailBehaviour(
                sampleAbove,
                sampleTold,
                bytesPerUpdate,
                updatesKept,
                period,
                twiceEvery,
                shuffled,
                lateEvery,
                late,
                silent,
                how,
                updates,
                endAfter,
                mostSessions);
    }

    /** After so long, by the machine's clock. */
    public TailBehaviour endingAfter(Duration time, TailEnding how) {
        return new TailBehaviour(
                sampleAbove,
                sampleTold,
                bytesPerUpdate,
                updatesKept,
                period,
                twiceEvery,
                shuffled,
                lateEvery,
                late,
                silent,
                how,
                endAfterUpdates,
                time,
                mostSessions);
    }

    public TailBehaviour allowing(int sessions) {
        return new TailBehaviour(
                sampleAbove,
                sampleTold,
                bytesPerUpdate,
                updatesKept,
                period,
                twiceEvery,
                shuffled,
                lateEvery,
                late,
                silent,
                ending,
                endAfterUpdates,
                endAfter,
                sessions);
    }
}
