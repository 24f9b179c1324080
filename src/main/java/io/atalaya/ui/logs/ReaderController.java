package io.atalaya.ui.logs;

import io.atalaya.deployment.Deployment;
import io.atalaya.logs.Level;
import io.atalaya.logs.ledger.Gap;
import io.atalaya.logs.view.Row;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.Icon;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.ViewLoader;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One log on screen: what it is made of, how complete it is, its rows, and everything one does with them. */
final class ReaderController implements AutoCloseable {
    /** The histogram and the counts are read again at most so often. */
    private static final long CALM_NANOS = 330_000_000L;

    private final Reader reader;
    private final ViewContext context;
    private final Texts texts;
    private final Going going;
    private final ErrorPosition errors;
    private final Ways ways;
    private final Copying copying;
    private final RowsPane rows;
    private final GroupsBarController groups;
    private final FilterBarController filter;
    private final TimeBandController band;
    private final DetailController detail;
    private final FindBarController find;
    private final WayBack wayBack;
    private final Drain drain;
    private final ReaderKeys keys;
    private final ExportLine exports;
    private final Parent root;
    private final InvalidationListener onTick = it -> tick();
    private @Nullable FollowLine follow;
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
        this.reader = new Reader(log, texts, context.zone());
        this.going = new Going(reader);
        this.errors = new ErrorPosition(reader, texts);
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
                reader,
                texts,
                new TimeBandController.Ways(
                        this::changed, it -> arrive(() -> going.brush(it)), it -> arrive(() -> going.to(it))));
        this.detail = new DetailController(
                reader, texts, new DetailController.Ways(this::changed, this::focusRows, ways.ports()));
        this.find = new FindBarController(
                reader, texts, this::changed, this::focusRows, ways.ports().screen());
        this.wayBack = new WayBack(reader, going, find, detail, this::focusRows);
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
        middle.setRight(detail.root());
        openRow.setTooltip(new Tooltip(texts.get("logs.open") + " (Enter)"));
        mark.setTooltip(new Tooltip(texts.get("logs.mark") + " (M)"));
        clear.setTooltip(new Tooltip(texts.get("logs.clear.hint") + " (Ctrl+L)"));
        copy.setTooltip(new Tooltip(texts.get("logs.copy") + " (Ctrl+C, Ctrl+Shift+C)"));
        exports.offer(export, reader);
        foot.getChildren().setAll(exports);
        new ReaderRoom(toolbar, pins, middle, detail.root());
        follow = new FollowLine(reader, texts, new FollowLine.Nodes(followSign, followState, pause, pauseSign, jump));
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
        follow().say();
    }

    /** Somebody changed what is shown: everything is drawn anew. */
    void changed() {
        rows.redraw();
        groups.tick();
        filter.tick();
        band.tick(context.now().getValue());
        follow().say();
    }

    private void drawn() {
        follow().say();
        clear.setText(texts.get(reader.cleared().isPresent() ? "logs.clear.back" : "logs.clear"));
        var shown = detail.shown();
        var chosen = reader.chosen();
        if (shown != null && chosen.isPresent() && chosen.get().id() != shown.id()) {
            detail.show(chosen.get());
        }
        position.setText(errors.words());
        pins.show(reader.pins().all(), reader.clock(), texts, it -> arrive(() -> going.to(it)));
    }

    void focusRows() {
        rows.focus();
    }

    /** Shows what was at a moment, as soon as that is there. */
    void goTo(long epochMilli) {
        arrive(() -> going.to(epochMilli));
    }

    private void arrive(Runnable way) {
        way.run();
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
        follow().pauseOrResume();
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

    private FollowLine follow() {
        return Objects.requireNonNull(follow); // made when the view was loaded
    }

    /** Esc: closes what is open, one after another; false where nothing was. */
    boolean back() {
        if (!wayBack.step()) {
            return false;
        }
        changed();
        return true;
    }

    @Override
    public void close() {
        deactivate();
        detail.forget();
        reader.close();
    }
}
