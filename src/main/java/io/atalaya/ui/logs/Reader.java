package io.atalaya.ui.logs;

import io.atalaya.logs.Level;
import io.atalaya.logs.Origin;
import io.atalaya.logs.find.Clause;
import io.atalaya.logs.find.Filter;
import io.atalaya.logs.view.LogView;
import io.atalaya.logs.view.Row;
import io.atalaya.ui.common.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * One reader before one open log: what is shown of it, where one is, what is chosen and pinned. On the screen's thread; made
 * without a stage in tests.
 */
final class Reader implements AutoCloseable {
    private final OpenLog log;
    private final LogView view;
    private final WindowedRows rows;
    private final RowTexts lines;
    private final RowsModel model;
    private final Selection selection;
    private final Pins pins;
    private final GroupNames names;
    private final ZoneId zone;
    private final BooleanProperty utc = new SimpleBooleanProperty(this, "utc", false);
    private final BooleanProperty wrap = new SimpleBooleanProperty(this, "wrap", false);
    private final ObjectProperty<@Nullable Clause> search = new SimpleObjectProperty<>(this, "search");
    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(this, "filter", Filter.ALL);
    private final ObjectProperty<Span> brush = new SimpleObjectProperty<>(this, "brush", Span.ALL);
    private long cleared = Long.MIN_VALUE;
    private Clock clock;

    Reader(OpenLog log, Texts texts, ZoneId zone) {
        this.log = log;
        this.view = log.newView();
        this.rows = new WindowedRows(view);
        this.lines = new RowTexts(view, texts);
        this.model = new RowsModel(rows, lines::height);
        this.selection = new Selection(rows);
        this.names = new GroupNames(log.groups().stream().map(it -> it.arn()).toList());
        this.zone = zone;
        this.pins = new Pins(log.pins(), view);
        this.clock = new Clock(zone, false);
        this.filter.set(view.filter());
        utc.subscribe(it -> clock = new Clock(zone, it, clock.isDated()));
        rows.refresh();
    }

    OpenLog log() {
        return log;
    }

    LogView view() {
        return view;
    }

    WindowedRows rows() {
        return rows;
    }

    RowTexts lines() {
        return lines;
    }

    RowsModel model() {
        return model;
    }

    Selection selection() {
        return selection;
    }

    Pins pins() {
        return pins;
    }

    GroupNames names() {
        return names;
    }

    Clock clock() {
        return clock;
    }

    /**
     * Where rows are of another day than that of {@code now}, all of them tell their date, so that they stay aligned.
     *
     * @return whether times are told in another way from now on
     */
    boolean today(Instant now) {
        var size = rows.size();
        var day = clock.day(now.toEpochMilli());
        var dated = size > 0
                && !(clock.day(rows.row(0).at()).equals(day)
                        && clock.day(rows.row(size - 1).at()).equals(day));
        if (dated == clock.isDated()) {
            return false;
        }
        clock = new Clock(zone, utc.get(), dated);
        return true;
    }

    BooleanProperty utcProperty() {
        return utc;
    }

    BooleanProperty wrapProperty() {
        return wrap;
    }

    /** What is searched for; null when nothing is. */
    ObjectProperty<@Nullable Clause> searchProperty() {
        return search;
    }

    /** What is shown. */
    ObjectProperty<Filter> filterProperty() {
        return filter;
    }

    /** The span that was chosen on the time axis. */
    ObjectProperty<Span> brushProperty() {
        return brush;
    }

    Marks marks() {
        return new Marks(filter.get().clauses(), search.get());
    }

    void show(Filter wanted) {
        filter.set(wanted);
        view.filter(wanted);
        rows.refresh();
    }

    void add(Clause clause) {
        var all = new ArrayList<>(filter.get().clauses());
        all.removeIf(it -> it.kind() == clause.kind()
                && it.mode() == clause.mode()
                && it.text().equals(clause.text()));
        all.add(clause);
        clauses(all);
    }

    void remove(Clause clause) {
        var all = new ArrayList<>(filter.get().clauses());
        all.remove(clause);
        clauses(all);
    }

