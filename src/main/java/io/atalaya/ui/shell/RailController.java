package io.atalaya.ui.shell;

import io.atalaya.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The rail: the views there are, the way to anything, windows and settings. */
public final class RailController {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    /** Where its buttons lead. */
    record Ways(Runnable find, Runnable ownWindow, Runnable toggleWidth, Consumer<Node> settings) {}

    private final ShellModel model;
    private final List<RailEntry> views;
    private final Texts texts;
    private final Ways ways;
    private final List<RailItem> items = new ArrayList<>();

    @FXML
    private VBox root;

    @FXML
    private VBox entries;

    @FXML
    private VBox tools;

    @FXML
    private Button find;

    @FXML
    private Label findText;

    @FXML
    private Region findSpace;

    @FXML
    private Label findKey;

    @FXML
    private Label brandName;

    RailController(ShellModel model, List<RailEntry> views, Texts texts, Ways ways) {
        this.model = model;
        this.views = views;
        this.texts = texts;
        this.ways = ways;
    }

    @FXML
    void initialize() {
        for (int i = 0; i < views.size(); i++) {
            var view = views.get(i);
            var key = i < ShellKeys.DIGITS ? "Ctrl " + (i + 1) : "Ctrl Shift " + (i + 1 - ShellKeys.DIGITS);
            var item = new RailItem(view.icon(), texts.get(view.titleKey()), key, () -> model.show(view.id()));
            item.setId("rail-" + view.id());
            item.follow(view.attention());
            items.add(item);
            entries.getChildren().add(item);
        }
        tool("fth-external-link", "shell.ownWindow", "Ctrl O", ways.ownWindow()).setId("rail-own-window");
        var settings = tool("fth-settings", "shell.settings", "Ctrl ,", () -> {});
        settings.setId("rail-settings");
        settings.setOnAction(it -> ways.settings().accept(settings));
        var width = tool("fth-chevrons-left", "shell.rail.narrow", "Ctrl B", ways.toggleWidth());
        width.setId("rail-width");
        model.currentProperty().subscribe(this::mark);
        model.narrowBinding().subscribe(this::resize);
        find.setAccessibleText(texts.get("shell.find"));
    }

    private RailItem tool(String icon, String key, String shortcut, Runnable act) {
        var item = new RailItem(icon, texts.get(key), shortcut, act);
        items.add(item);
        tools.getChildren().add(item);
        return item;
    }

    private void mark(String current) {
        for (int i = 0; i < views.size(); i++) {
            items.get(i).setCurrent(views.get(i).id().equals(current));
        }
    }

    private void resize(boolean narrow) {
        root.pseudoClassStateChanged(NARROW, narrow);
        for (var each : List.of(brandName, findText, findSpace, findKey)) {
            each.setVisible(!narrow);
            each.setManaged(!narrow);
        }
        find.setTooltip(narrow ? new Tooltip(texts.get("shell.find") + "  Ctrl K") : null);
        items.forEach(item -> item.setNarrow(narrow));
        var width = items.getLast();
        width.setTitle(texts.get(narrow ? "shell.rail.wide" : "shell.rail.narrow"));
        width.setIcon(narrow ? "fth-chevrons-right" : "fth-chevrons-left");
    }

    /** While a question is open over the view, the rail leads nowhere. */
    BooleanProperty blockedProperty() {
        return root.mouseTransparentProperty();
    }

    @FXML
    void find() {
        ways.find().run();
    }
}
