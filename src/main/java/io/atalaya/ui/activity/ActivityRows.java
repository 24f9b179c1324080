package io.atalaya.ui.activity;

import io.atalaya.operate.journal.JournalEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Joins the lines of a journal to acts. */
final class ActivityRows {
    private record Numbered(JournalEntry entry, int number) {}

    private ActivityRows() {}

    /**
     * @param entries of the journal in its order
     * @param underWay the operations this program is watching now
     * @return newest first; an outcome whose intent is not there is left out: the chain says that
     */
    static List<ActivityRow> of(List<JournalEntry> entries, Set<String> underWay) {
        var intents = new LinkedHashMap<String, Numbered>();
        var ends = new LinkedHashMap<String, Numbered>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            if (entry.kind() == JournalEntry.Kind.NOTED) {
                intents.put(entry.operation(), new Numbered(entry, i + 1));
            }
            var into = entry.kind() == JournalEntry.Kind.INTENT ? intents : ends;
            into.put(entry.operation(), new Numbered(entry, i + 1));
        }
        var rows = new ArrayList<ActivityRow>();
        intents.forEach((operation, intent) -> rows.add(row(intent, ends.get(operation), underWay)));
        return List.copyOf(rows.reversed());
    }

    private static ActivityRow row(Numbered intent, @Nullable Numbered end, Set<String> underWay) {
        var ending = end != null
                ? ActivityRow.Ending.of(end.entry().verdict())
                : underWay.contains(intent.entry().operation())
                        ? ActivityRow.Ending.UNDER_WAY
                        : ActivityRow.Ending.UNKNOWN;
        return new ActivityRow(
                intent.entry(),
                intent.number(),
                end == null ? null : end.entry(),
                end == null ? 0 : end.number(),
                ending,
                null);
    }

    /** How many end in each way. */
    static Map<ActivityRow.Ending, Integer> counts(List<ActivityRow> rows) {
        var counts = new LinkedHashMap<ActivityRow.Ending, Integer>();
        rows.forEach(row -> counts.merge(Objects.requireNonNull(row.ending()), 1, Integer::sum));
        return counts;
    }
}
