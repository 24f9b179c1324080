package io.atalaya.ui.acting;

import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Texts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;

/** The control a field is filled in with; it tells its value with every key. */
final class FieldControl {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Texts texts;
    private final ZoneId zone;

    FieldControl(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    /** What a field is called. */
    static String label(ActField field, Texts texts) {
        return texts.get("operate.field." + field.id());
    }

    Node of(ActField field, Consumer<Object> typed) {
        var label = label(field, texts);
        var control =
                switch (field) {
                    case ActField.Text it ->
                        it.lines() == 1 ? line(it.initial(), typed) : area(it.initial(), it.lines(), typed);
                    case ActField.Number it -> figure(it.initial(), typed);
                    case ActField.Choice it -> choice(it, typed);
                    case ActField.Check it -> check(it, label, typed);
                    case ActField.Pairs it -> area(text(it.initial()), 4, text -> typed.accept(pairs((String) text)));
                    case ActField.Picks it -> picks(it, typed);
                    case ActField.Numbers it -> numbers(it, typed);
                    case ActField.Moment it -> line(local(it.initial()), text -> typed.accept(moment((String) text)));
                };
        control.setId("act-" + field.id());
        control.setAccessibleText(label);
        return control;
    }

    private static TextField line(String initial, Consumer<Object> typed) {
        return following(new TextField(initial), typed);
    }

    private static TextField figure(String initial, Consumer<Object> typed) {
        var field = line(initial, typed);
        field.getStyleClass().addAll("mono", "act-figure");
        return field;
    }

    private static TextArea area(String initial, int lines, Consumer<Object> typed) {
        var area = following(new TextArea(initial), typed);
        area.setPrefRowCount(lines);
        area.setWrapText(true);
        area.getStyleClass().addAll("mono", "act-area");
        return area;
    }

    private static <T extends TextInputControl> T following(T control, Consumer<Object> typed) {
        control.textProperty().addListener((it, before, now) -> typed.accept(now == null ? "" : now));
        return control;
    }

    private ComboBox<ActField.Option> choice(ActField.Choice field, Consumer<Object> typed) {
        var box = new ComboBox<ActField.Option>();
        box.getItems().addAll(field.options());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(ActField.Option option) {
                return option == null ? "" : AwsText.line(option.label());
            }

            @Override
            public ActField.Option fromString(String label) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        field.options().stream()
                .filter(it -> it.value().equals(field.initial()))
                .findFirst()
                .ifPresent(box::setValue);
        box.valueProperty().addListener((it, before, now) -> typed.accept(now == null ? "" : now.value()));
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    private static CheckBox check(ActField.Check field, String label, Consumer<Object> typed) {
        var box = new CheckBox(label);
        box.setSelected(field.initial());
        box.selectedProperty().addListener((it, before, now) -> typed.accept(now));
        return box;
    }

    private static GridPane numbers(ActField.Numbers field, Consumer<Object> typed) {
        var grid = new GridPane();
        grid.getStyleClass().add("act-numbers");
        var values = new LinkedHashMap<>(field.initial());
        for (var name : field.names()) {
            var figure = figure(field.initial().getOrDefault(name.value(), ""), text -> {
                values.put(name.value(), (String) text);
                typed.accept(Map.copyOf(values));
            });
            figure.setId("act-" + field.id() + "-" + grid.getRowCount());
            figure.setAccessibleText(AwsText.line(name.label()));
            grid.addRow(grid.getRowCount(), new Label(AwsText.line(name.label())), figure);
        }
        return grid;
    }

    private static FlowPane picks(ActField.Picks field, Consumer<Object> typed) {
        var pane = new FlowPane();
        pane.getStyleClass().add("act-picks");
        var chosen = new LinkedHashSet<>(field.initial());
        for (var option : field.options()) {
            var box = new CheckBox(AwsText.line(option.label()));
            box.setMnemonicParsing(false);
            box.setSelected(chosen.contains(option.value()));
            box.selectedProperty().addListener((it, before, now) -> {
                if (now) {
                    chosen.add(option.value());
                } else {
                    chosen.remove(option.value());
                }
                typed.accept(List.copyOf(chosen));
            });
            pane.getChildren().add(box);
        }
        return pane;
    }

    static String text(Map<String, String> pairs) {
        return pairs.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(it -> it.getKey() + "=" + it.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** A line without {@code =} is a key with an empty value. */
    static Map<String, String> pairs(String typed) {
        var pairs = new LinkedHashMap<String, String>();
        typed.lines().filter(it -> !it.isBlank()).forEach(line -> {
            var at = line.indexOf('=');
            pairs.put(at < 0 ? line : line.substring(0, at), at < 0 ? "" : line.substring(at + 1));
        });
        return Map.copyOf(pairs);
    }

    private String local(Instant at) {
        return LOCAL.format(LocalDateTime.ofInstant(at.truncatedTo(ChronoUnit.SECONDS), zone));
    }

    /** What is no time stays text, which the operation is not made of. */
    private Object moment(String typed) {
        try {
            return LocalDateTime.parse(typed.strip(), LOCAL).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            return typed;
        }
    }
}
