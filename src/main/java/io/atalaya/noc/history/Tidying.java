package io.atalaya.noc.history;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;

/** From what arrived to what is kept: whole hours, by series, the last value of a minute before all others. */
final class Tidying {
    /** Points of a metric still change this long after their minute. */
    private static final Duration LATE = Duration.ofMinutes(15);

    private static final double ROOM = 0.9;

    private final Tables tables;
    private final Packed packed;
    private final Keep keep;

    Tidying(Tables tables, Packed packed, Keep keep) {
        this.tables = tables;
        this.packed = packed;
        this.keep = keep;
    }

    void upTo(Instant now) throws SQLException, DataFormatException {
        var open = hour(now.minus(LATE));
        var minutesBefore = hour(now.minus(keep.minutes()));
        var whole = new TreeMap<Long, Map<Integer, double[]>>();
        var rest = new ArrayList<Tables.Point>();
        tables.recent((series, minute, value) -> {
            var hour = Math.floorDiv(minute, 60L);
            if (hour >= open) {
                rest.add(new Tables.Point(series, minute, value));
            } else {
                whole.computeIfAbsent(hour, key -> new HashMap<>())
                        .computeIfAbsent(series, key -> Hour.empty())[(int) Math.floorMod(minute, 60L)] = value;
            }
        });
        if (!whole.isEmpty()) {
            for (var hour : whole.entrySet()) {
                for (var series : new TreeMap<>(hour.getValue()).entrySet()) {
                    merge(hour.getKey(), series.getKey(), series.getValue());
                }
            }
            tables.forgetRecent();
            if (!rest.isEmpty()) {
                tables.putRecent(Tables.points(rest));
            }
        }
        tables.forgetBefore(minutesBefore, hour(now.minus(keep.fives())));
        makeRoom();
    }

    private void merge(long hour, int series, double[] news) throws SQLException, DataFormatException {
        if (!tables.hasSeries(series)) {
            return;
        }
        var known = tables.minutes(hour, series);
        if (known == null && tables.fives(hour, series) != null) {
            return; // its minutes are gone: five minutes that lack some of theirs would not be true
        }
        if (known != null) {
            var before = packed.unpack(known, Hour.MINUTES);
            for (var i = 0; i < news.length; i++) {
                if (Double.isNaN(news[i])) {
                    news[i] = before[i];
                }
            }
        }
        tables.put(hour, series, packed.pack(news), packed.pack(Hour.fives(news)));
    }

    private void makeRoom() throws SQLException {
        if (tables.used() <= keep.bytes()) {
            return;
        }
        var most = (long) (keep.bytes() * ROOM);
        for (var oldest = tables.oldest(); oldest.isPresent() && tables.used() > most; oldest = tables.oldest()) {
            tables.forgetBefore(oldest.get() + 1, oldest.get() + 1);
        }
    }

    static long hour(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), 3600L);
    }
}
