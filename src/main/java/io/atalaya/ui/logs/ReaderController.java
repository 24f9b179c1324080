package io.atalaya.ui.logs;

import io.atalaya.deployment.Deployment;
import io.atalaya.logs.Level;
import io.atalaya.logs.ledger.Gap;
import io.atalaya.logs.tail.TailStatus;
import io.atalaya.logs.view.Export;
import io.atalaya.logs.view.Row;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.Icon;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import io.atalaya.ui.common.ViewLoader;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One log on screen: what it is made of, how complete it is, its rows, and everything one does with them. */
final class ReaderController implements AutoCloseable {
    private static final double NARROW = 1000;
    private static final double COMPACT = 1180;

    /** The histogram and the counts are read again at most so often. */
    private static final long CALM_NANOS = 330_000_000L;

    private final Reader reader;
    private final ViewContext context;
    private final Texts texts;
    private final Units units;
    private final Ways ways;
    private final Copying copying;
    private final RowsPane rows;
    private final GroupsBarController groups;
    private final FilterBarController filter;
    private final TimeBandController band;
    private final DetailController detail;
    private final FindBarController find;
    private final Drain drain;
    private final ReaderKeys keys;
    private final ExportLine exports;
    private final Parent root;
    private final InvalidationListener onTick = it -> tick();
    private long calm;
    private boolean active;

    /**
     * What a reader asks of the view around it.
     *
     * @param addGroup asks for another group beside this node
     * @param removeGroup by ARN
     * @param leave ends the tail, or closes the session
     * @param insights asks Logs Insights for what a gap was left to it
     */
    record Ways(
            Consumer<Node> addGroup,
            Consumer<String> removeGroup,
            Runnable leave,
            Consumer<Gap> insights,
            LogPorts ports) {}

    @FXML
    private HBox toolbar;

    @FXML
    private VBox bars;

    @FXML
    private BorderPane middle;

    @FXML
    private VBox foot;

    @FXML
    private StackPane stage;

    @FXML
    private Icon followSign;

    @FXML
    private Label followState;

    @FXML
    private Label position;

    @FXML
    private Button jump;

    @FXML
    private Button pause;

    @FXML
    private Icon pauseSign;

    @FXML
    private Button copy;

    @FXML
    private MenuButton export;

    @FXML
    private PinsMenu pins;

    @FXML
    private Button openRow;

    @FXML
    private Button mark;

    @FXML
    private Button clear;

    ReaderController(OpenLog log, ViewContext context, Ways ways) {
        this.context = context;
        this.texts = context.texts();
        this.ways = ways;
        this.units = new Units(texts.getLocale());
        this.reader = new Reader(log, texts, context.zone());
        this.copying = new Copying(reader, new RowWords(texts));
        this.rows = new RowsPane(
                reader,
                texts,
                (java.util.function.Supplier<Deployment>) context.deployment()::getValue,
                context.now()::getValue,
                ways.insights());
        this.groups = new GroupsBarController(
                reader, texts, new GroupsBarController.Ways(ways.addGroup(), ways.removeGroup()));
        this.filter = new FilterBarController(reader, texts, ways.ports(), this::changed);
        this.band = new TimeBandController(
                reader, texts, new TimeBandController.Ways(this::changed, this::brush, this::goTo));
        this.detail = new DetailController(
                reader, texts, new DetailController.Ways(this::changed, this::focusRows, ways.ports()));
        this.find = new FindBarController(
                reader, texts, this::changed, this::focusRows, ways.ports().screen());
        this.drain = new Drain(
                ways.ports().scheduler(),
                ways.ports().screen(),
                () -> reader.view().version() * 31 + log.completeness().version(),
                this::news);
        this.exports = new ExportLine(
                texts,
                ways.ports().saveAs(),
                ways.ports().background(),
                ways.ports().screen());
        this.keys = new ReaderKeys(this);
        this.root = ViewLoader.load(this, texts);
        keys.install(root, rows);
    }

