package io.atalaya.logs.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.atalaya.logs.store.RecordFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a person marked in a session's log, kept beside it. Safe on any thread. */
public final class Notes implements AutoCloseable {
    /**
     * A pinned event.
     *
     * @param id of the event
     * @param at of the event, milliseconds since the epoch
     * @param text empty for a mark without words
     * @param made when it was written last
     */
    public record Note(long id, long at, String text, Instant made) {}

    private static final JsonMapper JSON = new JsonMapper();

    private final RecordFile file;
    private final Clock clock;
    private final Map<Long, Note> notes = new TreeMap<>();
    private @Nullable Long cleared;
    private long version;
    private int unread;

    private Notes(RecordFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * Opens them, or begins with none.
     *
     * @throws io.atalaya.logs.store.StoreException when the file cannot be read
     */
    public static Notes open(Path file, Clock clock) {
        var notes = new Notes(RecordFile.open(file), clock);
        notes.file.replay(notes::read);
        return notes;
    }

    private void read(byte[] record) {
        try {
            var json = JSON.readTree(new String(record, StandardCharsets.UTF_8));
            switch (json.path("act").asText()) {
                case "pin" -> {
                    var note = new Note(
                            json.path("id").asLong(),
                            json.path("at").asLong(),
                            json.path("text").asText(),
                            Instant.ofEpochMilli(json.path("made").asLong()));
                    notes.put(note.id, note);
                }
                case "unpin" -> notes.remove(json.path("id").asLong());
                case "clear" -> cleared = json.path("at").asLong();
                case "unclear" -> cleared = null;
                default -> unread++;
            }
        } catch (JsonProcessingException foreign) {
            unread++;
        }
    }

    private synchronized void write(JsonNode record) {
        file.append(record.toString().getBytes(StandardCharsets.UTF_8));
        version++;
    }

    /** Grows with every change. */
    public synchronized long version() {
        return version;
    }

    /** How many records of the file say nothing to this version of the program; they are kept. */
    public synchronized int unread() {
        return unread;
    }

    /** In order of the events' time. */
    public synchronized List<Note> all() {
        return notes.values().stream()
                .sorted(Comparator.comparingLong(Note::at).thenComparingLong(Note::id))
                .toList();
    }

    public synchronized Optional<Note> of(long id) {
        return Optional.ofNullable(notes.get(id));
    }

    /**
     * Marks an event, or changes what is noted of it.
     *
     * @throws io.atalaya.logs.store.StoreException when it cannot be kept; then it is not
     */
    public synchronized Note pin(long id, long at, String text) {
        var note = new Note(id, at, text, clock.instant());
        write(JSON.createObjectNode()
                .put("act", "pin")
                .put("id", id)
                .put("at", at)
                .put("text", text)
                .put("made", note.made.toEpochMilli()));
        notes.put(id, note);
        return note;
    }

    /** Takes a mark away. */
    public synchronized void unpin(long id) {
        if (notes.containsKey(id)) {
            write(JSON.createObjectNode().put("act", "unpin").put("id", id));
            notes.remove(id);
        }
    }

    /** Where the person wanted the log to begin anew, milliseconds since the epoch: nothing is deleted. */
    public synchronized Optional<Long> cleared() {
        return Optional.ofNullable(cleared);
    }

    /** From this moment on the log begins anew for the person. */
    public synchronized void clear(long epochMilli) {
        write(JSON.createObjectNode().put("act", "clear").put("at", epochMilli));
        cleared = epochMilli;
    }

    /** All of it again. */
    public synchronized void unclear() {
        write(JSON.createObjectNode().put("act", "unclear"));
        cleared = null;
    }

    @Override
    public void close() {
        file.close();
    }
}
