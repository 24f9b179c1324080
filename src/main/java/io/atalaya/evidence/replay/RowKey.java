package io.atalaya.evidence.replay;

import java.util.List;

/**
 * By what a row is the same row in another capsule.
 *
 * @param columns that make it out
 * @param values in these
 * @param copy from 1; higher where AWS lists the same thing twice
 */
public record RowKey(List<String> columns, List<String> values, int copy) {
    public RowKey {
        columns = List.copyOf(columns);
        values = List.copyOf(values);
    }

    /** For people: {@code i-0f3d}, {@code arn:… 443}. */
    public String words() {
        var filled = values.stream().filter(it -> !it.isEmpty()).toList();
        return String.join(" ", filled) + (copy > 1 ? " (" + copy + ")" : "");
    }
}
