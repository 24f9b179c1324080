package io.atalaya.logs.tail;

import io.atalaya.logs.LogEvent;
import io.atalaya.logs.Origin;
import io.atalaya.logs.StreamName;
import io.atalaya.logs.ledger.Cause;
import io.atalaya.logs.ledger.Ledger;
import io.atalaya.logs.ledger.Span;
import io.atalaya.logs.store.StoreException;
import io.atalaya.logs.understand.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where everything that is read comes in: the only writer of the session's log. What the feeds tell is shown at once, each
 * event as often as the feed that told it most often; what the sweep reads is laid beside what is shown, and puts it right.
 */
final class Intake {
    private static final int MOST_RECENT = 300_000;
    private static final long RECENT_NANOS = Duration.ofSeconds(60).toNanos();
    /** So many events are compared at once; feeds wait meanwhile. */
    private static final int SLICE = 2_000;
    /** And so many characters or bytes: a message may take a megabyte, and each is digested. */
    private static final long SLICE_BYTES = 4 << 20;
    /** Live Tail tells once a second; what CloudWatch had sooner before the sweep read it was not lost yet. */
    private static final long ON_ITS_WAY = 3_000;

    private final EventLog log;
    private final Ledger ledger;
    private final Function<String, Reading> understanding;
    private final TailTools tools;
    private final long settleMillis;
    private final ReentrantLock lock = new ReentrantLock();
    private final Fingerprint.Maker maker = new Fingerprint.Maker();
    private Recent recent;
    private final Map<String, Tally> tallies = new HashMap<>();
    private long[] highWater = new long[16];
    private int feeds;
    private boolean closed;
    private @Nullable Long behindMillis;

    /**
     * What a comparison changed.
     *
     * @param finished false where the tail was closed before all of the span was compared
     */
    record Changed(int recovered, int withdrawn, int doubtful, boolean finished) {}

    Intake(
            EventLog log,
            Ledger ledger,
            Function<String, Reading> understanding,
            TailTools tools,
            TailSettings settings) {
        this.log = log;
        this.ledger = ledger;
        this.understanding = understanding;
        this.tools = tools;
        this.settleMillis = settings.settle().toMillis();
        this.recent = newRecent();
    }

    /** Something that tells events on its own: a Live Tail session, one round of polling. */
    int newFeed() {
        lock.lock();
        try {
            return ++feeds;
        } finally {
            lock.unlock();
        }
    }

