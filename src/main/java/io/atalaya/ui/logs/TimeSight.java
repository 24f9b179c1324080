package io.atalaya.ui.logs;

import io.atalaya.logs.ledger.Gap;
import io.atalaya.logs.ledger.Minute;
import java.util.ArrayList;
import java.util.List;

/**
 * What the time axis shows at one moment.
 *
 * @param from milliseconds since the epoch
 * @param to after {@code from}
 * @param newest of the newest event
 * @param live whether more comes
 * @param buckets counts by level in equal spans
 * @param parts of the strip, painted in this order
 * @param end what is written at the right end: {@code 14:03:39 now}
 * @param spoken the whole in words
 */
record TimeSight(
        long from,
        long to,
        long newest,
        boolean live,
        List<long[]> buckets,
        List<Part> parts,
        Span brush,
        Clock clock,
        String end,
        String spoken) {
    static final TimeSight NOTHING = new TimeSight(
            0, 1, 0, false, List.of(), List.of(), Span.ALL, new Clock(java.time.ZoneOffset.UTC, true), "", "");

    TimeSight {
        buckets = List.copyOf(buckets);
        parts = List.copyOf(parts);
    }

    /** From quiet to loud. */
    enum Kind {
        DELIVERED,
        CONFIRMED,
        RECOVERED,
        DOUBT,
        GAP
    }

    /** A stretch of the strip. */
    record Part(Kind kind, long from, long to) {}

    /** The stretches of the strip: what came, what was confirmed, and over it what was not. */
    static List<Part> parts(List<Minute> minutes, List<Gap> gaps, long sweptTo, long from, long to) {
        var parts = new ArrayList<Part>();
        for (var minute : minutes) {
            var start = Math.max(from, minute.start());
            var end = Math.min(to, minute.start() + 60_000);
            if (end <= start) {
                continue;
            }
            parts.add(new Part(Kind.DELIVERED, start, end));
            if (sweptTo > start) {
                parts.add(new Part(Kind.CONFIRMED, start, Math.min(end, sweptTo)));
            }
        }
        for (var minute : minutes) {
            if (minute.state() == Minute.State.IN_DOUBT && minute.start() + 60_000 > from && minute.start() < to) {
                parts.add(new Part(Kind.DOUBT, minute.start(), minute.start() + 60_000));
            }
        }
        for (var gap : gaps) {
            if (gap.to() > from && gap.from() < to) {
                parts.add(new Part(
                        switch (gap.state()) {
                            case CLOSED -> Kind.RECOVERED;
                            case IN_DOUBT, LEFT -> Kind.DOUBT;
                            case OPEN, WAITING -> Kind.GAP;
                        },
                        gap.from(),
                        gap.to()));
            }
        }
        return merged(parts);
    }

    /** Neighbours of one kind as one, so that no hairline is seen between two minutes. */
    private static List<Part> merged(List<Part> parts) {
        var merged = new ArrayList<Part>();
        for (var part : parts) {
            var before = merged.stream()
                    .filter(it -> it.kind() == part.kind() && it.to() >= part.from() && it.from() <= part.to())
                    .findFirst();
            if (before.isPresent()) {
                var one = before.get();
                merged.set(
                        merged.indexOf(one),
                        new Part(one.kind(), Math.min(one.from(), part.from()), Math.max(one.to(), part.to())));
            } else {
                merged.add(part);
            }
        }
        merged.sort(java.util.Comparator.comparing(Part::kind));
        return merged;
    }
}
