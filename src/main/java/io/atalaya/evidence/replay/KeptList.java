package io.atalaya.evidence.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a part as a capsule has them.
 *
 * @param rows by key, in the capsule's order
 * @param complete whether every page was read
 * @param problem why it could not be read, with the call; null when it could
 */
public record KeptList(
        String part,
        Map<RowKey, Map<String, String>> rows,
        boolean complete,
        @Nullable String problem) {
    public KeptList {
        rows = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    static KeptList read(String part, JsonNode node) {
        var fields = new ArrayList<Map<String, String>>();
        for (var item : node.path("items")) {
            var row = new LinkedHashMap<String, String>();
            item.properties().forEach(it -> row.put(it.getKey(), text(it.getValue())));
            fields.add(row);
        }
        var problem = node.path("problem");
        return of(part, fields, node.path("complete").asBoolean(), problem.isObject() ? words(problem) : null);
    }

    /** Rows as they were listed; of two with the same key the second is another row. */
    static KeptList of(String part, List<Map<String, String>> fields, boolean complete, @Nullable String problem) {
        var columns = new LinkedHashSet<String>();
        fields.forEach(it -> columns.addAll(it.keySet()));
        var keys = ListKeys.of(part, columns);
        var rows = new LinkedHashMap<RowKey, Map<String, String>>();
        for (var row : fields) {
            var values = keys.stream().map(it -> row.getOrDefault(it, "")).toList();
            int copy = 1;
            while (rows.containsKey(new RowKey(keys, values, copy))) {
                copy++;
            }
            rows.put(new RowKey(keys, values, copy), row);
        }
        return new KeptList(part, rows, complete, problem);
    }

    private static String words(JsonNode problem) {
        return (problem.path("call").asText() + " " + problem.path("code").asText() + " "
                        + problem.path("message").asText())
                .strip();
    }

    private static String text(JsonNode value) {
        return value.isNull() || value.isMissingNode()
                ? ""
                : value.isContainerNode() ? value.toString() : value.asText();
    }
}
