package io.atalaya.sandbox.world.insights;

import io.atalaya.sandbox.world.logs.LogLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** A query at work: takes events one by one, and tells at any time what it has found. Not safe for several threads. */
final class Execution {
    /** As AWS without a limit, and with the highest. */
    static final int MOST_ROWS = 10_000;

    private static final int KEPT = 4 * MOST_ROWS;
    private static final List<Command.Key> NEWEST_FIRST = List.of(new Command.Key("@timestamp", true));

    /** @param cells values by the names of columns, in their order; absent ones are left out */
    record Line(Map<String, String> cells) {}

    private final String account;
    private final int limit;
    private final List<Command> perEvent = new ArrayList<>();
    private final List<Command> after = new ArrayList<>();
    private final Command.@Nullable Stats stats;
    private final Map<List<String>, Group> groups = new LinkedHashMap<>();
    private List<Row> rows = new ArrayList<>();
    private long matched;
    private long scanned;
    private long bytes;

    private record Group(List<@Nullable Object> keys, List<Aggregate> aggregates) {}

    Execution(List<Command> commands, String account, int limit) {
        this.account = account;
        this.limit = limit;
        Command.Stats found = null;
        for (Command command : commands) {
            if (found == null && command instanceof Command.Stats first) {
                found = first;
            } else if (found == null && after.isEmpty() && isPerEvent(command)) {
                perEvent.add(command);
            } else {
                after.add(command);
            }
        }
        this.stats = found;
    }

    private static boolean isPerEvent(Command command) {
        return switch (command) {
            case Command.Fields fields -> true;
            case Command.Filter filter -> true;
            case Command.Parse parse -> true;
            case Command.Display display -> true;
            default -> false;
        };
    }

    void add(LogLine line) {
        scanned++;
        bytes += line.message().getBytes(StandardCharsets.UTF_8).length;
        Row row = Row.of(line, account);
        for (Command command : perEvent) {
            if (!passes(row, command)) {
                return;
            }
        }
        matched++;
        if (stats == null) {
            rows.add(row);
            if (rows.size() >= KEPT) {
                rows = new ArrayList<>(ordered(rows, after));
            }
            return;
        }
        group(row, stats).aggregates().forEach(aggregate -> aggregate.add(row));
    }

    private Group group(Row row, Command.Stats by) {
        List<@Nullable Object> keys = new ArrayList<>();
        by.by().forEach(column -> keys.add(column.value().of(row)));
        return groups.computeIfAbsent(
                keys.stream().map(k -> String.valueOf(Values.text(k))).toList(),
                k -> new Group(
                        keys, by.statistics().stream().map(s -> s.maker().get()).toList()));
    }

    private static boolean passes(Row row, Command command) {
        switch (command) {
            case Command.Fields fields -> fields.columns().forEach(c -> keep(row, c));
            case Command.Display display -> display.columns().forEach(c -> keep(row, c));
            case Command.Filter filter -> {
                return Values.isTrue(filter.condition().of(row));
            }
            case Command.Parse parse -> parsed(row, parse);
            default -> throw new IllegalStateException("not for one event: " + command);
        }
        return true;
    }

    private static void keep(Row row, Command.Column column) {
        if (row.get(column.name()) == null) {
            row.set(column.name(), column.value().of(row));
        }
    }

    private static void parsed(Row row, Command.Parse parse) {
        String text = Values.text(parse.of().of(row));
        if (text == null) {
            return;
        }
        Matcher m = parse.pattern().matcher(text);
        if (m.find()) {
            for (int i = 0; i < parse.groups().size() && i < m.groupCount(); i++) {
                row.set(parse.groups().get(i), m.group(i + 1));
            }
        }
    }

    long matched() {
        return matched;
    }

    long scanned() {
        return scanned;
    }

    long bytes() {
        return bytes;
    }

