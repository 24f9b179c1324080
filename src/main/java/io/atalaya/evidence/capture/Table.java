package io.atalaya.evidence.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.atalaya.deployment.text.Csv;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * All rows of a list.
 *
 * @param title the part's id
 * @param pages how many AWS sent
 * @param askedAt when AWS was asked, ISO 8601; empty when it was not
 */
public record Table(String title, List<String> columns, List<List<String>> rows, int pages, String askedAt) {
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Of a part as {@link ModelJson} writes it. What has parts of its own is written as JSON. */
    public static Table of(ObjectNode part) {
        var items = part.path("items");
        var columns = new LinkedHashSet<String>();
        for (var item : items) {
            item.fieldNames().forEachRemaining(columns::add);
        }
        var rows = new ArrayList<List<String>>(items.size());
        for (var item : items) {
            rows.add(columns.stream().map(it -> cell(item.path(it))).toList());
        }
        return new Table(
                part.path("part").asText(),
                List.copyOf(columns),
                rows,
                part.path("pages").asInt(),
                part.path("askedAt").asText(""));
    }

    private static String cell(JsonNode value) {
        if (value.isNull() || value.isMissingNode() || (value.isContainerNode() && value.isEmpty())) {
            return "";
        }
        return value.isContainerNode() ? value.toString() : value.asText();
    }

    /** All rows, with a head. */
    public byte[] csv() {
        var text = new StringBuilder(columns.isEmpty() ? "" : Csv.line(columns));
        rows.forEach(row -> text.append(Csv.line(row)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
