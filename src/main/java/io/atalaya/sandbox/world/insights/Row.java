package io.atalaya.sandbox.world.insights;

import io.atalaya.sandbox.world.logs.LogLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What commands pass on: an event with its fields, or a line of statistics. Values are String, Double or Boolean. */
final class Row {
    private final @Nullable LogLine line;
    private final String account;
    private final Map<String, Object> values = new HashMap<>();
    private @Nullable Map<String, Object> discovered;

    private Row(@Nullable LogLine line, String account) {
        this.line = line;
        this.account = account;
    }

    static Row of(LogLine line, String account) {
        return new Row(line, account);
    }

    static Row ofStatistics(List<String> names, List<? extends @Nullable Object> cells) {
        var row = new Row(null, "");
        for (int i = 0; i < names.size(); i++) {
            row.set(names.get(i), cells.get(i));
        }
        return row;
    }

    void set(String name, @Nullable Object value) {
        if (value == null) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
    }

    /** A field's value; null where the row has none. */
    @Nullable
    Object get(String name) {
        Object value = values.get(name);
        if (value != null || line == null) {
            return value;
        }
        return switch (name) {
            case "@timestamp" -> Values.time(line.millis());
            case "@ingestionTime" -> Values.time(line.ingested());
            case "@message" -> line.message();
            case "@logStream" -> line.stream();
            case "@log" -> account + ':' + line.group();
            case "@ptr" -> Pointer.of(line);
            default -> {
                if (discovered == null) {
                    discovered = JsonFields.of(line.message());
                }
                yield discovered.get(name);
            }
        };
    }

    /** When it happened, milliseconds since the epoch; 0 for statistics. */
    long millis() {
        return line == null ? 0 : line.millis();
    }

    boolean isEvent() {
        return line != null;
    }
}
