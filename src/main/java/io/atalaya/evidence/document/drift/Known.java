package io.atalaya.evidence.document.drift;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a baseline says of tables, in no language. */
public final class Known {
    private Known() {}

    /**
     * A row of before.
     *
     * @param id AWS's; null where a person wrote the row
     * @param cells by column; one that is not there was not read, or was not written
     */
    public record Row(@Nullable String id, Map<String, String> cells) {
        public Row {
            cells = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        }

        public @Nullable String cell(String column) {
            return cells.get(column);
        }
    }

    /**
     * A table of before.
     *
     * @param whole whether a row that is not in it was not there
     */
    public record Table(String key, boolean whole, List<Row> rows) {
        public Table {
            rows = List.copyOf(rows);
        }
    }
}
