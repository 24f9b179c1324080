package io.atalaya.ui.shell;

import io.atalaya.ui.common.Texts;
import java.util.List;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** What the keyboard does: everywhere, among the rows of a log, and at the alarm desk. */
public final class KeysController {
    private record Key(String cap, String text) {}

    private static final List<Key> KEYS = List.of(
            new Key("Ctrl K", "shell.keys.find"),
            new Key("Ctrl 1 – 9", "shell.keys.view"),
            new Key("/", "shell.keys.filter"),
            new Key("Esc", "shell.keys.back"),
            new Key("F5", "shell.keys.askNow"),
            new Key("Ctrl E", "shell.keys.capture"),
            new Key("F11", "shell.keys.wall"),
            new Key("Ctrl ⇧ A", "shell.keys.arm"),
            new Key("Ctrl O", "shell.keys.ownWindow"),
            new Key("Ctrl ⇧ N", "shell.keys.another"),
            new Key("Ctrl Q", "shell.keys.quit"),
            new Key("Ctrl B", "shell.keys.rail"),
            new Key("Ctrl ,", "shell.keys.settings"),
            new Key("Ctrl +  −  0", "shell.keys.scale"),
            new Key("F1", "shell.keys.help"));

    private static final List<Key> OF_A_LOG = List.of(
            new Key("Space", "shell.keys.log.follow"),
            new Key("End", "shell.keys.log.newest"),
            new Key("Home", "shell.keys.log.oldest"),
            new Key("⇧ ↑  ⇧ ↓", "shell.keys.log.select"),
            new Key("Enter", "shell.keys.log.open"),
            new Key("←  →", "shell.keys.log.fold"),
            new Key("Ctrl F", "shell.keys.log.find"),
            new Key("F3  ⇧ F3", "shell.keys.log.match"),
            new Key("N  ⇧ N", "shell.keys.log.error"),
            new Key("Alt ↓  Alt ↑", "shell.keys.log.errorAnywhere"),
            new Key("M", "shell.keys.log.mark"),
            new Key("W", "shell.keys.log.wrap"),
            new Key("U", "shell.keys.log.utc"),
            new Key("Ctrl C", "shell.keys.log.copy"),
            new Key("Ctrl ⇧ C", "shell.keys.log.copyPlain"),
            new Key("Ctrl L", "shell.keys.log.clear"));

    private static final List<Key> OF_THE_NOC = List.of(
            new Key("J  K", "shell.keys.noc.move"),
            new Key("A", "shell.keys.noc.acknowledge"),
            new Key("X", "shell.keys.noc.seen"),
            new Key("T", "shell.keys.noc.take"),
            new Key("H", "shell.keys.noc.handOver"),
            new Key("N", "shell.keys.noc.note"),
            new Key("S", "shell.keys.noc.snooze"),
            new Key("M", "shell.keys.noc.mute"),
            new Key("O", "shell.keys.noc.open"),
            new Key("Enter", "shell.keys.noc.chart"),
            new Key("←  →", "shell.keys.noc.cross"),
            new Key("⇧ ←  ⇧ →", "shell.keys.noc.span"),
            new Key("+  −", "shell.keys.noc.zoom"),
            new Key("F11", "shell.keys.noc.wall"));

    private final Texts texts;

    @FXML
    private GridPane keys;

    @FXML
    private GridPane keysOfNoc;

    @FXML
    private GridPane keysOfLog;

    KeysController(Texts texts) {
        this.texts = texts;
    }

    @FXML
    void initialize() {
        list(KEYS, keys);
        list(OF_A_LOG, keysOfLog);
        list(OF_THE_NOC, keysOfNoc);
    }

    private void list(List<Key> all, GridPane into) {
        all.forEach(key -> {
            var cap = new Label(key.cap());
            cap.getStyleClass().add("key-cap");
            cap.setMinWidth(Region.USE_PREF_SIZE);
            GridPane.setHalignment(cap, HPos.LEFT);
            into.addRow(into.getRowCount(), cap, new Label(texts.get(key.text())));
        });
    }
}
