package io.atalaya.ui.noc;

import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Parts;
import io.atalaya.noc.catalogue.Item;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.AgeLabel;
import io.atalaya.ui.common.Badge;
import io.atalaya.ui.common.Icon;
import io.atalaya.ui.common.Pills;
import io.atalaya.ui.common.ViewLoader;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The alarm desk beside the tiles: what is wrong, whose it is, and what a person says about it. */
public final class DeskController {
    private static final Duration CADENCE = Duration.ofSeconds(30);
    private static final List<Integer> SHIFTS = List.of(8, 12, 24);

    private final ViewContext context;
    private final AlarmDesk desk;
    private final DeskRows rows;
    private final DeskActs acts;
    private final PersonAtDesk person;
    private final KeepingTexts keepingTexts;
    private final HandOver handOver;
    private final DateTimeFormatter clock;
    private final DateTimeFormatter day;
    private final ObservableList<DeskRow> shown = FXCollections.observableArrayList();
    private final DayStrip strip = new DayStrip();
    private final Parent root;
    private @Nullable Runnable commit;

    @FXML
    private Badge newBadge;

    @FXML
    private Badge heldBadge;

    @FXML
    private AgeLabel deskAge;

    @FXML
    private Pills<DeskRows.Page> pages;

    @FXML
    private ToggleButton soundButton;

    @FXML
    private Button muteAllButton;

    @FXML
    private ListView<DeskRow> entries;

    @FXML
    private Label nothing;

    @FXML
    private HBox editor;

    @FXML
    private Label editorLabel;

    @FXML
    private TextField editorField;

    @FXML
    private Label quiet;

    @FXML
    private Button handOverButton;

    @FXML
    private Label handOverTold;

    @FXML
    private KeepingLine keeping;

    @FXML
    private StackPane stripHolder;

    @FXML
    private Label stripFrom;

    @FXML
    private Label stripMiddle;

    @FXML
    private Label stripTo;

    /** @param items of the catalogue, by id: an entry of an item offers that item's acts */
    public DeskController(ViewContext context, Function<String, Optional<Item>> items, NocPorts ports) {
        this.context = context;
        this.desk = ports.desk();
        this.acts = new DeskActs(context, items, ports.pasts(), ports.screen());
        this.handOver = new HandOver(context, desk, ports.saver());
        this.person = new PersonAtDesk(context, desk, new PersonAtDesk.Questions() {
            @Override
            public void words(String about, String known, Consumer<String> done) {
                edit(about, known, done);
            }

            @Override
            public void moment(List<DeskMoments.Moment> moments, Consumer<DeskMoments.Moment> done) {
                choose(moments, done);
            }
        });
        this.keepingTexts = new KeepingTexts(context.texts(), context.zone());
        this.rows = new DeskRows(context.texts(), context.zone());
        this.clock = DateTimeFormatter.ofPattern("HH:mm").withZone(context.zone());
        this.day = DateTimeFormatter.ofPattern("d MMM HH:mm", context.texts().getLocale())
                .withZone(context.zone());
        this.root = ViewLoader.load(this, context.texts());
    }