    /** Switches a clause on or off, in its place. */
    void toggle(Clause clause) {
        var other = new Clause(clause.kind(), clause.mode(), clause.text(), clause.matchCase(), !clause.on());
        clauses(filter.get().clauses().stream()
                .map(it -> it.equals(clause) ? other : it)
                .toList());
    }

    private void clauses(List<Clause> clauses) {
        var now = filter.get();
        show(new Filter(clauses, now.levels(), now.groups(), now.around(), now.folded()));
    }

    /** Shows a level or hides it; the last one that is shown stays. */
    void toggle(Level level) {
        var now = filter.get();
        var levels = EnumSet.copyOf(now.levels());
        if (!levels.remove(level)) {
            levels.add(level);
        }
        if (!levels.isEmpty()) {
            show(new Filter(now.clauses(), levels, now.groups(), now.around(), now.folded()));
        }
    }

    void around(int lines) {
        var now = filter.get();
        show(new Filter(now.clauses(), now.levels(), now.groups(), lines, now.folded()));
    }

    /** Only this span from now on; {@link Span#ALL} shows everything again. */
    void limit(Span wanted) {
        brush.set(wanted);
        limit();
    }

    private void limit() {
        rows.limit(brush.get().and(new Span(cleared, Long.MAX_VALUE)));
    }

    /** Hides everything up to now, or shows it again. */
    void clearOrBack() {
        if (cleared != Long.MIN_VALUE) {
            cleared = Long.MIN_VALUE;
        } else {
            rows.refresh();
            if (rows.size() > 0) {
                cleared = rows.row(rows.size() - 1).at() + 1;
            }
        }
        limit();
        model.follow();
    }

    /** Shows everything again and stays at this event. */
    void linesAround(Row.Event event) {
        var now = filter.get();
        show(new Filter(
                now.clauses().stream()
                        .map(it -> it.kind() == Clause.Kind.MARK
                                ? it
                                : new Clause(it.kind(), it.mode(), it.text(), it.matchCase(), false))
                        .toList(),
                EnumSet.allOf(Level.class),
                now.groups(),
                now.around(),
                now.folded()));
        limit(Span.ALL);
        var number = rows.find(RowKey.of(event));
        if (number >= 0) {
            select(number, false);
        }
    }

    /** From when on rows are shown; empty where nothing was cleared. */
    Optional<Long> cleared() {
        return cleared == Long.MIN_VALUE ? Optional.empty() : Optional.of(cleared);
    }

    /** To the next or previous row of that level; whether there is one. */
    boolean go(Level level, int step) {
        rows.refresh();
        var from = selection.number();
        if (from < 0) {
            from = step > 0 ? model.firstNumber() - 1 : model.firstNumber() + model.shown();
        }
        var found = rows.nextOf(Set.of(level), from, step);
        if (found >= 0) {
            select(found, false);
        }
        return found >= 0;
    }

    void select(long number, boolean extend) {
        model.letGo();
        selection.choose(number, extend);
        model.reveal(number);
    }

    /** The event that was chosen last; empty where none is or it is a gap. */
    Optional<Row.Event> chosen() {
        var number = selection.number();
        return number >= 0 && rows.row(number) instanceof Row.Event event ? Optional.of(event) : Optional.empty();
    }

    /** How many there are by level, with the chosen span. */
    long[] counts() {
        var span = rows.span();
        var counts = new long[Level.values().length];
        if (span.isAll()) {
            view.counts().forEach((level, count) -> counts[level.ordinal()] = count);
            return counts;
        }
        var whole = view.span();
        if (whole.isPresent()) {
            var from = Math.max(span.from(), whole.get()[0]);
            var to = Math.min(span.to(), whole.get()[1] + 1);
            return to > from ? view.histogram(from, to, 1)[0] : counts;
        }
        return counts;
    }

    /** Whether the sweep had to bring it: it was not delivered, though the tail ran. */
    boolean isRecovered(Row.Event event) {
        return event.origin() == Origin.RECOVERED && event.at() >= log.begun().toEpochMilli();
    }

    ZoneId zone() {
        return zone;
    }

    @Override
    public void close() {
        view.close();
    }
}
