package io.atalaya.sandbox.world.feed;

import io.atalaya.sandbox.world.logs.Feed;
import io.atalaya.sandbox.world.logs.LogLine;
import io.atalaya.sandbox.world.sim.Dice;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Predicate;

/**
 * One group of a numbered feed. Numbers run from 0 in the order of writing; a number's moment, stream, delay and message are
 * functions of it. Late ones and those from the future are every so-many-th, so that they are found without throwing dice for all.
 */
final class NumberedGroup implements Feed {
    private static final long FIRST_LATE_MILLIS = 2_000;
    private static final int INDEX_BITS = 32;
    private static final int STREAM_BITS = 20;

    private final FeedPlan plan;
    private final Dice dice;
    private final String name;
    private final int index;
    private final List<String> streams;
    private final long start;
    private final long end;
    private final double perSecond;
    private final String filler;

    NumberedGroup(FeedPlan plan, Dice dice, String name, int index, List<String> streams, long start) {
        this.plan = plan;
        this.dice = dice;
        this.name = name;
        this.index = index;
        this.streams = List.copyOf(streams);
        this.start = start;
        this.end = plan.until() == null ? Long.MAX_VALUE : plan.until().getEpochSecond();
        this.perSecond = plan.perSecond() / plan.groups();
        this.filler = " lorem ípsum dolor sit amet".repeat(1 + plan.bytes() / 26);
    }

    String name() {
        return name;
    }

    @Override
    public long aheadMillis() {
        return plan.aheadEvery() == 0 ? 0 : plan.ahead().toMillis() + 2_000;
    }

    @Override
    public List<LogLine> second(Predicate<String> wanted, long second) {
        var found = new Found(wanted);
        for (long n = first(second); n < first(second + 1); n++) {
            if (!isAhead(n)) {
                found.add(second, n);
            }
        }
        if (plan.aheadEvery() > 0) {
            long reach = plan.ahead().toSeconds() + 2;
            for (long written = second - reach; written <= second; written++) {
                for (long n = next(first(written), plan.aheadEvery()); n < first(written + 1); n += plan.aheadEvery()) {
                    if (Math.floorDiv(timestamp(written, n), 1_000L) == second) {
                        found.add(written, n);
                    }
                }
            }
        }
        return found.sorted();
    }

    @Override
    public List<LogLine> ingested(Predicate<String> wanted, long after, long to) {
        List<LogLine> lines = new ArrayList<>();
        long last = Math.floorDiv(to, 1_000L);
        long prompt = plan.prompt().toSeconds() + 2;
        for (long written = Math.floorDiv(after, 1_000L) - prompt; written <= last; written++) {
            for (long n = first(written); n < first(written + 1); n++) {
                if (!isLate(n)) {
                    tell(wanted, written, n, after, to, lines);
                }
            }
        }
        if (plan.lateEvery() > 0) {
            long reach = plan.latest().toSeconds() + 2;
            for (long written = Math.floorDiv(after, 1_000L) - reach; written <= last; written++) {
                for (long n = next(first(written), plan.lateEvery()); n < first(written + 1); n += plan.lateEvery()) {
                    if (isLate(n)) {
                        tell(wanted, written, n, after, to, lines);
                    }
                }
            }
        }
        lines.sort(Comparator.comparingLong(LogLine::ingested));
        return lines;
    }

    private void tell(Predicate<String> wanted, long written, long n, long after, long to, List<LogLine> lines) {
        long ingested = ingested(written, n);
        if (ingested > after && ingested <= to && wanted.test(streams.get(stream(n)))) {
            for (int copy = 0; copy < copies(n); copy++) {
                lines.add(line(written, n, copy));
            }
        }
    }

    /** The number the second begins with. */
    private long first(long second) {
        long at = Math.min(Math.max(second, start), end);
        return (long) Math.floor((at - start) * perSecond);
    }

    /** The first number from there on whose class is every so-many-th. */
    private static long next(long from, int every) {
        return from + Math.floorMod(every - 1 - from, (long) every);
    }

