package io.atalaya.logs.store;

import io.atalaya.logs.Level;
import io.atalaya.logs.Origin;
import io.atalaya.logs.StreamName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of one session in a folder of their own. One thread writes; any number read at the same time.
 *
 * <p>What {@link #publish} returned from survives the end of this program at any moment: it is with the operating system. The end
 * of the computer (a power cut) may cost what was published since {@link #force} last returned; whatever is left then is whole
 * records, the rest is cut off. Whoever tails calls {@code force} every few seconds; {@link #close} does as well.
 */
public final class LogStore extends StoreReads implements AutoCloseable {
    /** The longest message, in bytes of UTF-8; CloudWatch takes a megabyte. */
    public static final int LONGEST = 512 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(LogStore.class);
    /** Dropped segments that readers may still be reading. */
    private static final int GRACE = 2;

    private final Path folder;
    private final Limits limits;
    private final StoreLock owned;
    private final Withdrawals withdrawals;
    private final OrderFile orderFile;
    private final Forcing forcing;
    private final Deque<Segment> dropped = new ArrayDeque<>();
    private volatile @Nullable SegmentWriter writer;
    /** One more than the newest that was appended. */
    private long appended;

    private long nextNumber;
    /** Whether the file of the order fits what is here. */
    private boolean ordered;

    private volatile boolean closed;

    private LogStore(Path folder, Limits limits, StoreLock owned) {
        super(new StreamTable(folder));
        this.folder = folder;
        this.limits = limits;
        this.owned = owned;
        this.withdrawals = new Withdrawals(folder);
        this.orderFile = new OrderFile(folder);
        this.forcing = new Forcing(folder);
    }

    /**
     * Makes a store in a folder, which is made as well.
     *
     * @throws StoreException when it cannot be, or the folder holds a store
     */
    public static LogStore create(Path folder, Limits limits) {
        try {
            OwnerOnly.folder(folder);
            if (Files.exists(folder.resolve(StreamTable.FILE))) {
                throw new StoreException(StoreException.Kind.FOREIGN, folder, "holds a store already");
            }
            return start(folder, limits);
        } catch (IOException e) {
            throw StoreException.of(folder, e);
        }
    }

    /**
     * Opens a store that was made before, in whatever state its program left it: up to the last whole record.
     *
     * @throws StoreException of kind IN_USE when it is open, here or in another program; GONE when there is none
     */
    public static LogStore open(Path folder, Limits limits) {
        try {
            if (!Files.exists(folder.resolve(StreamTable.FILE))) {
                throw new StoreException(StoreException.Kind.GONE, folder, "there is no store");
            }
            return start(folder, limits);
        } catch (IOException e) {
            throw StoreException.of(folder, e);
        }
    }

    private static LogStore start(Path folder, Limits limits) throws IOException {
        var owned = StoreLock.take(folder);
        try {
            var store = new LogStore(folder, limits, owned);
            try {
                store.load();
            } catch (IOException | RuntimeException e) {
                store.streams.close();
                store.withdrawals.close();
                throw e;
            }
            return store;
        } catch (IOException | RuntimeException e) {
            owned.close();
            throw e;
        }
    }

    private void load() throws IOException {
        var found = new Recovery(folder).segments();
        nextNumber = found.nextNumber();
        next = found.nextId();
        appended = next;
        var all = Segments.NONE;
        for (var each : found.kept()) {
            all = all.with(each);
        }
        segments = all;
        streams.atLeast(found.streams());
        withdrawals.replay(id -> {
            var segment = segments.of(id);
            if (segment != null && !segment.withdrawn(id)) {
                segment.withdraw(id);
            }
        });
        ordered = found.clean() && orderFile.read(order.mine(), state());
        if (!ordered) {
            var making = new OrderMaking(order.mine());
            for (int i = 0; i < all.count(); i++) {
                making.add(all.get(i));
            }
        }
        dropOld();
    }

    private OrderFile.Of state() {
        return new OrderFile.Of(first(), next, withdrawals.size());
    }

    public Path folder() {
        return folder;
    }

    /** The number of a stream, new where it has none. Only the thread that writes may ask. */
    public int streamNumber(StreamName name) {
        return streams.number(name);
    }

    /**
     * Adds an event, to be seen by readers with the next {@link #publish} (some may be before).
     *
     * @param stream from {@link #streamNumber}
     * @param timestamp milliseconds since the epoch
     * @param ingested milliseconds since the epoch
     * @param utf8 the message; kept byte by byte, valid or not
     * @return its id
     * @throws StoreException when it could not be written; then everything not yet below {@link #next} is forgotten, what is below
     *     stays, and one may try again
     */
    public long append(
            int stream, long timestamp, long ingested, Level level, boolean continues, Origin origin, byte[] utf8) {
        if (stream < 0 || stream >= streams.count() || utf8.length > LONGEST) {
            throw new IllegalArgumentException("stream " + stream + ", message of " + utf8.length + " bytes");
        }
        requireOpen();
        try {
            var into = writer;
            if (into != null && (into.count() >= limits.segmentEvents() || into.textSize() >= limits.segmentBytes())) {
                publish();
                seal(into);
                into = null;
            }
            if (into == null) {
                into = begin();
            }
            into.append(stream, timestamp, ingested, Layout.flags(level, continues, origin), utf8);
            return appended++;
        } catch (IOException e) {
            throw failed(StoreException.of(folder, e));
        }
    }

    private SegmentWriter begin() throws IOException {
        ordered = false;
        orderFile.delete();
        var fresh = SegmentWriter.create(folder, nextNumber, next);
        nextNumber++;
        writer = fresh;
        segments = segments.with(fresh.segment());
        return fresh;
    }

    private void seal(SegmentWriter full) throws IOException {
        full.seal();
        forcing.sealed(full);
        writer = null;
    }

    private StoreException failed(StoreException problem) {
        var broken = writer;
        appended = next;
        if (broken != null) {
            try {
                broken.rollBack();
            } catch (IOException more) {
                problem.addSuppressed(more);
            }
        }
        return problem;
    }

    /**
     * Writes out what was appended, lets readers see it and tells listeners. Then drops the oldest segments where there is more than
     * the limits.
     *
     * @throws StoreException as {@link #append}
     */
    public void publish() {
        requireOpen();
        var from = next;
        var to = appended;
        var into = writer;
        if (into == null || from == to) {
            return;
        }
        try {
            streams.write();
            into.publish();
        } catch (StoreException e) {
            throw failed(e);
        } catch (IOException e) {
            throw failed(StoreException.of(folder, e));
        }
        next = to;
        order.add(from, to);
        listeners.forEach(each -> each.appended(from, to));
        dropOld();
    }

    /**
     * Takes an event out of the order, for good: it was delivered twice. Told at once. Nothing where it is out already or not kept.
     *
     * @throws StoreException when that could not be written; then it stays
     */
    public void withdraw(long id) {
        requireOpen();
        if (id >= next) {
            publish();
        }
        var segment = segments.of(id);
        if (segment == null || segment.withdrawn(id)) {
            return;
        }
        ordered = false;
        withdrawals.add(id);
        segment.withdraw(id);
        order.remove(id);
        listeners.forEach(each -> each.withdrawn(id));
    }

    private void dropOld() {
        var all = segments;
        while (all.count() > 1 && (all.bytes() > limits.maxBytes() || all.events() > limits.maxEvents())) {
            var oldest = all.oldest();
            ordered = false;
            all = all.withoutOldest();
            var below = all.oldest().firstId;
            var newest = newest(oldest);
            order.removeBelow(below);
            segments = all;
            listeners.forEach(each -> each.dropped(below, newest));
            delete(oldest);
        }
    }

    private long newest(Segment segment) {
        var newest = Long.MIN_VALUE;
        for (var id = segment.firstId; id < segment.nextId(); id++) {
            newest = Math.max(newest, Math.min(timestamp(id), ingested(id)));
        }
        return newest;
    }

    /** At once where the system lets mapped files be deleted, else (Windows) when nobody can be reading it any more. */
    private void delete(Segment oldest) {
        try {
            forcing.dropped(oldest.number);
            deleteFiles(oldest);
        } catch (IOException e) {
            LOG.debug("segment {} of {} is deleted later: {}", oldest.number, folder, e.toString());
        }
        dropped.add(oldest);
        while (dropped.size() > GRACE) {
            forget(dropped.remove());
        }
    }

    private void forget(Segment gone) {
        close(gone);
        try {
            deleteFiles(gone);
        } catch (IOException e) {
            LOG.warn("what is no longer kept of {} cannot be deleted: {}", folder, e.toString());
        }
    }

    private void deleteFiles(Segment segment) throws IOException {
        // the text first: columns alone are not taken for a segment
        Files.deleteIfExists(Segment.text(folder, segment.number));
        Files.deleteIfExists(Segment.columns(folder, segment.number));
    }

    private static void close(Segment segment) {
        try {
            segment.arena.close();
        } catch (IllegalStateException e) {
            LOG.debug("segment {} stays mapped: it is being read", segment.number);
        }
    }

    /**
     * Waits until all that was published is on disk. On any thread, while another writes; takes as long as the disk does. Nothing
     * where the store is closed.
     *
     * @throws StoreException when the disk refuses
     */
    public void force() {
        if (closed) {
            return;
        }
        try {
            streams.force();
            withdrawals.force();
            var into = writer;
            forcing.force(into == null ? List.of() : List.of(into));
        } catch (StoreException e) {
            throwUnlessClosed(e);
        } catch (IOException e) {
            throwUnlessClosed(StoreException.of(folder, e));
        }
    }

    private void throwUnlessClosed(StoreException problem) {
        if (!closed) {
            throw problem;
        }
    }

    /** Publishes, brings all to disk and closes the store; who still reads gets nothing. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        try (owned;
                withdrawals;
                streams) {
            try {
                publish();
            } finally {
                finish();
            }
        } catch (IOException e) {
            throw StoreException.of(folder, e);
        }
    }

    private void finish() throws IOException {
        try {
            var into = writer;
            if (into != null) {
                seal(into);
            }
            force();
            if (!ordered) {
                orderFile.write(order.mine(), state());
            }
        } finally {
            closed = true;
            var all = segments;
            segments = Segments.NONE;
            order.clear();
            for (int i = 0; i < all.count(); i++) {
                close(all.get(i));
            }
            dropped.forEach(this::forget);
            forcing.close();
            var unsealed = writer;
            if (unsealed != null) {
                unsealed.close();
            }
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException(folder + " is closed");
        }
    }
}
