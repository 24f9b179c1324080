package io.atalaya.ui.logs;

import io.atalaya.deployment.Deployment;
import io.atalaya.logs.ledger.Gap;
import io.atalaya.logs.view.Row;
import io.atalaya.ui.common.Inks;
import io.atalaya.ui.common.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a log: as many nodes as there is room for, whatever the number of rows, used again for what is scrolled in. Drawn
 * when told to, and when size, theme or text scale change.
 */
final class RowsPane extends Region {
    private static final int PROBE = 50;

    private final Reader reader;
    private final RowWords words;
    private final Supplier<Deployment> deployment;
    private final Supplier<Instant> clock;
    private final Supplier<GapNode> newGap;
    private final Inks<LogInk> inks = new Inks<>(LogInk.SHEET, this::requestLayout);
    private final Text probe = new Text("0".repeat(PROBE));
    private final Pane body = new Pane();
    private final Rectangle clip = new Rectangle();
    private final HeaderRow header;
    private final ScrollBar vertical = new ScrollBar();
    private final ScrollBar horizontal = new ScrollBar();
    private final Minimap minimap;
    private final List<RowNode> rowNodes = new ArrayList<>();
    private final List<GapNode> gapNodes = new ArrayList<>();
    private final Map<Long, Node> byNumber = new HashMap<>();
    private @Nullable Deployment placesOf;
    private @Nullable Places places;
    private @Nullable RowLooks looks;
    private int widestPlace = 5;
    private int longest;
    private int column;
    private boolean scrolling;
    private boolean again;
    private boolean wantsFocus;
    private int roomBefore;
    private Runnable onDrawn = () -> {};
    private Consumer<Row> onOpen = row -> {};

    RowsPane(
            Reader reader,
            Texts texts,
            Supplier<Deployment> deployment,
            Supplier<Instant> clock,
            Consumer<Gap> insights) {
        this.reader = reader;
        this.words = new RowWords(texts);
        this.deployment = deployment;
        this.clock = clock;
        this.newGap = () -> new GapNode(reader.log().completeness()::askAgain, insights, texts);
        this.header = new HeaderRow(texts);
        this.minimap = new Minimap(reader, inks, this::scrollToShare);
        getStyleClass().add("log-rows");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(texts.get("logs.rows"));
        probe.getStyleClass().add("log-text");
        probe.setVisible(false);
        probe.setManaged(false);
        probe.fontProperty().addListener(it -> requestLayout());
        body.getStyleClass().add("log-rows-body");
        body.setClip(clip);
        vertical.setOrientation(Orientation.VERTICAL);
        vertical.setFocusTraversable(false);
        horizontal.setFocusTraversable(false);
        vertical.valueProperty().addListener(it -> dragged());
        horizontal.valueProperty().addListener(it -> {
            var now = (int) Math.round(horizontal.getValue());
            if (now != column) {
                column = now;
                requestLayout();
            }
        });
        getChildren().addAll(inks, probe, header, body, minimap, vertical, horizontal);
        new RowGestures(this, reader).install(body);
        focusedProperty().subscribe(it -> requestLayout());
        sceneProperty().addListener((it, before, after) -> {
            if (after != null && wantsFocus) {
                wantsFocus = false;
                requestFocus();
            }
        });
    }

    /** What else is brought up to date whenever rows were drawn. */
    void onDrawn(Runnable action) {
        onDrawn = action;
    }

    /** What happens when a row is opened: Enter, or a double click. */
    void onOpen(Consumer<Row> action) {
        onOpen = action;
    }

    void open(Row row) {
        onOpen.accept(row);
    }

    /** Draws again in the next pulse, however often it is called before. */
    void redraw() {
        requestLayout();
    }

    /** The keys are for the rows, as soon as they are on screen. */
    void focus() {
        if (getScene() == null) {
            wantsFocus = true;
        } else {
            requestFocus();
        }
    }

    Inks<LogInk> inks() {
        return inks;
    }

    /** How many whole lines there is room for. */
    int room() {
        var now = looks;
        return now == null ? 1 : Math.max(1, (int) (body.getHeight() / now.height()));
    }

    /** The row at a height within the body; null where there is none. */
    @Nullable
    Placed at(double y) {
        var now = looks;
        if (now == null) {
            return null;
        }
        var line = (int) Math.floor(y / now.height());
        return reader.model().placed().stream()
                .filter(it -> line >= it.line() && line < it.line() + it.lines())
                .findFirst()
                .orElse(null);
    }

    double lineHeight() {
        var now = looks;
        return now == null ? 1 : now.height();
    }

    /** Scrolls sideways by so many characters. */
    void sideways(int characters) {
        column = Math.clamp(column + characters, 0, Math.max(0, longest));
        requestLayout();
    }

    private void scrollToShare(double share) {
        reader.model().scrollTo((long) (share * reader.rows().size()));
        redraw();
    }

