package io.atalaya.logs.insights;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queries this person asked, newest first, each once, in a file that only the person can read. A file that cannot be read or
 * written costs the memory, nothing else.
 */
public final class QueryHistory {
    /** How many are kept. */
    public static final int MOST = 200;

    private static final int MOST_TEXT = 10_000;
    private static final Logger LOG = LoggerFactory.getLogger(QueryHistory.class);

    private final Path file;
    private final Executor background;
    private final ObjectMapper json = new ObjectMapper();
    private final List<Entry> entries;

    /** @param groups ARNs or names, as asked */
    public record Entry(String text, List<String> groups, Instant at) {
        public Entry {
            groups = List.copyOf(groups);
        }
    }

    /** @param background where it is written */
    public QueryHistory(Path file, Executor background) {
        this.file = file;
        this.background = background;
        this.entries = read();
    }

    /** Newest first. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Puts one first; the same text asked of the same groups before goes. */
    public void add(Entry entry) {
        if (entry.text().length() > MOST_TEXT) {
            return;
        }
        synchronized (this) {
            entries.removeIf(it -> it.text().equals(entry.text()) && it.groups().equals(entry.groups()));
            entries.addFirst(entry);
            while (entries.size() > MOST) {
                entries.removeLast();
            }
        }
        try {
            background.execute(this::write);
        } catch (RejectedExecutionException closing) {
            write();
        }
    }

    private synchronized void write() {
        try {
            var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
            Files.createDirectories(folder);
            var fresh = Files.createTempFile(folder, "insights", ".new", ownerOnly(folder));
            try {
                var all = entries.stream()
                        .map(it -> Map.of(
                                "text",
                                it.text(),
                                "groups",
                                it.groups(),
                                "at",
                                it.at().toString()))
                        .toList();
                Files.writeString(fresh, json.writeValueAsString(all), StandardCharsets.UTF_8);
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            LOG.warn("queries cannot be kept in {}: {}", file, e.getClass().getSimpleName());
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private List<Entry> read() {
        var found = new ArrayList<Entry>();
        if (!Files.exists(file)) {
            return found;
        }
        try {
            for (var each : json.readValue(Files.readAllBytes(file), new TypeReference<List<Stored>>() {})) {
                found.add(new Entry(each.text(), each.groups(), Instant.parse(each.at())));
            }
        } catch (IOException | RuntimeException e) { // whatever stands in it, the program begins
            LOG.warn("queries in {} cannot be read: {}", file, e.getClass().getSimpleName());
        }
        return found;
    }

    /** As in the file. */
    record Stored(String text, List<String> groups, String at) {}
}
