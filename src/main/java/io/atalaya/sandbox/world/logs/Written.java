package io.atalaya.sandbox.world.logs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What clients wrote with PutLogEvents: kept in memory as long as the sandbox lives. */
public final class Written implements Feed {
    private static final Comparator<LogLine> ORDER = Comparator.comparingLong(LogLine::millis)
            .thenComparing(LogLine::stream)
            .thenComparing(LogLine::id);

    private final TreeMap<Long, List<LogLine>> seconds = new TreeMap<>();
    private final List<LogLine> byIngestion = new ArrayList<>();

    /** Takes an event that is ingested now: later than all before it. */
    public void add(LogLine line) {
        byIngestion.add(line);
        List<LogLine> second = seconds.computeIfAbsent(Math.floorDiv(line.millis(), 1_000L), s -> new ArrayList<>());
        second.add(line);
        second.sort(ORDER);
    }

    /** How many events there are. */
    public int size() {
        return byIngestion.size();
    }

    @Override
    public List<LogLine> second(Predicate<String> streams, long second) {
        return seconds.getOrDefault(second, List.of()).stream()
                .filter(line -> streams.test(line.stream()))
                .toList();
    }

    @Override
    public List<LogLine> ingested(Predicate<String> streams, long after, long to) {
        List<LogLine> lines = new ArrayList<>();
        for (int i = byIngestion.size() - 1; i >= 0 && byIngestion.get(i).ingested() > after; i--) {
            LogLine line = byIngestion.get(i);
            if (line.ingested() <= to && streams.test(line.stream())) {
                lines.add(line);
            }
        }
        return lines.reversed();
    }

    @Override
    public long aheadMillis() {
        return 7_200_000;
    }
}
