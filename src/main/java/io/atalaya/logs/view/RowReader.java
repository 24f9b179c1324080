package io.atalaya.logs.view;

import io.atalaya.logs.ledger.Completeness;
import io.atalaya.logs.store.StoredEvents;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Makes rows of events. */
final class RowReader {
    private final StoredEvents events;
    private final Completeness completeness;

    RowReader(StoredEvents events, Completeness completeness) {
        this.events = events;
        this.completeness = completeness;
    }

    Row.Event row(long id, Folds folds, boolean folded, Row.Standing standing) {
        var text = events.text(id);
        var stream = events.streamName(events.stream(id));
        int lines = folded && !events.continues(id) ? folds.lines(id, Folds.READ_FAR).length : 0;
        return new Row.Event(
                id,
                events.timestamp(id),
                events.ingested(id),
                stream.group(),
                stream.stream(),
                events.level(id),
                events.origin(id),
                beginning(text),
                text.byteSize(),
                lines,
                standing,
                completeness.doubtful(id));
    }

    /** At most {@link LogView#ROW_CHARS} characters, none cut in two. */
    static String beginning(MemorySegment text) {
        // a character takes three bytes at most, or four for two of them
        long bytes = Math.min(text.byteSize(), 3L * LogView.ROW_CHARS + 1);
        var all = string(text, bytes);
        if (all.length() <= LogView.ROW_CHARS) {
            return all;
        }
        int end = Character.isHighSurrogate(all.charAt(LogView.ROW_CHARS - 1))
                ? LogView.ROW_CHARS - 1
                : LogView.ROW_CHARS;
        return all.substring(0, end);
    }

    private static String string(MemorySegment text, long bytes) {
        return new String(text.asSlice(0, bytes).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }

    /** The whole message with the lines that continue it. */
    Optional<String> text(long id, long[] lines) {
        if (id < events.first() || id >= events.next()) {
            return Optional.empty();
        }
        var text = new StringBuilder(whole(id));
        for (long line : lines) {
            if (text.isEmpty() || text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
            text.append(whole(line));
        }
        return Optional.of(text.toString());
    }

    private String whole(long id) {
        var text = events.text(id);
        return string(text, text.byteSize());
    }
}
