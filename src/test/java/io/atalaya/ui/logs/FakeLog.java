package io.atalaya.ui.logs;

import io.atalaya.logs.Level;
import io.atalaya.logs.Origin;
import io.atalaya.logs.TailedGroup;
import io.atalaya.logs.find.Clause;
import io.atalaya.logs.find.Filter;
import io.atalaya.logs.ledger.Cause;
import io.atalaya.logs.ledger.Completeness;
import io.atalaya.logs.ledger.Gap;
import io.atalaya.logs.ledger.Minute;
import io.atalaya.logs.tail.TailStatus;
import io.atalaya.logs.view.LogView;
import io.atalaya.logs.view.Notes;
import io.atalaya.logs.view.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A log in memory whose filter knows texts and levels only: for what the screen does with any log. */
final class FakeLog implements OpenLog, LogView, Completeness {
    static final String APP = "arn:aws:logs:us-east-1:111122223333:log-group:/checkop/app";
    static final String SYS = "arn:aws:logs:us-east-1:111122223333:log-group:/checkop/system";
    static final String RDS = "arn:aws:logs:us-east-1:111122223333:log-group:/aws/rds/instance/dbprogressus/error";
    static final long NOW = Instant.parse("2026-11-24T19:03:39Z").toEpochMilli();

    final List<Row> all = new ArrayList<>();
    final List<Gap> gaps = new ArrayList<>();
    final List<Minute> minutes = new ArrayList<>();
    final Map<Long, String> texts = new HashMap<>();
    final Map<Long, Notes.Note> notes = new java.util.TreeMap<>();
    final List<Long> asked = new ArrayList<>();

    /** How many of its views are open. */
    int views;

    TailStatus.State state = TailStatus.State.RUNNING;
    private List<Row> shown = new ArrayList<>();
    private Filter filter = Filter.ALL;
    private long version;
    private long nextId;
    private boolean quiet;

    Row.Event add(long at, Level level, String group, String stream, String text) {
        return add(at, level, group, stream, text, Origin.DELIVERED, false, 0);
    }

    Row.Event add(
            long at,
            Level level,
            String group,
            String stream,
            String text,
            Origin origin,
            boolean doubtful,
            int folded) {
        var id = nextId++;
        texts.put(id, text);
        var row = new Row.Event(
                id,
                at,
                at + 900,
                group,
                stream,
                level,
                origin,
                text.substring(0, Math.min(text.length(), ROW_CHARS)),
                text.length(),
                folded,
                Row.Standing.PASSES,
                doubtful);
        all.add(row);
        changed();
        return row;
    }

    Gap gap(long from, long to, Gap.State state, long recovered, @Nullable Long doubt) {
        var gap = new Gap(gaps.size(), APP, from, to, Cause.DISCONNECTED, recovered, doubt, state, null);
        gaps.add(gap);
        all.add(new Row.Missing(gap));
        changed();
        return gap;
    }

    /** Adds many at once. */
    void bulk(Runnable adding) {
        quiet = true;
        adding.run();
        quiet = false;
        changed();
    }

    void changed() {
        if (quiet) {
            return;
        }
        all.sort(Comparator.comparingLong(Row::at)); // nearly sorted: cheap
        shown = all.stream().filter(this::passes).collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        version++;
    }

    private boolean passes(Row row) {
        if (!(row instanceof Row.Event event)) {
            return true;
        }
        var includes = filter.clauses().stream()
                .filter(it -> it.on() && it.kind() == Clause.Kind.INCLUDE)
                .toList();
        return filter.levels().contains(event.level())
                && (includes.isEmpty() || includes.stream().anyMatch(it -> matches(it, event)))
                && filter.clauses().stream()
                        .noneMatch(it -> it.on() && it.kind() == Clause.Kind.EXCLUDE && matches(it, event));
    }

    private boolean matches(Clause clause, Row.Event event) {
        var text = texts.getOrDefault(event.id(), "").toLowerCase(Locale.ROOT);
        return clause.mode() == Clause.Mode.REGEX
                ? com.google.re2j.Pattern.compile(clause.text()).matcher(text).find()
                : text.contains(clause.text().toLowerCase(Locale.ROOT));
    }

    @Override
    public String id() {
        return "fake";
    }

    @Override
    public List<TailedGroup> groups() {
        return List.of(
                TailedGroup.all("/checkop/app", APP),
                TailedGroup.all("/checkop/system", SYS),
                TailedGroup.all("rds", RDS));
    }

