package io.atalaya.ui.perimeter;

import io.atalaya.ui.common.AwsText;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A text field with a list of what the text may become, drawn over what is below it. Down goes into the list, Enter takes,
 * Esc closes it and puts back what was chosen before.
 */
public final class CompletedField extends TextField {
    private static final int ROWS = 9;
    private static final double ROW = 2.154;

    /** One line of the list. */
    record Offer(String text, String detail, String kind) {}

    private final ListView<Offer> list = new ListView<>();
    private Function<String, List<Offer>> complete = typed -> List.of();
    private Consumer<String> taken = text -> {};
    private String settled = "";
    private boolean quiet;

    public CompletedField() {
        getStyleClass().add("completed-field");
        list.getStyleClass().add("completions");
        list.setFocusTraversable(false);
        list.setVisible(false);
        list.setManaged(false);
        list.setCellFactory(it -> new Cell());
        textProperty().subscribe(typed -> {
            if (!quiet && isFocused()) {
                offer();
            }
        });
        focusedProperty().subscribe(focused -> {
            if (focused) {
                selectAll();
            } else {
                hideList();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setOnAction(event -> take());
        setOnMouseClicked(event -> offer());
        list.setOnMousePressed(event -> {
            takeSelected();
            event.consume();
        });
    }

    /**
     * @param layer over the whole view, in which the list is drawn
     * @param completions what a text may become
     * @param settledOn told the text a person settled on
     */
    void follow(Pane layer, Function<String, List<Offer>> completions, Consumer<String> settledOn) {
        complete = completions;
        taken = settledOn;
        layer.getChildren().add(list);
    }

    /** What the field stands for now; closes the list. */
    void settle(String text) {
        quiet = true;
        settled = text;
        setText(text);
        quiet = false;
        hideList();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            if (!list.isVisible()) {
                offer();
            } else {
                var step = event.getCode() == KeyCode.DOWN ? 1 : -1;
                var next = Math.clamp(
                        list.getSelectionModel().getSelectedIndex() + step,
                        0,
                        list.getItems().size() - 1);
                list.getSelectionModel().select(next);
                list.scrollTo(Math.max(0, next - ROWS + 1));
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE
                && (list.isVisible() || !getText().equals(settled))) {
            settle(settled);
            event.consume();
        }
    }

    private void take() {
        if (list.isVisible() && list.getSelectionModel().getSelectedItem() != null) {
            takeSelected();
        } else {
            hideList();
            taken.accept(getText());
        }
    }

    private void takeSelected() {
        var chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            settle(chosen.text());
            positionCaret(getLength());
            taken.accept(chosen.text());
        }
    }

    private void offer() {
        // what is settled is not a filter: opening the list shows all there is
        var found = complete.apply(getText().equals(settled) ? "" : getText());
        if (found.isEmpty() || getScene() == null || list.getParent() == null) {
            hideList();
            return;
        }
        list.getItems().setAll(found);
        list.getSelectionModel().clearSelection();
        var place = list.getParent().sceneToLocal(localToScene(0, getHeight()));
        var em = getFont().getSize() / 12 * 13;
        var width = Math.max(getWidth(), em * 26);
        var most = list.getParent().getLayoutBounds().getWidth() - width - em;
        list.resizeRelocate(
                Math.max(0, Math.min(place.getX(), most)),
                place.getY() + 2,
                width,
                Math.min(found.size(), ROWS) * ROW * em + 2);
        list.setVisible(true);
        list.toFront();
    }

    private void hideList() {
        list.setVisible(false);
    }

    /** For tests: what is offered now; empty when the list is closed. */
    List<Offer> offered() {
        return list.isVisible() ? List.copyOf(list.getItems()) : List.of();
    }

    private static final class Cell extends ListCell<Offer> {
        private final Label text = new Label();
        private final Label detail = new Label();
        private final Label kind = new Label();
        private final HBox line = new HBox();

        Cell() {
            text.getStyleClass().add("strong");
            detail.getStyleClass().add("mono-small");
            kind.getStyleClass().add("caption");
            kind.setMinWidth(Region.USE_PREF_SIZE);
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            line.getStyleClass().add("completion");
            line.setAlignment(Pos.CENTER_LEFT);
            line.getChildren().addAll(text, detail, space, kind);
        }

        @Override
        protected void updateItem(@Nullable Offer offer, boolean empty) {
            super.updateItem(offer, empty);
            if (empty || offer == null) {
                setGraphic(null);
                return;
            }
            text.setText(AwsText.line(offer.text()));
            detail.setText(AwsText.line(offer.detail()));
            kind.setText(offer.kind());
            setGraphic(line);
            setAccessibleText(offer.text() + " " + offer.detail() + " " + offer.kind());
        }
    }
}
