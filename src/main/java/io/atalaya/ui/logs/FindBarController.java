package io.atalaya.ui.logs;

import io.atalaya.logs.find.Clause;
import io.atalaya.logs.view.LogView;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.ViewLoader;
import java.util.concurrent.Executor;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Looks for a text among the rows without hiding any, across everything that is kept. */
final class FindBarController {
    private final Reader reader;
    private final Texts texts;
    private final Runnable changed;
    private final Runnable closed;
    private final Executor later;
    private final Parent root;
    private int asked;

    @FXML
    private TextField what;

    @FXML
    private ToggleButton regex;

    @FXML
    private ToggleButton matchCase;

    @FXML
    private Label said;

    /**
     * @param changed the selection is another now
     * @param closed where the focus goes back to
     * @param later on the screen's thread, when what waits there was done: a long search must not hold it
     */
    FindBarController(Reader reader, Texts texts, Runnable changed, Runnable closed, Executor later) {
        this.reader = reader;
        this.texts = texts;
        this.changed = changed;
        this.closed = closed;
        this.later = later;
        this.root = ViewLoader.load(this, texts);
        show(false);
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        what.textProperty().addListener(it -> typed());
        regex.selectedProperty().addListener(it -> typed());
        matchCase.selectedProperty().addListener(it -> typed());
        what.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                go(event.isShiftDown() ? -1 : 1);
                event.consume();
            }
        });
    }

    private void show(boolean shown) {
        root.setVisible(shown);
        root.setManaged(shown);
    }

    boolean isOpen() {
        return root.isVisible();
    }

    void open() {
        show(true);
        what.requestFocus();
        what.selectAll();
        typed();
    }

    @FXML
    void close() {
        asked++;
        show(false);
        reader.searchProperty().set(null);
        changed.run();
        closed.run();
    }

    @FXML
    void next() {
        go(1);
    }

    @FXML
    void previous() {
        go(-1);
    }

    private @Nullable Clause clause() {
        if (what.getText().isEmpty()) {
            return null;
        }
        return new Clause(
                Clause.Kind.MARK,
                regex.isSelected() ? Clause.Mode.REGEX : Clause.Mode.TEXT,
                what.getText(),
                matchCase.isSelected(),
                true);
    }

    private void typed() {
        asked++;
        said.setText("");
        var clause = clause();
        var bad = clause == null ? null : ClauseTexts.problem(clause, texts).orElse(null);
        if (bad != null) {
            said.setText(bad);
        }
        reader.searchProperty().set(bad == null && isOpen() ? clause : null);
        changed.run();
    }

    /** To the next match, or the one before. */
    void go(int step) {
        var clause = reader.searchProperty().get();
        if (clause == null || reader.rows().size() == 0) {
            return;
        }
        reader.rows().refresh();
        var from = reader.selection().number();
        if (from < 0) {
            from = step > 0
                    ? reader.model().firstNumber() - 1
                    : reader.model().firstNumber() + reader.model().shown();
        }
        look(clause, from, step, ++asked);
    }

    private void look(Clause clause, long from, int step, int turn) {
        if (turn != asked) {
            return;
        }
        switch (reader.rows().find(clause, from, step)) {
            case LogView.Found.At it -> {
                said.setText("");
                reader.select(it.row(), false);
                changed.run();
            }
            case LogView.Found.Nowhere it -> said.setText(texts.get(step > 0 ? "logs.find.end" : "logs.find.begin"));
            case LogView.Found.Later it -> {
                said.setText(texts.get("logs.find.looking"));
                later.execute(() -> look(clause, it.row(), step, turn));
            }
        }
    }
}
