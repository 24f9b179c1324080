package io.atalaya.sandbox.world.logs;

import io.atalaya.sandbox.world.sim.Dice;
import io.atalaya.sandbox.world.sim.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The log groups of a region. Nothing is stored: events are computed from their voices when somebody reads. */
public final class Logs {
    /** After that long every event of a voice has been ingested. */
    public static final long LATEST_INGESTION_MILLIS = 9_000;

    private static final Comparator<LogLine> ORDER = Comparator.comparingLong(LogLine::millis)
            .thenComparing(LogLine::stream)
            .thenComparing(LogLine::id);

    private final Table<LogGroup> groups = new Table<>(LogGroup::name);
    private final Map<String, Speaking> speaking = new ConcurrentHashMap<>();
    private final ReadFaults faults = new ReadFaults(System::nanoTime);
    private final Dice dice;

    private record Speaking(LogGroup group, List<LogStream> streams) {}

    public Logs(Dice dice) {
        this.dice = dice;
    }

    /** How reading misbehaves. */
    public ReadFaults faults() {
        return faults;
    }

    public Table<LogGroup> groups() {
        return groups;
    }

    /** The group of that name or ARN, with or without {@code :*}. */
    public Optional<LogGroup> find(String nameOrArn) {
        String bare = nameOrArn.endsWith(":*") ? nameOrArn.substring(0, nameOrArn.length() - 2) : nameOrArn;
        return groups.stream()
                .filter(g -> g.name().equals(bare) || g.arn().equals(bare))
                .findFirst();
    }

    /**
     * Everything a group's streams say in one second, in order, whether it has been ingested yet or not: its places in the list
     * never change.
     */
    public List<LogLine> second(LogGroup group, Predicate<String> streams, long second) {
        List<LogStream> speaking = speaking(group);
        if (group.feeds().size() == 1 && speaking.isEmpty()) {
            return group.feeds().getFirst().second(streams, second); // as it is: perhaps thousands
        }
        List<LogLine> lines = new ArrayList<>();
        for (LogStream stream : speaking) {
            if (streams.test(stream.name()) && second >= stream.created().getEpochSecond()) {
                say(group, stream, second, lines);
            }
        }
        group.feeds().forEach(feed -> lines.addAll(feed.second(streams, second)));
        lines.sort(ORDER);
        return lines;
    }

    /** What was ingested in {@code (after, to]}, milliseconds since the epoch, by ingestion. */
    public List<LogLine> ingested(LogGroup group, Predicate<String> streams, long after, long to) {
        List<LogLine> lines = new ArrayList<>();
        for (LogStream stream : speaking(group)) {
            if (streams.test(stream.name())) {
                long first = Math.floorDiv(after - LATEST_INGESTION_MILLIS, 1_000L);
                long last = Math.floorDiv(to, 1_000L);
                for (long second = Math.max(first, stream.created().getEpochSecond()); second <= last; second++) {
                    say(group, stream, second, lines);
                }
            }
        }
        lines.removeIf(line -> line.ingested() <= after || line.ingested() > to);
        group.feeds().forEach(feed -> lines.addAll(feed.ingested(streams, after, to)));
        lines.sort(Comparator.comparingLong(LogLine::ingested));
        return lines;
    }

    /** Remembered, because a group may have a hundred thousand streams of which none speaks for itself. */
    private List<LogStream> speaking(LogGroup group) {
        Speaking known = speaking.get(group.name());
        if (known == null || known.group() != group) {
            known = new Speaking(
                    group,
                    group.streams().stream()
                            .filter(s -> s.voice() != Voice.SILENT)
                            .toList());
            speaking.put(group.name(), known);
        }
        return known.streams();
    }

    private void say(LogGroup group, LogStream stream, long second, List<LogLine> lines) {
        String place = group.name() + '/' + stream.name();
        int[] number = {0};
        stream.voice().speak(second, (millis, message) -> {
            long key = second * 1_000 + number[0]++;
            long at = second * 1_000 + millis;
            long ingested = at + delay(place, at);
            lines.add(new LogLine(group.name(), stream.name(), at, ingested, id(place, at, key), message));
        });
    }

    /**
     * Mostly within two seconds; a few are late, and that is what a sweep after a tail is for. What a stream says in one
     * millisecond is sent together.
     */
    private long delay(String place, long at) {
        double late = dice.unit("late" + place, at);
        return late < 0.99 ? 150 + (long) (late * 1_600) : 2_000 + (long) ((late - 0.99) * 100 * 6_500);
    }

    /** Fifty-six digits, as CloudWatch's; what a stream says in one millisecond keeps its order. */
    private String id(String place, long at, long key) {
        long low = dice.bits("id" + place, key) >>> 1;
        return (30_000_000_000_000_000L + at) + pad(key) + pad(low) + '7';
    }

    private static String pad(long n) {
        String digits = Long.toString(n);
        return "0".repeat(19 - digits.length()) + digits;
    }
}