    @FXML
    private void initialize() {
        for (var page : DeskRows.Page.values()) {
            pages.add(page, context.texts().get("noc.desk.page." + page));
        }
        pages.valueProperty().subscribe(it -> show());
        soundButton.selectedProperty().bindBidirectional(desk.soundProperty());
        soundButton.selectedProperty().subscribe(on -> {
            var words = context.texts().get(on ? "noc.desk.sound.on" : "noc.desk.sound.off");
            soundButton.setAccessibleText(words);
            soundButton.setTooltip(new Tooltip(words));
            soundButton.setGraphic(new Icon(on ? Feather.VOLUME_2 : Feather.VOLUME_X));
        });
        entries.setItems(shown);
        entries.setCellFactory(it -> new DeskCell(context.texts(), this::act, acts::of));
        stripHolder.getChildren().add(strip);
        deskAge.attach(context);
        deskAge.setForm(AgeLabel.Form.BRIEF);
        hide(editor, true);
        editorField.setOnAction(it -> commit());
        editorField.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    public Parent root() {
        return root;
    }

    /** Shows the desk as it is now; on every change of it, and every second for the ages. */
    void show() {
        if (entries == null) {
            return; // still being loaded
        }
        var now = context.now().getValue();
        var state = desk.state().getValue();
        var page = Optional.ofNullable(pages.valueProperty().get()).orElse(DeskRows.Page.OPEN);
        apply(rows.of(state, page, now));
        for (var each : DeskRows.Page.values()) {
            pages.setText(
                    each,
                    context.texts().get("noc.desk.page." + each) + " "
                            + DeskRows.entries(state, each, now).size());
        }
        int calling = state.calling(now).size();
        int held = (int) state.loud(now).stream().filter(it -> it.held()).count();
        newBadge.showCount(calling, context.texts().get("noc.desk.new", calling));
        heldBadge.showCount(held, context.texts().get("noc.desk.heldCount", held));
        nothing.setText(nothing(page));
        muteAllButton.setText(
                context.texts().get(person.isEverythingMuted() ? "noc.desk.unmuteAll" : "noc.desk.muteAll"));
        var looked = desk.lookedAt().getValue();
        deskAge.setObserved(looked == null ? Observed.never(CADENCE) : Observed.of(true, looked, CADENCE));
        showFoot(now);
    }

    private void showFoot(Instant now) {
        keeping.show(keepingTexts.line(desk.keeping().getValue(), now));
        var minute = Instant.ofEpochSecond(now.getEpochSecond() / 60 * 60);
        strip.show(DayStrip.pieces(desk.state().getValue(), minute));
        stripFrom.setText(day.format(minute.minus(DayStrip.SPAN)));
        stripMiddle.setText(clock.format(minute.minus(DayStrip.SPAN.dividedBy(2))));
        stripTo.setText(clock.format(minute));
        long fine = context.deployment().getValue().items(Parts.ALARMS).stream()
                .filter(it -> it.state().equals("OK"))
                .count();
        quiet.setText(context.texts().get("noc.desk.quiet", fine));
    }

    private String nothing(DeskRows.Page page) {
        if (desk.lookedAt().getValue() == null) {
            return context.texts().get("noc.desk.notLooked");
        }
        return context.texts().get("noc.desk.none." + page);
    }

    private void apply(List<DeskRow> newer) {
        var chosen = entries.getSelectionModel().getSelectedItem();
        var same = shown.stream()
                .map(DeskRow::key)
                .toList()
                .equals(newer.stream().map(DeskRow::key).toList());
        if (same) {
            for (int i = 0; i < newer.size(); i++) {
                if (!shown.get(i).equals(newer.get(i))) {
                    shown.set(i, newer.get(i));
                }
            }
        } else {
            shown.setAll(newer);
        }
        if (chosen != null) {
            for (int i = 0; i < shown.size(); i++) {
                if (shown.get(i).key().equals(chosen.key())
                        && entries.getSelectionModel().getSelectedIndex() != i) {
                    entries.getSelectionModel().clearAndSelect(i);
                }
            }
        }
    }

    // ---- what a person does ----

    /** The report of the shift: how long it was, then where it goes. */
    @FXML
    private void handOver() {
        var menu = new ContextMenu();
        for (int hours : SHIFTS) {
            var item = new MenuItem(context.texts().get("noc.desk.shift", hours));
            item.setOnAction(it -> handOver.save(
                    Duration.ofHours(hours),
                    (key, argument) -> handOverTold.setText(context.texts().get(key, argument))));
            menu.getItems().add(item);
        }
        menu.show(handOverButton, Side.TOP, 0, 0);
    }

    /** Keys of the desk, wherever the focus is in the view; whether it was one. */
    boolean key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.getTarget() instanceof TextInputControl) {
            return false;
        }
        switch (event.getCode()) {
            case J -> move(1);
            case K -> move(-1);
            default -> {
                if (!DeskKeys.areFor(event.getCode())) {
                    return false;
                }
                var chosen = entries.getSelectionModel().getSelectedItem();
                if (chosen != null) {
                    DeskKeys.offer(event.getCode(), chosen).ifPresent(it -> act(chosen, it));
                }
            }
        }
        return true;
    }

    private void move(int by) {
        if (!shown.isEmpty()) {
            int at = entries.getSelectionModel().getSelectedIndex();
            int to = Math.clamp(at < 0 ? 0 : at + by, 0, shown.size() - 1);
            entries.getSelectionModel().clearAndSelect(to);
            entries.scrollTo(Math.max(0, to - 1));
            entries.requestFocus();
        }
    }

    private void act(DeskRow row, DeskRow.Offer offer) {
        person.on(row, offer);
        show();
    }

    @FXML
    private void muteAll() {
        person.everything();
        show();
    }

    // ---- questions ----

    private void choose(List<DeskMoments.Moment> moments, Consumer<DeskMoments.Moment> chosen) {
        var menu = new ContextMenu();
        for (var moment : moments) {
            var entry = new MenuItem(moment.words());
            entry.setOnAction(it -> {
                chosen.accept(moment);
                show();
            });
            menu.getItems().add(entry);
        }
        menu.show(anchor(), Side.BOTTOM, 0, 0);
    }

    /** The buttons of the selected entry; the whole list where it is out of sight. */
    private Node anchor() {
        return entries.lookupAll(".desk-cell").stream()
                .filter(it -> it instanceof DeskCell cell && cell.isSelected() && !cell.isEmpty())
                .map(it -> it.lookup(".desk-buttons"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(pages);
    }

    private void edit(String what, String text, Consumer<String> done) {
        editorLabel.setText(what);
        editorField.setText(text);
        commit = () -> done.accept(editorField.getText().strip());
        hide(editor, false);
        editorField.requestFocus();
        editorField.selectEnd();
    }

    @FXML
    private void commit() {
        var wanted = commit;
        close();
        if (wanted != null) {
            wanted.run();
            show();
        }
    }

    @FXML
    private void close() {
        commit = null;
        hide(editor, true);
        entries.requestFocus();
    }

    private static void hide(Node node, boolean hidden) {
        node.setVisible(!hidden);
        node.setManaged(!hidden);
    }
}