    @FXML
    private void initialize() {
        bars.getChildren().setAll(groups.root(), filter.root(), band.root());
        stage.getChildren().addFirst(rows);
        middle.setTop(find.root());
        rows.onDrawn(this::drawn);
        rows.onOpen(this::open);
        middle.widthProperty().subscribe(width -> fit(width.doubleValue()));
        middle.setRight(detail.root());
        openRow.setTooltip(new Tooltip(texts.get("logs.open") + " (Enter)"));
        mark.setTooltip(new Tooltip(texts.get("logs.mark") + " (M)"));
        clear.setTooltip(new Tooltip(texts.get("logs.clear.hint") + " (Ctrl+L)"));
        copy.setTooltip(new Tooltip(texts.get("logs.copy") + " (Ctrl+C, Ctrl+Shift+C)"));
        for (var format : Export.Format.values()) {
            var item = new MenuItem(texts.get("logs.export." + format.name().toLowerCase(Locale.ROOT)));
            item.setOnAction(it -> export(format));
            export.getItems().add(item);
        }
        foot.getChildren().setAll(exports);
        toolbar.widthProperty().subscribe(width -> compact(width.doubleValue()));
        pause.setTooltip(new Tooltip(texts.get("logs.follow.hint")));
    }

    Parent root() {
        return root;
    }

    Reader reader() {
        return reader;
    }

    RowsPane rows() {
        return rows;
    }

    /** On screen from now on. */
    void activate() {
        if (!active) {
            active = true;
            context.now().addListener(onTick);
            drain.start();
            changed();
            focusRows();
        }
    }

    void deactivate() {
        if (active) {
            active = false;
            context.now().removeListener(onTick);
            drain.close();
        }
    }

    /** Where there is no room for the words of the toolbar, its signs stand alone; what they mean is said on hover. */
    private void compact(double width) {
        var narrow = width > 0 && width < COMPACT;
        for (var each : toolbar.getChildren()) {
            if (each instanceof Labeled labeled && labeled.getGraphic() != null && labeled != pins) {
                labeled.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
            }
        }
    }