    @Override
    public LogView newView() {
        views++;
        return this;
    }

    @Override
    public Completeness completeness() {
        return this;
    }

    @Override
    public TailStatus status() {
        return new TailStatus(
                List.of(
                        new TailStatus.Group(APP, TailStatus.Mode.LIVE_TAIL, null, 19, 22_000),
                        new TailStatus.Group(SYS, TailStatus.Mode.LIVE_TAIL, null, 1.6, 3_000),
                        new TailStatus.Group(RDS, TailStatus.Mode.POLLING, null, 0.1, 40)),
                state,
                1,
                600,
                1_240L,
                Instant.ofEpochMilli(NOW - 29_000));
    }

    @Override
    public PinStore pins() {
        return new PinStore() {
            @Override
            public List<Notes.Note> all() {
                return List.copyOf(notes.values());
            }

            @Override
            public void pin(long id, long at, String text) {
                notes.put(id, new Notes.Note(id, at, text, Instant.EPOCH));
            }

            @Override
            public void unpin(long id) {
                notes.remove(id);
            }
        };
    }

    @Override
    public Instant begun() {
        return Instant.ofEpochMilli(NOW - 15 * 60_000);
    }

    @Override
    public long errors() {
        return counts().getOrDefault(Level.ERROR, 0L);
    }

    @Override
    public void pause() {
        state = TailStatus.State.PAUSED;
    }

    @Override
    public void resume() {
        state = TailStatus.State.RUNNING;
    }

    @Override
    public Started started() {
        return new Started(groups(), null);
    }

    @Override
    public void end() {
        state = TailStatus.State.ENDED;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public long size() {
        return shown.size();
    }

    @Override
    public Row row(long number) {
        return shown.get((int) Math.clamp(number, 0, shown.size() - 1));
    }

    @Override
    public Optional<String> text(long id) {
        return Optional.ofNullable(texts.get(id));
    }

    @Override
    public long rowAt(long epochMilli) {
        var low = 0;
        var high = shown.size();
        while (low < high) {
            var mid = (low + high) / 2;
            if (shown.get(mid).at() < epochMilli) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        return low;
    }

    @Override
    public long rowOf(long id) {
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i) instanceof Row.Event event && event.id() == id) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public long nextOf(Set<Level> levels, long row, int step) {
        for (var i = row + step; i >= 0 && i < shown.size(); i += step) {
            if (shown.get((int) i) instanceof Row.Event event && levels.contains(event.level())) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public Found find(Clause clause, long row, int step) {
        for (var i = row + step; i >= 0 && i < shown.size(); i += step) {
            if (shown.get((int) i) instanceof Row.Event event && matches(clause, event)) {
                return new Found.At(i);
            }
        }
        return new Found.Nowhere();
    }

    @Override
    public void filter(Filter wanted) {
        filter = wanted;
        changed();
    }

    @Override
    public Filter filter() {
        return filter;
    }

    @Override
    public Progress progress() {
        return new Progress(
                all.size(),
                all.size(),
                filter.clauses().stream()
                        .map(clause -> all.stream()
                                .filter(it -> it instanceof Row.Event event && matches(clause, event))
                                .count())
                        .toList());
    }

    @Override
    public Map<Level, Long> counts() {
        var counts = new EnumMap<Level, Long>(Level.class);
        for (var row : shown) {
            if (row instanceof Row.Event event) {
                counts.merge(event.level(), 1L, Long::sum);
            }
        }
        return counts;
    }

    @Override
    public long[][] histogram(long from, long to, int buckets) {
        var counts = new long[buckets][Level.values().length];
        for (var row : shown) {
            if (row instanceof Row.Event event && event.at() >= from && event.at() < to) {
                var bucket = (int) Math.min(buckets - 1, (event.at() - from) * buckets / (to - from));
                counts[bucket][event.level().ordinal()]++;
            }
        }
        return counts;
    }

    @Override
    public Optional<long[]> span() {
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new long[] {all.getFirst().at(), all.getLast().at()});
    }

    @Override
    public List<Gap> gaps() {
        return gaps;
    }

    @Override
    public List<Minute> minutes(long from, long to) {
        return minutes;
    }

    @Override
    public long sweptTo() {
        return NOW - 29_000;
    }

    @Override
    public void askAgain(long gap) {
        asked.add(gap);
    }

    @Override
    public void close() {
        views--;
    }
}