    /** What has been found so far. */
    List<Line> lines() {
        List<Row> found = stats == null ? ordered(rows, after) : ordered(statistics(stats), after);
        List<String> columns = columns();
        return found.stream().limit(limit).map(row -> line(row, columns)).toList();
    }

    private List<Row> statistics(Command.Stats by) {
        List<String> names = new ArrayList<>();
        by.by().forEach(c -> names.add(c.name()));
        by.statistics().forEach(s -> names.add(s.name()));
        List<Row> all = new ArrayList<>();
        for (Group group : groups.values()) {
            List<@Nullable Object> cells = new ArrayList<>(group.keys());
            group.aggregates().forEach(a -> cells.add(a.result()));
            all.add(Row.ofStatistics(names, cells));
        }
        return all;
    }

    /** The commands that need all rows; events come newest first unless they are sorted. */
    private List<Row> ordered(List<Row> all, List<Command> commands) {
        List<Row> now = new ArrayList<>(all);
        boolean sorted = stats != null;
        for (Command command : commands) {
            if (!sorted && !(command instanceof Command.Sort) && !isPerEvent(command)) {
                sort(now, NEWEST_FIRST);
                sorted = true;
            }
            switch (command) {
                case Command.Sort sort -> {
                    sort(now, sort.keys());
                    sorted = true;
                }
                case Command.Limit most -> now = new ArrayList<>(now.subList(0, Math.min(most.rows(), now.size())));
                case Command.Dedup dedup -> now = distinct(now, dedup);
                case Command.Stats second -> throw new IllegalStateException("a second stats is not simulated");
                default -> now.removeIf(row -> !passes(row, command));
            }
        }
        if (!sorted) {
            sort(now, NEWEST_FIRST);
        }
        return now.size() > MOST_ROWS ? now.subList(0, MOST_ROWS) : now;
    }

    private static void sort(List<Row> rows, List<Command.Key> keys) {
        Comparator<Row> order = (a, b) -> 0;
        for (Command.Key key : keys) {
            Comparator<Row> by = key.name().equals("@timestamp")
                    ? Comparator.comparingLong(Row::millis)
                    : (a, b) -> Values.compare(a.get(key.name()), b.get(key.name()));
            order = order.thenComparing(key.descending() ? by.reversed() : by);
        }
        rows.sort(order);
    }

    private static List<Row> distinct(List<Row> rows, Command.Dedup dedup) {
        Set<List<String>> seen = new HashSet<>();
        List<Row> first = new ArrayList<>();
        for (Row row : rows) {
            List<String> key = dedup.by().stream()
                    .map(c -> String.valueOf(Values.text(c.value().of(row))))
                    .toList();
            if (seen.add(key)) {
                first.add(row);
            }
        }
        return first;
    }

    /** The last display's; else of all fields commands; else of the statistics; else time and message. */
    private List<String> columns() {
        List<Command> all = new ArrayList<>(perEvent);
        all.addAll(after);
        List<String> names = new ArrayList<>();
        List<String> displayed = List.of();
        if (stats != null) {
            stats.by().forEach(c -> names.add(c.name()));
            stats.statistics().forEach(s -> names.add(s.name()));
        }
        for (Command command : all) {
            if (command instanceof Command.Display display) {
                displayed = display.columns().stream().map(Command.Column::name).toList();
            } else if (command instanceof Command.Fields fields && (stats == null || after.contains(command))) {
                fields.columns().forEach(c -> names.add(c.name()));
            }
        }
        if (!displayed.isEmpty()) {
            return displayed;
        }
        return names.isEmpty()
                ? List.of("@timestamp", "@message")
                : names.stream().distinct().toList();
    }

    private static Line line(Row row, List<String> columns) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (String column : columns) {
            String text = Values.text(row.get(column));
            if (text != null) {
                cells.put(column, text);
            }
        }
        if (row.isEvent()) {
            cells.put("@ptr", String.valueOf(row.get("@ptr")));
        }
        return new Line(cells);
    }
}
