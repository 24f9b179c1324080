package io.atalaya.logs.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the segments of a folder, whatever state they were left in. All are sealed afterwards. */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Path folder;
    private final SegmentReader reader;

    Recovery(Path folder) {
        this.folder = folder;
        this.reader = new SegmentReader(folder);
    }

    /**
     * What there is.
     *
     * @param kept in order
     * @param streams one more than the greatest number of a stream that had to be looked at
     * @param clean whether all were sealed and nothing had to be looked at
     */
    record Found(List<Segment> kept, long nextId, long nextNumber, int streams, boolean clean) {}

    Found segments() throws IOException {
        var closedWell = Files.exists(folder.resolve(OrderFile.FILE));
        var trusted = closedWell ? Long.MAX_VALUE : Forcing.upTo(folder);
        var kept = new ArrayList<Segment>();
        var nextId = 0L;
        var nextNumber = 0L;
        var streams = 0;
        var clean = closedWell;
        deleteLeftovers();
        for (var number : numbers(folder)) {
            nextNumber = number + 1;
            var segment = number <= trusted ? sealed(number, closedWell) : null;
            if (segment == null) {
                clean = false;
                var head = reader.rebuild(number);
                if (head == null) {
                    discard(number);
                    continue;
                }
                segment = reader.open(head);
                streams = Math.max(streams, streams(segment));
            }
            nextId = Math.max(nextId, segment.nextId());
            if (segment.count() == 0) {
                segment.arena.close();
                discard(number);
            } else {
                kept.add(segment);
            }
        }
        return new Found(kept, nextId, nextNumber, streams, clean);
    }

    private @Nullable Segment sealed(long number, boolean closedWell) throws IOException {
        var head = reader.sealed(number);
        if (head == null) {
            return null;
        }
        var segment = reader.open(head);
        if (closedWell || SegmentWriter.checksum(segment, head.count()) == head.rowsChecksum()) {
            return segment;
        }
        LOG.warn("the index of segment {} in {} is damaged: it is made anew", number, folder);
        segment.arena.close();
        return null;
    }

    private static int streams(Segment segment) {
        var most = 0;
        for (long id = segment.firstId; id < segment.nextId(); id++) {
            most = Math.max(most, segment.intOf(id, Layout.STREAM) + 1);
        }
        return most;
    }

    private void discard(long number) throws IOException {
        Files.deleteIfExists(Segment.text(folder, number));
        Files.deleteIfExists(Segment.columns(folder, number));
    }

    /** Of all text files, in order. */
    static List<Long> numbers(Path folder) throws IOException {
        return numbers(folder, Segment.TEXT);
    }

    /** Columns without a text are left over from a segment that was dropped. */
    private void deleteLeftovers() throws IOException {
        for (var number : numbers(folder, Segment.COLUMNS)) {
            if (!Files.exists(Segment.text(folder, number))) {
                discard(number);
            }
        }
    }

    private static List<Long> numbers(Path folder, String suffix) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[0-9]{8,18}" + suffix))
                    .map(name -> Long.valueOf(name.substring(0, name.length() - suffix.length())))
                    .sorted()
                    .toList();
        }
    }
}