    private static boolean isNth(long n, int every) {
        return every > 0 && n % every == every - 1;
    }

    private boolean isAhead(long n) {
        return isNth(n, plan.aheadEvery());
    }

    private boolean isLate(long n) {
        return isNth(n, plan.lateEvery()) && !isAhead(n);
    }

    private int copies(long n) {
        return isNth(n, plan.twinEvery()) ? 2 : 1;
    }

    private long bits(long n) {
        return dice.bits(name, n) >>> 1;
    }

    private int stream(long n) {
        return (int) Math.floorMod(dice.bits("stream", n / plan.shape().run()), (long) streams.size());
    }

    /** When the program wrote it. */
    private long moment(long written, long n) {
        long first = first(written);
        long into = (n - first) * 1_000 / Math.max(1, first(written + 1) - first);
        return written * 1_000 + into - into % plan.gridMillis();
    }

    private long timestamp(long written, long n) {
        long moment = moment(written, n);
        return isAhead(n) ? moment + 1_000 + bits(n) % Math.max(1, plan.ahead().toMillis()) : moment;
    }

    private long ingested(long written, long n) {
        long moment = moment(written, n);
        return isLate(n)
                ? moment
                        + FIRST_LATE_MILLIS
                        + bits(n) % Math.max(1, plan.latest().toMillis() - FIRST_LATE_MILLIS)
                : moment + 1 + bits(n) % Math.max(1, plan.prompt().toMillis());
    }

    private LogLine line(long written, long n, int copy) {
        long timestamp = timestamp(written, n);
        String message = plan.shape().message("#" + index + '/' + n, n, timestamp);
        String full = message.length() < plan.bytes()
                ? message + filler.substring(0, plan.bytes() - message.length())
                : message;
        return new LogLine(name, streams.get(stream(n)), timestamp, ingested(written, n), id(timestamp, n, copy), full);
    }

    /** Fifty-six digits, as CloudWatch's. */
    private String id(long timestamp, long n, int copy) {
        return (30_000_000_000_000_000L + timestamp) + pad(dice.bits(name, n) >>> 1) + pad(n) + copy;
    }

    private static String pad(long n) {
        String digits = Long.toString(n);
        return "0".repeat(19 - digits.length()) + digits;
    }

    /** The events of one second, packed; a message is made when its event is read. */
    private final class Found {
        private final Predicate<String> wanted;
        private long[] written = new long[64];
        private long[] numbers = new long[64];
        private long[] keys = new long[64];
        private int size;

        private Found(Predicate<String> wanted) {
            this.wanted = wanted;
        }

        private void add(long second, long n) {
            int stream = stream(n);
            if (!wanted.test(streams.get(stream))) {
                return;
            }
            long into = Math.floorMod(timestamp(second, n), 1_000L);
            for (int copy = 0; copy < copies(n); copy++) {
                if (size == keys.length) {
                    written = Arrays.copyOf(written, size * 2);
                    numbers = Arrays.copyOf(numbers, size * 2);
                    keys = Arrays.copyOf(keys, size * 2);
                }
                written[size] = second;
                numbers[size] = n << 1 | copy;
                keys[size] = (into << STREAM_BITS | stream) << INDEX_BITS | size;
                size++;
            }
        }

        private List<LogLine> sorted() {
            long[] order = Arrays.copyOf(keys, size);
            Arrays.sort(order);
            return new Lines(order, written, numbers);
        }
    }

    private final class Lines extends AbstractList<LogLine> implements RandomAccess {
        private final long[] order;
        private final long[] written;
        private final long[] numbers;

        private Lines(long[] order, long[] written, long[] numbers) {
            this.order = order;
            this.written = written;
            this.numbers = numbers;
        }

        @Override
        public LogLine get(int i) {
            int at = (int) order[i];
            return line(written[at], numbers[at] >> 1, (int) (numbers[at] & 1));
        }

        @Override
        public int size() {
            return order.length;
        }
    }
}