    /** Where there is no room for both, the detail stands below the rows. */
    private void fit(double width) {
        var below = width > 0 && width < NARROW;
        var pane = detail.root();
        if (below != (middle.getBottom() == pane)) {
            middle.setRight(null);
            middle.setBottom(null);
            if (below) {
                middle.setBottom(pane);
            } else {
                middle.setRight(pane);
            }
        }
        pane.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("below"), below);
    }

    private void news() {
        rows.redraw();
        var now = System.nanoTime();
        if (now - calm > CALM_NANOS) {
            calm = now;
            band.tick(context.now().getValue());
            filter.tick();
        }
    }

    private void tick() {
        if (reader.today(context.now().getValue())) {
            rows.redraw();
        }
        groups.tick();
        filter.tick();
        band.tick(context.now().getValue());
        sayFollow();
    }

    /** Somebody changed what is shown: everything is drawn anew. */
    void changed() {
        rows.redraw();
        groups.tick();
        filter.tick();
        band.tick(context.now().getValue());
        sayFollow();
    }

    private void drawn() {
        var model = reader.model();
        var news = model.news();
        var follows = model.follows();
        jump.setVisible(!follows);
        jump.setText(news > 0 ? texts.get("logs.jump.news", units.count(news)) : texts.get("logs.jump"));
        sayFollow();
        clear.setText(texts.get(reader.cleared().isPresent() ? "logs.clear.back" : "logs.clear"));
        var shown = detail.shown();
        var chosen = reader.chosen();
        if (shown != null && chosen.isPresent() && chosen.get().id() != shown.id()) {
            detail.show(chosen.get());
        }
        position();
        pins.show(reader.pins().all(), reader.clock(), texts, this::goTo);
    }

    private void sayFollow() {
        var state = reader.log().status().state();
        var follows = reader.model().follows();
        followSign.show(
                state == TailStatus.State.ENDED ? Feather.ARCHIVE : follows ? Feather.CHEVRONS_DOWN : Feather.PAUSE);
        followState.setText(texts.get(
                state == TailStatus.State.ENDED
                        ? "logs.follow.ended"
                        : state == TailStatus.State.PAUSED
                                ? "logs.follow.paused"
                                : follows ? "logs.follow.yes" : "logs.follow.no"));
        pause.setText(texts.get(state == TailStatus.State.PAUSED ? "logs.resume" : "logs.pause"));
        pauseSign.show(state == TailStatus.State.PAUSED ? Feather.PLAY : Feather.PAUSE);
        pause.setDisable(state == TailStatus.State.ENDED);
    }

    /** {@code 4 of 1 204}, where an error is chosen; how many there are else. */
    private void position() {
        var errors = reader.counts()[Level.ERROR.ordinal()];
        var chosen = reader.chosen();
        if (chosen.isPresent() && chosen.get().level() == Level.ERROR) {
            var from = Math.max(
                    reader.rows().span().from(),
                    reader.view().span().map(it -> it[0]).orElse(0L));
            var before = reader.view()
                    .histogram(from, Math.max(from + 1, chosen.get().at() + 1), 1)[0];
            position.setText(
                    texts.get("logs.errors.of", units.count(before[Level.ERROR.ordinal()]), units.count(errors)));
        } else {
            position.setText(
                    errors == 0 ? texts.get("logs.errors.none") : texts.get("logs.errors", units.count(errors)));
        }
    }

    void focusRows() {
        rows.focus();
    }

    private void brush(Span span) {
        reader.limit(span);
        if (!span.isAll()) {
            reader.model().scrollTo(0);
        }
        changed();
    }

    private void goTo(Pins.Pin pin) {
        reader.limit(Span.ALL);
        reader.rows().refresh();
        if (reader.rows().size() > 0) {
            reader.select(reader.rows().numberOf(new RowKey(false, pin.id(), pin.at())), false);
        }
        focusRows();
        changed();
    }

    /** Shows what was at a moment, as soon as that is there. */
    void goTo(long epochMilli) {
        reader.limit(Span.ALL);
        reader.rows().refresh();
        reader.model().holdAt(epochMilli);
        focusRows();
        changed();
    }

    private void export(Export.Format format) {
        reader.rows().refresh();
        exports.begin(
                new Export(reader.view(), reader.log().completeness()),
                format,
                reader.rows().range(),
                "atalaya-logs-" + reader.log().id() + "." + ending(format));
    }

    private static String ending(Export.Format format) {
        return switch (format) {
            case TEXT -> "log";
            case JSON_LINES -> "jsonl";
            case CSV -> "csv";
        };
    }

    private void goTo(Gap gap) {
        reader.limit(Span.ALL);
        reader.rows().refresh();
        var key = new RowKey(true, gap.id(), gap.from());
        if (reader.rows().size() > 0) {
            reader.select(reader.rows().numberOf(key), false);
        }
        focusRows();
        changed();
    }

    void open(Row row) {
        switch (row) {
            case Row.Event event -> detail.show(event);
            case Row.Missing it -> {
                if (it.gap().state() == Gap.State.LEFT) {
                    ways.insights().accept(it.gap());
                } else {
                    reader.log().completeness().askAgain(it.gap().id());
                }
            }
        }
    }

    void openChosen() {
        var number = reader.selection().number();
        if (number >= 0) {
            open(reader.rows().row(number));
        }
    }

    void openFind() {
        find.open();
    }

    void typeFilter() {
        filter.type();
    }

    void findNext(int step) {
        if (!find.isOpen()) {
            find.open();
        } else {
            find.go(step);
        }
    }

    void copy(boolean prefixes) {
        copying.text(prefixes).ifPresent(CopyId::copy);
    }

    @FXML
    void openRow() {
        openChosen();
        focusRows();
    }

    @FXML
    void copyRows() {
        copy(true);
        focusRows();
    }

    @FXML
    void markRow() {
        reader.chosen().ifPresent(reader.pins()::toggle);
        focusRows();
        changed();
    }

    @FXML
    void clear() {
        reader.clearOrBack();
        focusRows();
        changed();
    }

    @FXML
    void nextError() {
        reader.go(Level.ERROR, 1);
        changed();
    }

    @FXML
    void previousError() {
        reader.go(Level.ERROR, -1);
        changed();
    }

    @FXML
    void jumpToNow() {
        reader.model().follow();
        focusRows();
        changed();
    }

    @FXML
    void pauseOrResume() {
        var log = reader.log();
        if (log.status().state() == TailStatus.State.PAUSED) {
            log.resume();
        } else {
            log.pause();
        }
        tick();
    }

    @FXML
    void leave() {
        ways.leave().run();
    }

    /** Space: lets go, or follows again. */
    void toggleFollow() {
        if (reader.model().follows()) {
            reader.model().letGo();
        } else {
            reader.model().follow();
        }
        changed();
    }

    /** Esc: closes what is open, one after another; false where nothing was. */
    boolean back() {
        if (find.isOpen()) {
            find.close();
        } else if (detail.isOpen()) {
            detail.close();
        } else if (!reader.brushProperty().get().isAll()) {
            brush(Span.ALL);
        } else if (!reader.selection().isEmpty()) {
            reader.selection().clear();
            changed();
        } else {
            return false;
        }
        return true;
    }

    @Override
    public void close() {
        deactivate();
        detail.forget();
        reader.close();
    }
}
