package io.atalaya.logs.view;

import io.atalaya.logs.StreamName;
import io.atalaya.logs.find.Clause;
import io.atalaya.logs.find.Filter;
import io.atalaya.logs.store.StoredEvents;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** What a view must show, worked out anew from the whole list; knows clauses of plain text and of streams. */
final class NaiveView {
    private final StoredEvents events;
    private final Filter filter;
    private final List<Long> order;

    NaiveView(StoredEvents events, Filter filter) {
        this.events = events;
        this.filter = filter;
        this.order = order(events);
    }

    private static List<Long> order(StoredEvents events) {
        var ids = new long[Math.toIntExact(events.size())];
        int got = events.ids(0, ids);
        return Arrays.stream(ids, 0, got).boxed().toList();
    }

    /** Ids of the rows, oldest first. */
    List<Long> rows() {
        var units = units();
        var passing = units.entrySet().stream()
                .filter(unit -> passes(unit.getKey(), unit.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (filter.around() == 0 || on(Clause.Kind.INCLUDE).isEmpty()) {
            return passing;
        }
        var byStream = new HashMap<Integer, List<Long>>();
        units.keySet().forEach(unit -> byStream.computeIfAbsent(events.stream(unit), key -> new ArrayList<>())
                .add(unit));
        var shown = new TreeSet<Long>();
        for (long match : passing) {
            var stream = byStream.getOrDefault(events.stream(match), List.of());
            int at = stream.indexOf(match);
            shown.addAll(stream.subList(
                    Math.max(0, at - filter.around()), Math.min(stream.size(), at + filter.around() + 1)));
        }
        return order.stream().filter(shown::contains).toList();
    }

    private Map<Long, List<Long>> units() {
        var units = new LinkedHashMap<Long, List<Long>>();
        for (int i = 0; i < order.size(); i++) {
            long id = order.get(i);
            long head = filter.folded() && events.continues(id) ? head(i) : id;
            units.computeIfAbsent(head < 0 ? id : head, key -> new ArrayList<>())
                    .add(id);
        }
        return units;
    }

    private long head(int at) {
        long id = order.get(at);
        for (int i = at - 1; i >= Math.max(0, at - Folds.FAR); i--) {
            long each = order.get(i);
            if (events.timestamp(id) - events.timestamp(each) > Folds.LATE_MILLIS) {
                return -1;
            }
            if (events.stream(each) == events.stream(id) && !events.continues(each)) {
                return each;
            }
        }
        return -1;
    }

    private List<Clause> on(Clause.Kind kind) {
        return filter.clauses().stream()
                .filter(clause -> clause.on() && clause.kind() == kind)
                .toList();
    }

    private boolean passes(long unit, List<Long> lines) {
        StreamName stream = events.streamName(events.stream(unit));
        var includes = on(Clause.Kind.INCLUDE);
        return filter.levels().contains(events.level(unit))
                && (filter.groups().isEmpty() || filter.groups().contains(stream.group()))
                && (includes.isEmpty()
                        || lines.stream().anyMatch(line -> includes.stream().anyMatch(it -> matches(it, line))))
                && lines.stream()
                        .noneMatch(line -> on(Clause.Kind.EXCLUDE).stream().anyMatch(it -> matches(it, line)));
    }

    long matched(Clause clause) {
        return clause.on() ? order.stream().filter(id -> matches(clause, id)).count() : 0;
    }

    private boolean matches(Clause clause, long id) {
        var text = clause.mode() == Clause.Mode.STREAM
                ? events.streamName(events.stream(id)).stream()
                : new String(events.text(id).toArray(java.lang.foreign.ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
        return clause.matchCase()
                ? text.contains(clause.text())
                : text.toLowerCase(Locale.ROOT).contains(clause.text().toLowerCase(Locale.ROOT));
    }
}
