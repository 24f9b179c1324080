package io.atalaya.evidence.document.drift;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row that is not what it was.
 *
 * @param table key of the table
 * @param row identifier of the row now; null for one that is gone
 * @param name of what it is about, AWS's text
 * @param before what it was; null for one that came
 * @param changes for one that changed
 */
public record Difference(
        Kind kind, String table, @Nullable String row, String name, Known.@Nullable Row before, List<Change> changes) {
    public Difference {
        changes = List.copyOf(changes);
    }

    /** What became of a row. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** What one column was and is, in no language. */
    public record Change(String column, String before, String now) {}
}
