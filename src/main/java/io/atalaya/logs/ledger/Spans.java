package io.atalaya.logs.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A set of moments, kept as spans that do not touch; milliseconds since the epoch, the end excluded. Guarded by its owner. */
final class Spans {
    private final TreeMap<Long, Long> byStart = new TreeMap<>();

    void add(long from, long to) {
        if (from >= to) {
            return;
        }
        var start = from;
        var end = to;
        var before = byStart.floorEntry(from);
        if (before != null && before.getValue() >= from) {
            start = before.getKey();
            end = Math.max(end, before.getValue());
        }
        for (var next = byStart.ceilingEntry(start); next != null && next.getKey() <= end; ) {
            end = Math.max(end, next.getValue());
            byStart.remove(next.getKey());
            next = byStart.ceilingEntry(start);
        }
        byStart.put(start, end);
    }

    void remove(long from, long to) {
        if (from >= to) {
            return;
        }
        var before = byStart.lowerEntry(from);
        if (before != null && before.getValue() > from) {
            byStart.put(before.getKey(), from);
            if (before.getValue() > to) {
                byStart.put(to, before.getValue());
            }
        }
        for (var next = byStart.ceilingEntry(from); next != null && next.getKey() < to; ) {
            byStart.remove(next.getKey());
            if (next.getValue() > to) {
                byStart.put(to, next.getValue());
            }
            next = byStart.ceilingEntry(from);
        }
    }

    boolean covers(long from, long to) {
        if (from >= to) {
            return true;
        }
        var floor = byStart.floorEntry(from);
        return floor != null && floor.getValue() >= to;
    }

    boolean touches(long from, long to) {
        if (from >= to) {
            return false;
        }
        var floor = byStart.lowerEntry(to);
        return floor != null && floor.getValue() > from;
    }

    Optional<Span> first() {
        return Optional.ofNullable(byStart.firstEntry()).map(e -> new Span(e.getKey(), e.getValue()));
    }

    List<Span> all() {
        var all = new ArrayList<Span>(byStart.size());
        byStart.entrySet().forEach(entry -> all.add(new Span(entry.getKey(), entry.getValue())));
        return all;
    }
}
