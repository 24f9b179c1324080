package io.atalaya.ui.logs;

import io.atalaya.logs.find.Clause;
import io.atalaya.logs.understand.Field;
import io.atalaya.logs.understand.Fields;
import io.atalaya.logs.understand.PrettyJson;
import io.atalaya.logs.understand.Trace;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What can be read out of a message: its trace with what caused it, its fields, each of them a filter to be, and laid out JSON. */
final class DetailParts {
    private static final int MOST_FIELDS = 120;
    private static final int MOST_CHARS = 400;
    private static final int MOST_FRAMES = 8;

    private final Texts texts;
    private final Units units;
    private final Consumer<Clause> filter;

    /** @param filter takes a clause that a person wants */
    DetailParts(Texts texts, Consumer<Clause> filter) {
        this.texts = texts;
        this.units = new Units(texts.getLocale());
        this.filter = filter;
    }

    List<Node> of(String text) {
        var parts = new ArrayList<Node>();
        Trace.of(text).ifPresent(it -> trace(it, parts));
        var fields = Fields.of(text);
        if (!fields.all().isEmpty()) {
            parts.add(title(
                    texts.get("logs.detail.fields", units.count(fields.all().size()))));
            parts.add(table(fields));
        }
        return parts;
    }

    /** How the text is shown: JSON laid out, everything else as it came. */
    static String laidOut(String text) {
        return PrettyJson.of(text).orElse(text);
    }

    private void trace(Trace trace, List<Node> into) {
        into.add(title(texts.get("logs.detail.trace")));
        for (var thrown : trace.thrown()) {
            var block = new VBox();
            block.getStyleClass().add("log-thrown");
            var head = new Label(LogText.line((thrown.relation() == Trace.Relation.OUTERMOST
                            ? ""
                            : texts.get("logs.detail."
                                            + thrown.relation().name().toLowerCase(java.util.Locale.ROOT)) + " ")
                    + thrown.headline()));
            head.getStyleClass().add(thrown.equals(trace.root()) ? "log-root" : "mono");
            head.setWrapText(true);
            block.getChildren().add(head);
            thrown.frames().stream().limit(MOST_FRAMES).forEach(it -> block.getChildren()
                    .add(frame(LogText.line(it))));
            var more = thrown.frames().size() - MOST_FRAMES + thrown.common();
            if (more > 0) {
                block.getChildren().add(frame(texts.get("logs.detail.moreFrames", units.count(more))));
            }
            into.add(block);
        }
    }

    private static Label frame(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("mono-small", "muted");
        return label;
    }

    private static Label title(String words) {
        var title = new Label(words);
        title.getStyleClass().add("strong");
        return title;
    }

    private GridPane table(Fields fields) {
        var grid = new GridPane();
        grid.getStyleClass().add("log-fields");
        fields.all().stream().limit(MOST_FIELDS).forEach(it -> {
            var name = new Label(cut(LogText.line(it.name())));
            name.getStyleClass().addAll("mono", "muted");
            name.setMinWidth(Region.USE_PREF_SIZE);
            name.setMaxWidth(160);
            grid.addRow(grid.getRowCount(), name, value(it));
        });
        return grid;
    }

    private Hyperlink value(Field field) {
        var value = new Hyperlink(cut(LogText.line(field.value())));
        value.getStyleClass().add("mono");
        value.setWrapText(true);
        value.setAccessibleText(
                texts.get("logs.detail.filterBy", cut(LogText.line(field.name())), cut(LogText.line(field.value()))));
        value.setOnAction(it -> {
            value.setVisited(false);
            filter.accept(
                    new Clause(Clause.Kind.INCLUDE, Clause.Mode.FIELD, field.name() + "=" + field.value(), true, true));
        });
        return value;
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS) + "…";
    }
}
