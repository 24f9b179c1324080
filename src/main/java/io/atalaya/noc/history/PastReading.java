package io.atalaya.noc.history;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;

/** From the tables to lines: the minutes of an hour where they are kept, else its five minutes. */
final class PastReading {
    private final Tables tables;
    private final Packed packed;

    PastReading(Tables tables, Packed packed) {
        this.tables = tables;
        this.packed = packed;
    }

    Map<String, Past> of(String deployment, Collection<String> series, Instant from, Instant to)
            throws SQLException, DataFormatException {
        var ids = new HashMap<Integer, String>();
        for (var name : series) {
            tables.find(deployment, name).ifPresent(id -> ids.put(id, name));
        }
        var recent = recent(ids.keySet());
        var pasts = new HashMap<String, Past>();
        for (var id : ids.entrySet()) {
            var past = past(id.getKey(), recent.getOrDefault(id.getKey(), Map.of()), from, to);
            if (!past.isEmpty()) {
                pasts.put(id.getValue(), new Past(past));
            }
        }
        return pasts;
    }

    private Map<Integer, Map<Long, double[]>> recent(Set<Integer> wanted) throws SQLException {
        var recent = new HashMap<Integer, Map<Long, double[]>>();
        tables.recent((series, minute, value) -> {
            if (wanted.contains(series)) {
                recent.computeIfAbsent(series, key -> new TreeMap<>())
                        .computeIfAbsent(Math.floorDiv(minute, 60L), key -> Hour.empty())[
                        (int) Math.floorMod(minute, 60L)] = value;
            }
        });
        return recent;
    }

    private List<Span> past(int series, Map<Long, double[]> recent, Instant from, Instant to)
            throws SQLException, DataFormatException {
        var spans = new ArrayList<Span>();
        for (var hour = Tidying.hour(from); hour <= Tidying.hour(to); hour++) {
            for (var span : hour(hour, series, recent.get(hour))) {
                if (span.at().plus(span.length()).isAfter(from) && !span.at().isAfter(to)) {
                    spans.add(span);
                }
            }
        }
        return spans;
    }

    private List<Span> hour(long hour, int series, double @Nullable [] recent)
            throws SQLException, DataFormatException {
        var kept = tables.minutes(hour, series);
        if (kept == null && recent == null) {
            var fives = tables.fives(hour, series);
            return fives == null ? List.of() : Hour.spansOfFives(hour, packed.unpack(fives, Hour.sizeOfFives()));
        }
        var minutes = kept == null ? Hour.empty() : packed.unpack(kept, Hour.MINUTES);
        for (var i = 0; recent != null && i < minutes.length; i++) {
            if (!Double.isNaN(recent[i])) {
                minutes[i] = recent[i];
            }
        }
        return Hour.spansOfMinutes(hour, minutes);
    }
}