    /** Shows what a feed told, except what another told before. */
    void arrived(int feed, List<LogEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            if (closed) {
                return;
            }
            show(feed, events);
        } catch (StoreException e) {
            forget(events);
            throw e;
        } finally {
            lock.unlock();
        }
    }

    private void show(int feed, List<LogEvent> events) {
        var now = tools.now();
        var nanos = tools.nanos();
        var newest = Long.MIN_VALUE;
        var fresh = new ArrayList<LogEvent>(events.size());
        for (var event : events) {
            newest = Math.max(newest, event.timestamp());
            var stream = log.streamNumber(new StreamName(event.group(), event.stream()));
            var utf8 = event.message().getBytes(StandardCharsets.UTF_8);
            var print = maker.of(stream, event.timestamp(), event.ingested(), utf8);
            if (recent.told(print, feed, nanos)) {
                append(event, stream, Origin.DELIVERED, utf8);
                fresh.add(event);
            }
        }
        log.publish();
        behindMillis = Math.max(0, now - newest);
        for (var event : fresh) {
            ledger.delivered(event.group(), event.timestamp());
            ledger.late(event.group(), event.timestamp(), settleMillis);
            tally(event.group()).arrived(1, now);
        }
    }

    /** They could not be kept: the sweep has to bring them again, when there is room. */
    private void forget(List<LogEvent> events) {
        recent = newRecent();
        for (var event : events) {
            ledger.missing(event.group(), event.timestamp(), event.timestamp() + 1, Cause.DROPPED_HERE, null);
        }
    }

    private Recent newRecent() {
        return new Recent(MOST_RECENT, RECENT_NANOS, tools.nanos());
    }

    private void append(LogEvent event, int stream, Origin origin, byte[] utf8) {
        var reading = understanding.apply(event.message());
        log.append(stream, event.timestamp(), event.ingested(), reading.level(), reading.continues(), origin, utf8);
        if (stream >= highWater.length) {
            highWater = Arrays.copyOf(highWater, Math.max(stream + 1, 2 * highWater.length));
        }
        highWater[stream] = Math.max(highWater[stream], event.timestamp());
    }

    private Tally tally(String group) {
        return tallies.computeIfAbsent(group, g -> new Tally());
    }

    /**
     * Puts right what is shown of a group in a span by all that the sweep read there.
     *
     * @param readAt when the first page was asked for, milliseconds since the epoch
     * @param liveSince since when Live Tail should have delivered everything: what it did not becomes a gap
     * @param whole false where the read was broken off: then nothing is withdrawn or doubted
     */
    Changed compare(String group, Span span, List<LogEvent> read, long readAt, long liveSince, boolean whole) {
        var sorted = new ArrayList<>(read);
        sorted.removeIf(event -> event.timestamp() < span.from() || event.timestamp() >= span.to());
        sorted.sort(Comparator.comparingLong(LogEvent::timestamp));
        var recovered = 0;
        var withdrawn = 0;
        var doubtful = 0;
        var next = 0;
        for (var from = span.from(); from < span.to(); ) {
            lock.lock();
            try {
                if (closed) {
                    return new Changed(recovered, withdrawn, doubtful, false);
                }
                var to = end(from, span.to(), sorted, next);
                var first = next;
                next = before(sorted, to, next);
                var part = new Slice(group, new Span(from, to), sorted.subList(first, next), readAt, liveSince, whole);
                var changed = part.putRight();
                recovered += changed.recovered;
                withdrawn += changed.withdrawn;
                doubtful += changed.doubtful;
                from = to;
            } finally {
                lock.unlock();
            }
        }
        return new Changed(recovered, withdrawn, doubtful, true);
    }

    /** Far enough for one comparison; a millisecond at least, for events of one moment are compared together. */
    private long end(long from, long to, List<LogEvent> read, int next) {
        var end = to;
        while (end - from > 1
                && (before(read, end, next) - next > SLICE
                        || log.events().positionAt(end) - log.events().positionAt(from) > 4 * SLICE)) {
            end = from + (end - from) / 2;
        }
        while (end - from > 1
                && (bytesRead(read.subList(next, before(read, end, next))) > SLICE_BYTES
                        || bytesShown(from, end) > SLICE_BYTES)) {
            end = from + (end - from) / 2;
        }
        return end;
    }

    private static long bytesRead(List<LogEvent> read) {
        return read.stream().mapToLong(event -> event.message().length()).sum();
    }

    private long bytesShown(long from, long to) {
        var events = log.events();
        var position = events.positionAt(from);
        var ids = new long[(int) (events.positionAt(to) - position)];
        var count = events.ids(position, ids);
        var bytes = 0L;
        for (int i = 0; i < count; i++) {
            bytes += events.text(ids[i]).byteSize();
        }
        return bytes;
    }

    private static int before(List<LogEvent> read, long moment, int from) {
        var low = from;
        var high = read.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (read.get(middle).timestamp() < moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** One comparison, under the lock. */
    private final class Slice {
        private final String group;
        private final Span span;
        private final List<LogEvent> read;
        private final long readAt;
        private final long liveSince;
        private final boolean whole;

        private Slice(String group, Span span, List<LogEvent> read, long readAt, long liveSince, boolean whole) {
            this.group = group;
            this.span = span;
            this.read = read;
            this.readAt = readAt;
            this.liveSince = liveSince;
            this.whole = whole;
        }

        private Changed putRight() {
            var shown = shown();
            var prints = read.stream().map(this::print).toList();
            var comparison = Comparison.of(shown, prints);
            comparison.missing().forEach(i -> recover(read.get(i), prints.get(i).exact()));
            comparison.found().forEach(ledger::found);
            if (whole) {
                var events = log.events();
                var surplus = Set.copyOf(comparison.surplus());
                shown.stream()
                        .filter(event -> surplus.contains(event.id()))
                        .forEach(event -> withdraw(event.id(), event.exact()));
                comparison.doubtful().forEach(id -> ledger.doubt(group, id, events.timestamp(id)));
            }
            if (!comparison.missing().isEmpty() || !comparison.surplus().isEmpty()) {
                log.publish();
            }
            return new Changed(
                    comparison.missing().size(),
                    whole ? comparison.surplus().size() : 0,
                    whole ? comparison.doubtful().size() : 0,
                    true);
        }

        private List<Comparison.Shown> shown() {
            var events = log.events();
            var position = events.positionAt(span.from());
            var ids = new long[(int) (events.positionAt(span.to()) - position)];
            var count = events.ids(position, ids);
            var shown = new ArrayList<Comparison.Shown>(count);
            for (int i = 0; i < count; i++) {
                var id = ids[i];
                var stream = events.stream(id);
                if (events.streamName(stream).group().equals(group)) {
                    var text = events.text(id);
                    shown.add(new Comparison.Shown(
                            id,
                            maker.of(stream, events.timestamp(id), events.ingested(id), text),
                            maker.of(stream, events.timestamp(id), 0, text)));
                }
            }
            return shown;
        }

        private Comparison.Read print(LogEvent event) {
            var stream = log.streamNumber(new StreamName(event.group(), event.stream()));
            var utf8 = event.message().getBytes(StandardCharsets.UTF_8);
            return new Comparison.Read(
                    maker.of(stream, event.timestamp(), event.ingested(), utf8),
                    maker.of(stream, event.timestamp(), 0, utf8));
        }

        private void recover(LogEvent event, Fingerprint print) {
            var stream = log.streamNumber(new StreamName(event.group(), event.stream()));
            append(event, stream, Origin.RECOVERED, event.message().getBytes(StandardCharsets.UTF_8));
            recent.shown(print, 1, tools.nanos());
            if (event.ingested() > liveSince
                    && readAt - event.ingested() > ON_ITS_WAY
                    && !ledger.isGap(group, event.timestamp())) {
                ledger.missing(group, event.timestamp(), event.timestamp() + 1, Cause.SLOW_CLIENT, null);
            }
            ledger.recovered(group, event.timestamp());
            tally(group).more(1);
        }

        private void withdraw(long id, Fingerprint print) {
            var events = log.events();
            ledger.withdrawn(group, events.timestamp(id), events.origin(id));
            ledger.found(id);
            log.withdraw(id);
            recent.shown(print, -1, tools.nanos());
            tally(group).more(-1);
        }
    }

    /** The newest timestamp that is shown of a stream, milliseconds since the epoch; 0 where there is none. */
    long highWater(StreamName name) {
        lock.lock();
        try {
            var stream = log.streamNumber(name);
            return stream < highWater.length ? highWater[stream] : 0;
        } finally {
            lock.unlock();
        }
    }

    double perSecond(String group) {
        lock.lock();
        try {
            return tally(group).perSecond(tools.now());
        } finally {
            lock.unlock();
        }
    }

    long shown(String group) {
        lock.lock();
        try {
            return tally(group).shown();
        } finally {
            lock.unlock();
        }
    }

    /** Writes nothing from now on, whatever is still under way. */
    void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /** What an earlier run kept. */
    void kept(String group, int events) {
        lock.lock();
        try {
            tally(group).more(events);
        } finally {
            lock.unlock();
        }
    }

    @Nullable
    Long behindMillis() {
        lock.lock();
        try {
            return behindMillis;
        } finally {
            lock.unlock();
        }
    }
}
