package io.atalaya.ui.logs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.atalaya.logs.find.Clause;
import io.atalaya.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** What can be read out of a message: the fields of a JSON object, each of them a filter to be. */
final class DetailParts {
    private static final int MOST_FIELDS = 200;
    private static final int MOST_CHARS = 400;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Texts texts;
    private final Consumer<Clause> filter;

    /** @param filter takes a clause that a person wants */
    DetailParts(Texts texts, Consumer<Clause> filter) {
        this.texts = texts;
        this.filter = filter;
    }

    List<Node> of(String text) {
        var found = new ArrayList<String[]>();
        if (text.startsWith("{")) {
            try {
                collect("", MAPPER.readTree(text), found);
            } catch (JsonProcessingException noJson) {
                return List.of();
            }
        }
        if (found.isEmpty()) {
            return List.of();
        }
        var title = new Label(texts.get("logs.detail.fields", found.size()));
        title.getStyleClass().add("strong");
        var grid = new GridPane();
        grid.getStyleClass().add("log-fields");
        for (var field : found) {
            var name = new Label(LogText.line(field[0]));
            name.getStyleClass().addAll("mono", "muted");
            name.setMinWidth(Region.USE_PREF_SIZE);
            var value = new Hyperlink(LogText.line(cut(field[1])));
            value.getStyleClass().add("mono");
            value.setWrapText(true);
            value.setAccessibleText(texts.get("logs.detail.filterBy", field[0], cut(field[1])));
            value.setOnAction(it -> filter.accept(new Clause(
                    Clause.Kind.INCLUDE, Clause.Mode.FIELD, field[0] + "=" + field[1], true, true)));
            grid.addRow(grid.getRowCount(), name, value);
        }
        return List.of(title, grid);
    }

    private static void collect(String path, JsonNode node, List<String[]> into) {
        if (into.size() >= MOST_FIELDS) {
            return;
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(each -> collect(
                            path.isEmpty() ? each.getKey() : path + "." + each.getKey(), each.getValue(), into));
        } else {
            into.add(new String[] {path, node.isTextual() ? node.textValue() : node.toString()});
        }
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS) + "…";
    }
}