    private void dragged() {
        if (!scrolling) {
            var to = Math.round(vertical.getValue());
            if (to >= vertical.getMax()) {
                reader.model().follow();
            } else {
                reader.model().scrollTo(to);
            }
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        reader.rows().refresh();
        reader.today(clock.get());
        var measured = measure();
        looks = measured;
        var em = measured.em();
        var top = Math.rint(em * 24 / 13);
        var bar = Math.rint(em * 9 / 13);
        var map = Math.rint(em * 12 / 13);
        var wide = getWidth() - bar - map;
        var needsSideways = !reader.wrapProperty().get() && longest > columns(measured, wide);
        var below = needsSideways || column > 0 ? bar : 0;
        header.resizeRelocate(0, 0, getWidth(), top);
        header.arrange(measured, reader.clock(), moment());
        body.resizeRelocate(0, top, wide, Math.max(0, getHeight() - top - below));
        clip.setWidth(wide);
        clip.setHeight(body.getHeight());
        vertical.resizeRelocate(wide, top, bar, body.getHeight());
        minimap.resizeRelocate(wide + bar, top, map, body.getHeight());
        horizontal.resizeRelocate(measured.message(), getHeight() - bar, Math.max(0, wide - measured.message()), bar);
        horizontal.setVisible(below > 0);
        reader.lines().wrap(reader.wrapProperty().get() ? columns(measured, wide) : 0);
        reader.rows().refresh();
        draw(measured, wide);
        if (again) {
            again = false;
            layoutChildren(); // once more, with the wider column
            return;
        }
        bars(measured, wide);
        minimap.draw();
        onDrawn.run();
    }

    /** Of the newest row, or the clock's beginning where there is none. */
    private long moment() {
        var size = reader.rows().size();
        return size == 0 ? 0 : reader.rows().row(size - 1).at();
    }

    private static int columns(RowLooks looks, double wide) {
        return Math.max(20, (int) ((wide - looks.message()) / looks.letter()) - 1);
    }

    private RowLooks measure() {
        var size = probe.getFont().getSize();
        var letter = probe.getLayoutBounds().getWidth() / PROBE;
        var em = size * 13 / 12;
        return RowLooks.of(
                letter,
                em,
                reader.clock().letters(),
                words.widest(),
                Math.max(5, reader.names().widest()),
                widestPlace);
    }

    private Places places() {
        var now = deployment.get();
        var known = places;
        if (known == null || placesOf != now) {
            known = new Places(now);
            placesOf = now;
            places = known;
        }
        return known;
    }

    private void draw(RowLooks measured, double wide) {
        var pen = new RowNode.Pen(
                inks,
                measured,
                words,
                reader,
                places(),
                reader.marks(),
                wide,
                column,
                RowLooks.hatch(inks.get(LogInk.ACCENT)));
        keepLead();
        var placed = reader.model().place(room());
        var first = reader.selection().first();
        var last = reader.selection().last();
        byNumber.clear();
        var usedRows = 0;
        var usedGaps = 0;
        var widest = widestPlace;
        var reach = 0;
        for (var each : placed) {
            var selected = each.number() >= first && each.number() <= last;
            var y = each.line() * measured.height();
            Region node;
            switch (each.row()) {
                case Row.Event event -> {
                    var row = rowNode(usedRows++);
                    row.show(event, each.lines(), selected, pen);
                    widest = Math.max(widest, pen.places().of(event.stream()).length());
                    for (var line : reader.lines().lines(event).lines()) {
                        reach = Math.max(reach, line.text().length());
                    }
                    node = row;
                }
                case Row.Missing missing -> {
                    var row = gapNode(usedGaps++);
                    row.show(missing.gap(), selected, pen);
                    node = row;
                }
            }
            node.resizeRelocate(0, y, wide, each.lines() * measured.height());
            node.setVisible(true);
            byNumber.put(each.number(), node);
        }
        hide(rowNodes, usedRows);
        hide(gapNodes, usedGaps);
        longest = Math.max(reach, column);
        if (Math.min(widest, Places.MOST) > widestPlace) {
            widestPlace = Math.min(widest, Places.MOST);
            again = true;
        }
    }

    /** Where less room is left, the row that is chosen stays in sight if it was. */
    private void keepLead() {
        var now = room();
        if (now < roomBefore && !reader.selection().isEmpty()) {
            var lead = reader.selection().number();
            if (reader.model().placed().stream().anyMatch(it -> it.number() == lead)) {
                reader.model().place(now);
                reader.model().reveal(lead);
            }
        }
        roomBefore = now;
    }

    private static void hide(List<? extends Node> nodes, int from) {
        for (int i = from; i < nodes.size(); i++) {
            nodes.get(i).setVisible(false);
        }
    }

    private RowNode rowNode(int index) {
        while (rowNodes.size() <= index) {
            var made = new RowNode();
            rowNodes.add(made);
            body.getChildren().add(made);
        }
        return rowNodes.get(index);
    }

    private GapNode gapNode(int index) {
        while (gapNodes.size() <= index) {
            var made = newGap.get();
            gapNodes.add(made);
            body.getChildren().add(made);
        }
        return gapNodes.get(index);
    }

    private void bars(RowLooks measured, double wide) {
        scrolling = true;
        var model = reader.model();
        var size = reader.rows().size();
        var most = Math.max(0, size - Math.max(1, model.shown()));
        vertical.setMax(most);
        vertical.setVisibleAmount(Math.max(model.shown(), most / 30.0));
        vertical.setBlockIncrement(Math.max(1, model.shown() - 1));
        vertical.setUnitIncrement(1);
        vertical.setValue(model.follows() ? most : Math.min(most, model.firstNumber()));
        vertical.setVisible(most > 0);
        horizontal.setMax(Math.max(0, longest - columns(measured, wide)));
        horizontal.setVisibleAmount(horizontal.getMax() / 3);
        horizontal.setUnitIncrement(4);
        horizontal.setBlockIncrement(40);
        horizontal.setValue(column);
        scrolling = false;
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT -> (int) Math.min(Integer.MAX_VALUE, reader.rows().size());
            case FOCUS_ITEM -> byNumber.get(reader.selection().number());
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
