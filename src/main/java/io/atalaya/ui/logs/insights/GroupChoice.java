package io.atalaya.ui.logs.insights;

import io.atalaya.deployment.LogGroup;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.FilterField;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import io.atalaya.ui.common.Words;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The log groups there are, each to be ticked, with what it holds. */
final class GroupChoice extends VBox {
    private final InsightsModel model;
    private final Units units;
    private final Texts texts;
    private final ObservableList<LogGroup> all = FXCollections.observableArrayList();
    private final FilteredList<LogGroup> shown = new FilteredList<>(all);
    private final ListView<LogGroup> list = new ListView<>(shown);
    private final Label count = new Label();
    private final FilterField filter = new FilterField();

    GroupChoice(InsightsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.units = new Units(texts.getLocale());
        getStyleClass().add("insights-groups");
        filter.setId("insights-group-filter");
        filter.setPromptText(texts.get("insights.groups.filter"));
        filter.textProperty().subscribe(it -> shown.setPredicate(group -> Words.admits(it, group.name())));
        list.setId("insights-groups");
        list.setCellFactory(it -> new Cell());
        list.setPlaceholder(new Label(texts.get("insights.groups.none")));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        count.getStyleClass().add("caption");
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(filter, list, count);
        model.groupsProperty().subscribe(this::show);
        model.onChoice(this::refresh);
    }

    private void show(List<LogGroup> groups) {
        all.setAll(groups);
        refresh();
    }

    private void refresh() {
        list.refresh();
        count.setText(texts.get("insights.groups.chosen", model.chosen().size(), all.size()));
    }

    private void onKey(KeyEvent event) {
        var group = list.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.SPACE && group != null) {
            choose(group.name(), !model.chosen().contains(group.name()));
            event.consume();
        }
    }

    private void choose(String name, boolean wanted) {
        if (!model.choose(name, wanted)) {
            count.setText(texts.get("insights.groups.tooMany"));
            list.refresh();
        }
    }

    private final class Cell extends ListCell<LogGroup> {
        private final CheckBox box = new CheckBox();
        private final Label size = new Label();
        private final HBox row = new HBox(box, new Region(), size);

        Cell() {
            HBox.setHgrow(row.getChildren().get(1), Priority.ALWAYS);
            row.getStyleClass().add("insights-group");
            size.getStyleClass().add("mono-small");
            size.setMinWidth(USE_PREF_SIZE);
            box.setMinWidth(0);
            box.setFocusTraversable(false);
            box.setOnAction(it -> {
                if (getItem() != null) {
                    choose(getItem().name(), box.isSelected());
                }
            });
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable LogGroup group, boolean empty) {
            super.updateItem(group, empty);
            if (empty || group == null) {
                setGraphic(null);
                return;
            }
            box.setText(AwsText.line(group.name()));
            box.setMnemonicParsing(false);
            box.setSelected(model.chosen().contains(group.name()));
            box.setTooltip(new Tooltip(AwsText.hint(group.name())));
            size.setText(units.bytes(group.storedBytes()));
            setGraphic(row);
        }
    }
}
