package io.atalaya.ui.shell;

import io.atalaya.connect.Session;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.Texts;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/** Where one is and as whom, every field to copy; and the way to another connection. */
public final class ConnectionController {
    private final Session session;
    private final Texts texts;
    private final Runnable leave;
    private final Runnable openAnother;

    @FXML
    private Label name;

    @FXML
    private GridPane facts;

    /**
     * @param leave to another connection in this window
     * @param openAnother in another window
     */
    ConnectionController(Session session, Texts texts, Runnable leave, Runnable openAnother) {
        this.session = session;
        this.texts = texts;
        this.leave = leave;
        this.openAnother = openAnother;
    }

    @FXML
    void initialize() {
        name.setText(session.name());
        var caller = session.caller().orElse(null);
        fact("shell.connection.account", caller == null ? null : caller.account());
        fact("shell.connection.alias", caller == null ? null : caller.alias());
        fact("shell.connection.arn", caller == null ? null : caller.arn());
        fact("shell.connection.region", session.region());
        fact("shell.connection.partition", session.partition());
        fact("shell.connection.endpoint", session.endpoint() == null ? null : String.valueOf(session.endpoint()));
        var method =
                new Label(texts.get("shell.method." + session.method().name().toLowerCase(Locale.ROOT)));
        facts.addRow(facts.getRowCount(), caption("shell.connection.method"), method);
    }

    private void fact(String key, @Nullable String value) {
        if (value != null) {
            facts.addRow(facts.getRowCount(), caption(key), new CopyId(value, texts));
        }
    }

    private Label caption(String key) {
        var label = new Label(texts.get(key));
        label.getStyleClass().add("secondary");
        return label;
    }

    @FXML
    void leave() {
        leave.run();
    }

    @FXML
    void openAnother() {
        openAnother.run();
    }
}
