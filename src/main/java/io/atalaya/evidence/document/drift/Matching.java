package io.atalaya.evidence.document.drift;

import io.atalaya.evidence.document.Block.Table;
import io.atalaya.evidence.document.Column;
import io.atalaya.evidence.document.Row;
import io.atalaya.evidence.document.drift.Difference.Change;
import io.atalaya.evidence.document.drift.Difference.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of before among those of now: by AWS's identifier; then one that says the same, so that a machine which a
 * scaling group replaced is no difference; then, where the first column is a name, the most alike of the same name.
 */
final class Matching {
    /** Of one name and unmatched: beyond, the next is as good as the most alike. */
    private static final int FEW = 100;

    private final Table table;
    private final Known.Table before;
    private final boolean anyCase;
    private final Set<Known.Row> open = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    private final Set<Row> free = new LinkedHashSet<>();
    private final Map<Row, Known.Row> pairs = new LinkedHashMap<>();

    /** @param anyCase whether letters are compared without their case */
    Matching(Table table, Known.Table before, boolean anyCase) {
        this.table = table;
        this.before = before;
        this.anyCase = anyCase;
        open.addAll(before.rows());
        free.addAll(table.rows());
    }

    List<Difference> differences() {
        byId();
        byContent();
        if (table.named()) {
            byName();
        }
        var found = new ArrayList<Difference>();
        for (var row : table.rows()) {
            var was = pairs.get(row);
            if (was != null) {
                changed(row, was).ifPresent(found::add);
            } else if (before.whole()) {
                found.add(new Difference(Kind.ADDED, table.key(), row.id(), name(row), null, List.of()));
            }
        }
        if (table.tellsAbsence()) {
            before.rows().stream()
                    .filter(open::contains)
                    .forEach(it -> found.add(new Difference(Kind.REMOVED, table.key(), null, name(it), it, List.of())));
        }
        return found;
    }

    private java.util.Optional<Difference> changed(Row row, Known.Row was) {
        var changes = new ArrayList<Change>();
        for (int i = 0; i < table.columns().size(); i++) {
            var column = table.columns().get(i);
            var now = row.cells().get(i).plain();
            var then = was.cell(column.key());
            if (column.compared() && now != null && then != null && !same(then, now)) {
                changes.add(new Change(column.key(), then, now));
            }
        }
        return changes.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(new Difference(Kind.CHANGED, table.key(), row.id(), name(row), was, changes));
    }

    private void byId() {
        var ids = new HashMap<String, Known.Row>();
        before.rows().stream().filter(it -> it.id() != null).forEach(it -> ids.put(it.id(), it));
        for (var row : table.rows()) {
            pair(row, ids.remove(row.id()));
        }
    }

    private void byContent() {
        var byFirst = freeByFirst();
        for (var was : before.rows()) {
            if (open.contains(was)) {
                var first = was.cell(table.columns().getFirst().key());
                var some = first == null ? List.copyOf(free) : byFirst.getOrDefault(folded(first), List.of());
                some.stream()
                        .filter(free::contains)
                        .filter(row -> unlike(row, was) == 0)
                        .findFirst()
                        .ifPresent(row -> pair(row, was));
            }
        }
    }

    private void byName() {
        var byFirst = freeByFirst();
        for (var was : before.rows()) {
            var first = was.cell(table.columns().getFirst().key());
            if (open.contains(was) && first != null) {
                byFirst.getOrDefault(folded(first), List.of()).stream()
                        .filter(free::contains)
                        .limit(FEW)
                        .min(java.util.Comparator.comparingInt(row -> unlike(row, was)))
                        .ifPresent(row -> pair(row, was));
            }
        }
    }

    private Map<String, List<Row>> freeByFirst() {
        var map = new HashMap<String, List<Row>>();
        for (var row : free) {
            var first = row.cells().getFirst().plain();
            map.computeIfAbsent(folded(first == null ? "" : first), unused -> new ArrayList<>())
                    .add(row);
        }
        return map;
    }

    private void pair(Row row, Known.@Nullable Row was) {
        if (was != null && open.remove(was)) {
            free.remove(row);
            pairs.put(row, was);
        }
    }

    private int unlike(Row row, Known.Row was) {
        var count = 0;
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            var now = row.cells().get(i).plain();
            var then = was.cell(column.key());
            if (column.compared() && now != null && then != null && !same(then, now)) {
                count++;
            }
        }
        return count;
    }

    private boolean same(String then, String now) {
        return anyCase ? then.equalsIgnoreCase(now) : then.equals(now);
    }

    private String folded(String text) {
        return anyCase ? text.toLowerCase(java.util.Locale.ROOT) : text;
    }

    /** The first column, and for what belongs to something else what it is. */
    private String name(Row row) {
        var words = new ArrayList<String>();
        for (int i = 0; i < Math.min(table.named() ? 1 : 3, row.cells().size()); i++) {
            var plain = row.cells().get(i).plain();
            if (plain != null && !plain.isEmpty()) {
                words.add(plain);
            }
        }
        return words.isEmpty() ? row.id() : String.join(" ", words);
    }

    private String name(Known.Row row) {
        var words = new ArrayList<String>();
        for (var column : table.columns()
                .subList(0, Math.min(table.named() ? 1 : 3, table.columns().size()))) {
            var plain = row.cell(column.key());
            if (plain != null && !plain.isEmpty()) {
                words.add(plain);
            }
        }
        return words.isEmpty() ? String.valueOf(row.id()) : String.join(" ", words);
    }
}
