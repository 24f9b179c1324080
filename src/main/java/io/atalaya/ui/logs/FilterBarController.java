package io.atalaya.ui.logs;

import io.atalaya.logs.find.Clause;
import io.atalaya.logs.find.Filter;
import io.atalaya.ui.common.FilterField;
import io.atalaya.ui.common.Pills;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import io.atalaya.ui.common.ViewLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** Stacked clauses: what must match, what is hidden, what is marked; how many lines beside a match are shown. */
final class FilterBarController {
    private static final double NARROW = 760;

    private final Reader reader;
    private final Runnable changed;
    private final LogPorts ports;
    private final Texts texts;
    private final Units units;
    private final Parent root;
    private final ToggleGroup kinds = new ToggleGroup();
    private final ToggleGroup modes = new ToggleGroup();
    private final CheckMenuItem matchCase = new CheckMenuItem();
    private List<Clause> drawn = List.of();

    @FXML
    private HBox bar;

    @FXML
    private FlowPane clauses;

    @FXML
    private FilterField field;

    @FXML
    private MenuButton how;

    @FXML
    private SavedMenu saved;

    @FXML
    private Label wrong;

    @FXML
    private Pills<Integer> around;

    @FXML
    private Label aroundWords;

    @FXML
    private Label progress;

    /** @param changed the filter is another now */
    FilterBarController(Reader reader, Texts texts, LogPorts ports, Runnable changed) {
        this.reader = reader;
        this.texts = texts;
        this.units = new Units(texts.getLocale());
        this.changed = changed;
        this.ports = ports;
        this.root = ViewLoader.load(this, texts);
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        for (var kind : Clause.Kind.values()) {
            how.getItems().add(choice(kinds, "logs.kind." + lower(kind), kind));
        }
        how.getItems().add(new SeparatorMenuItem());
        for (var mode : Clause.Mode.values()) {
            how.getItems().add(choice(modes, "logs.as." + lower(mode), mode));
        }
        matchCase.setText(texts.get("logs.matchCase"));
        how.getItems().addAll(new SeparatorMenuItem(), matchCase);
        kinds.selectToggle(kinds.getToggles().getFirst());
        modes.selectToggle(modes.getToggles().getFirst());
        kinds.selectedToggleProperty().subscribe(it -> sayHow());
        modes.selectedToggleProperty().subscribe(it -> sayHow());
        aroundWords.visibleProperty().bind(bar.widthProperty().greaterThan(NARROW));
        aroundWords.managedProperty().bind(aroundWords.visibleProperty());
        for (var lines : List.of(0, 3, 10)) {
            around.add(lines, lines == 0 ? "0" : "±" + lines);
        }
        around.valueProperty().set(reader.filterProperty().get().around());
        around.valueProperty().subscribe(it -> {
            if (it != null && it != reader.filterProperty().get().around()) {
                reader.around(it);
                changed.run();
            }
        });
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                enter();
                event.consume();
            }
        });
        clauses.prefWrapLengthProperty()
                .bind(bar.widthProperty().subtract(around.widthProperty()).subtract(230));
        saved.follow(new SavedMenu.Ports(reader, ports.filters(), texts, ports.background(), ports.screen(), changed));
        field.textProperty().subscribe(it -> say(""));
        say("");
    }

    private RadioMenuItem choice(ToggleGroup group, String key, Object value) {
        var item = new RadioMenuItem(texts.get(key));
        item.setToggleGroup(group);
        item.setUserData(value);
        return item;
    }

    private Clause.Kind kind() {
        return kinds.getSelectedToggle() == null
                ? Clause.Kind.INCLUDE
                : (Clause.Kind) kinds.getSelectedToggle().getUserData();
    }

    private Clause.Mode mode() {
        return modes.getSelectedToggle() == null
                ? Clause.Mode.TEXT
                : (Clause.Mode) modes.getSelectedToggle().getUserData();
    }

    private void sayHow() {
        how.setText(ClauseChip.sign(kind()) + " " + texts.get("logs.as." + lower(mode())));
    }

    private void enter() {
        var typed = Typed.clause(field.getText(), kind(), mode(), matchCase.isSelected());
        if (typed.text().isEmpty()) {
            return;
        }
        var bad = ClauseTexts.problem(typed, texts);
        if (bad.isPresent()) {
            say(bad.get());
            return;
        }
        reader.add(typed);
        field.clear();
        changed.run();
    }

    private void say(String what) {
        wrong.setText(what);
        wrong.setVisible(!what.isEmpty());
        wrong.setManaged(!what.isEmpty());
    }

    /** To the field, with what is typed there. */
    void type() {
        field.requestFocus();
        field.selectAll();
    }

    /** Looks again: clauses and their counts. */
    void tick() {
        var filter = reader.filterProperty().get();
        if (!filter.clauses().equals(drawn)) {
            draw(filter);
        }
        var done = reader.view().progress();
        for (int i = 0; i < drawn.size(); i++) {
            var count = i < done.matched().size() ? done.matched().get(i) : null;
            ((ClauseChip) clauses.getChildren().get(i)).count(count == null ? "" : units.count(count), texts);
        }
        var share = done.of() == 0 ? 100 : done.looked() * 100 / done.of();
        progress.setText(done.done() || share >= 100 ? "" : texts.get("logs.filter.progress", share));
    }

    private void draw(Filter filter) {
        drawn = filter.clauses();
        var nodes = new ArrayList<javafx.scene.Node>();
        for (var clause : drawn) {
            nodes.add(new ClauseChip(
                    clause,
                    texts,
                    () -> {
                        reader.toggle(clause);
                        changed.run();
                    },
                    () -> {
                        reader.remove(clause);
                        changed.run();
                    }));
        }
        nodes.add(clauses.getChildren().getLast());
        clauses.getChildren().setAll(nodes);
    }

    private static String lower(Enum<?> it) {
        return it.name().toLowerCase(Locale.ROOT);
    }
}
