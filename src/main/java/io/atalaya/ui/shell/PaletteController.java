package io.atalaya.ui.shell;

import io.atalaya.ui.common.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The palette over the view. The keyboard stays in the field: arrows move in the list below it. */
public final class PaletteController {
    private static final int PAGE = 8;
    private static final int ROWS = 10;

    private final PaletteModel model = new PaletteModel();
    private final Texts texts;
    private final Consumer<PaletteEntry> open;
    private @Nullable Node cameFrom;

    @FXML
    private StackPane root;

    @FXML
    private VBox box;

    @FXML
    private TextField query;

    @FXML
    private ListView<PaletteEntry> found;

    @FXML
    private Label nothing;

    @FXML
    private Label count;

    PaletteController(Texts texts, Consumer<PaletteEntry> open) {
        this.texts = texts;
        this.open = open;
    }

    @FXML
    void initialize() {
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        query.textProperty().bindBidirectional(model.queryProperty());
        found.setItems(model.found());
        found.setCellFactory(it -> new PaletteCell());
        found.setFocusTraversable(false);
        model.chosenProperty().subscribe(it -> {
            found.getSelectionModel().clearAndSelect(it.intValue());
            found.scrollTo(Math.max(0, it.intValue() - PAGE));
        });
        model.queryProperty().subscribe(it -> say());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        root.setOnMousePressed(event -> {
            if (event.getTarget() == root) {
                close();
            }
        });
        found.setOnMouseClicked(it -> click());
        query.setAccessibleText(texts.get("shell.palette.prompt"));
    }

    /** Shows it with what can be found now. */
    void show(List<PaletteEntry> entries) {
        cameFrom = root.getScene().getFocusOwner();
        model.open(entries);
        root.setVisible(true);
        root.applyCss();
        say();
        query.requestFocus();
    }

    boolean isOpen() {
        return root.isVisible();
    }

    void close() {
        root.setVisible(false);
        if (cameFrom != null) {
            cameFrom.requestFocus();
        }
    }

    PaletteModel model() {
        return model;
    }

    private void say() {
        boolean none = model.found().isEmpty();
        found.setVisible(!none);
        found.setManaged(!none);
        nothing.setVisible(none);
        nothing.setManaged(none);
        int size = model.found().size();
        found.getSelectionModel().clearAndSelect(model.chosenProperty().get());
        found.setPrefHeight(Math.min(ROWS, size) * found.getFixedCellSize() + 8);
        count.setText(size >= PaletteModel.MOST ? texts.get("shell.palette.more", size) : String.valueOf(size));
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close();
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case PAGE_DOWN -> model.move(PAGE);
            case PAGE_UP -> model.move(-PAGE);
            case ENTER -> choose();
            case TAB -> {}
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void click() {
        int index = found.getSelectionModel().getSelectedIndex();
        if (index >= 0) {
            model.chosenProperty().set(index);
            choose();
        }
    }

    private void choose() {
        var choice = model.choice();
        if (choice != null) {
            close();
            open.accept(choice);
        }
    }
}
