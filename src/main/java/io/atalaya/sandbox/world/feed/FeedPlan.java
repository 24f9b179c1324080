package io.atalaya.sandbox.world.feed;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a numbered feed writes. Begin with {@link #steady} or {@link #nasty} and change what matters.
 *
 * @param prefix the groups are called {@code PREFIX-00}, {@code PREFIX-01} and so on, their streams {@code writer-000} ...
 * @param perSecond events a second over all groups together, twins not counted; may be a fraction
 * @param bytes the least length of a message, by filling it up
 * @param gridMillis timestamps are multiples of so many milliseconds: 1,000 puts a whole second's events into one
 * @param prompt most events are ingested within so long
 * @param lateEvery of so many numbers one is late; 0 for none
 * @param latest late events are ingested after two seconds up to this
 * @param aheadEvery of so many numbers one has a timestamp from the future; 0 for none
 * @param ahead timestamps from the future are up to so much too late
 * @param twinEvery of so many numbers one is written twice, alike in everything but the event id; 0 for none
 * @param from when it begins; null for the world's present, to the second
 * @param until when it ends; null for never
 */
public record FeedPlan(
        String prefix,
        int groups,
        int streams,
        double perSecond,
        Shape shape,
        int bytes,
        int gridMillis,
        Duration prompt,
        int lateEvery,
        Duration latest,
        int aheadEvery,
        Duration ahead,
        int twinEvery,
        @Nullable Instant from,
        @Nullable Instant until) {
    public FeedPlan {
        if (groups < 1 || streams < 1 || perSecond <= 0 || gridMillis < 1 || gridMillis > 1_000) {
            throw new IllegalArgumentException("a feed needs groups, streams, a rate and a grid of 1 to 1,000 ms");
        }
    }

    /** Ingested within 1.2 s, no twins, one line each. */
    public static FeedPlan steady(int groups, int streams, double perSecond) {
        return new FeedPlan(
                "/feed/steady",
                groups,
                streams,
                perSecond,
                Shape.PLAIN,
                0,
                1,
                Duration.ofMillis(1_200),
                0,
                Duration.ofSeconds(120),
                0,
                Duration.ofMinutes(5),
                0,
                null,
                null);
    }

    /** One in 50 up to two minutes late, one in 499 from the future, one in 37 a twin; lines, JSON and stack traces. */
    public static FeedPlan nasty(int groups, int streams, double perSecond) {
        return steady(groups, streams, perSecond)
                .named("/feed/nasty")
                .shaped(Shape.MIXED)
                .late(50, Duration.ofSeconds(120))
                .ahead(499, Duration.ofMinutes(5))
                .twins(37);
    }

    public FeedPlan named(String other) {
        return new FeedPlan(
                other,
                groups,
                streams,
                perSecond,
                shape,
                bytes,
                gridMillis,
                prompt,
                lateEvery,
                latest,
                aheadEvery,
                ahead,
                twinEvery,
                from,
                until);
    }

    public FeedPlan shaped(Shape other) {
        return new FeedPlan(
                prefix,
                groups,
                streams,
                perSecond,
                other,
                bytes,
                gridMillis,
                prompt,
                lateEvery,
                latest,
                aheadEvery,
                ahead,
                twinEvery,
                from,
                until);
    }

    public FeedPlan filledTo(int length) {
        return new FeedPlan(
                prefix,
                groups,
                streams,
                perSecond,
                shape,
                length,
                gridMillis,
                prompt,
                lateEvery,
                latest,
                aheadEvery,
                ahead,
                twinEvery,
                from,
                until);
    }

    /** Timestamps on a grid. */
    public FeedPlan grid(int millis) {
        return new FeedPlan(
                prefix,
                groups,
                streams,
                perSecond,
                shape,
                bytes,
                millis,
                prompt,
                lateEvery,
                latest,
                aheadEvery,
                ahead,
                twinEvery,
                from,
                until);
    }

    /** Ingested within so long. */
    public FeedPlan prompt(Duration within) {
        return new FeedPlan(
                prefix,
                groups,
                streams,
                perSecond,
                shape,
                bytes,
                gridMillis,
                within,
                lateEvery,
                latest,
                aheadEvery,
                ahead,
                twinEvery,
                from,
                until);
    }

    public FeedPlan late(int every, Duration most) {
        return new FeedPlan(
                prefix,
                groups,
                streams,
                perSecond,
                shape,
                bytes,
                gridMillis,
                prompt,
                every,
                most,
                aheadEvery,
                ahead,
                twinEvery,
                from,
                until);
    }

    public FeedPlan ahead(int every, Duration most) {
        return new FeedPlan(
                prefix,
                groups,
                streams,
                perSecond,
                shape,
                bytes,
                gridMillis,
                prompt,
                lateEvery,
                latest,
                every,
                most,
                twinEvery,
                from,
                until);
    }

    public FeedPlan twins(int every) {
        return new FeedPlan(
                prefix,
                groups,
                streams,
                perSecond,
                shape,
                bytes,
                gridMillis,
                prompt,
                lateEvery,
                latest,
                aheadEvery,
                ahead,
                every,
                from,
                until);
    }

    /** Begins and ends then, by the world's clock. */
    public FeedPlan between(Instant begin, @Nullable Instant end) {
        return new FeedPlan(
                prefix,
                groups,
                streams,
                perSecond,
                shape,
                bytes,
                gridMillis,
                prompt,
                lateEvery,
                latest,
                aheadEvery,
                ahead,
                twinEvery,
                begin,
                end);
    }

    /** Begins {@code before} the world's clock says {@code now} and ends {@code after} it. */
    public FeedPlan around(Instant now, Duration before, Duration after) {
        return between(now.minus(before), now.plus(after));
    }
}
