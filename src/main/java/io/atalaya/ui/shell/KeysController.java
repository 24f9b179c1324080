package io.atalaya.ui.shell;

import io.atalaya.ui.common.Texts;
import java.util.List;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** What the keyboard does. */
public final class KeysController {
    private record Key(String cap, String text) {}

    private static final List<Key> KEYS = List.of(
            new Key("Ctrl K", "shell.keys.find"),
            new Key("Ctrl 1 – 9", "shell.keys.view"),
            new Key("/", "shell.keys.filter"),
            new Key("Esc", "shell.keys.back"),
            new Key("F5", "shell.keys.askNow"),
            new Key("Ctrl ⇧ A", "shell.keys.arm"),
            new Key("Ctrl O", "shell.keys.ownWindow"),
            new Key("Ctrl ⇧ N", "shell.keys.another"),
            new Key("Ctrl Q", "shell.keys.quit"),
            new Key("Ctrl B", "shell.keys.rail"),
            new Key("Ctrl ,", "shell.keys.settings"),
            new Key("Ctrl +  −  0", "shell.keys.scale"),
            new Key("F1", "shell.keys.help"));

    private final Texts texts;

    @FXML
    private GridPane keys;

    KeysController(Texts texts) {
        this.texts = texts;
    }

    @FXML
    void initialize() {
        KEYS.forEach(key -> {
            var cap = new Label(key.cap());
            cap.getStyleClass().add("key-cap");
            GridPane.setHalignment(cap, HPos.LEFT);
            keys.addRow(keys.getRowCount(), cap, new Label(texts.get(key.text())));
        });
    }
}
