package io.atalaya.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings and layout as one readable JSON object of texts. Changes are saved a moment after the last of them, each into what
 * the file holds by then, so that two consoles on one folder do not undo each other's. A file that
 * cannot be read is kept beside the new one under another name; a folder that cannot be written costs only the memory.
 */
public final class SettingsFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    private static final Duration SETTLE = Duration.ofSeconds(1);

    private final Path file;
    private final ScheduledExecutorService later;
    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Map<String, String> values;
    /** What this process set and has not saved yet. */
    private final Map<String, String> unsaved = new TreeMap<>();

    private @Nullable ScheduledFuture<?> pending;

    /** @param later on which changes are saved */
    public SettingsFile(Path file, ScheduledExecutorService later) {
        this.file = file;
        this.later = later;
        this.values = read();
    }

    public synchronized Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public synchronized void put(String key, String value) {
        if (value.equals(values.put(key, value))) {
            return;
        }
        unsaved.put(key, value);
        if (pending == null && !later.isShutdown()) {
            pending = later.schedule(this::save, SETTLE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Saves what has changed. */
    @Override
    public synchronized void close() {
        save();
    }

    private synchronized void save() {
        pending = null;
        if (unsaved.isEmpty()) {
            return;
        }
        try {
            // another console of this person may have saved meanwhile: of the same key the last one to save wins
            var all = read();
            all.putAll(all.isEmpty() ? values : unsaved);
            TextFile.replace(file, json.writeValueAsString(all));
            unsaved.clear();
        } catch (IOException e) {
            LOG.warn("settings cannot be saved in {}: {}", file, e.toString());
        }
    }

    private Map<String, String> read() {
        if (!Files.exists(file)) {
            return new TreeMap<>();
        }
        try {
            return new TreeMap<>(json.readValue(Files.readString(file), new TypeReference<Map<String, String>>() {}));
        } catch (JsonProcessingException e) {
            setAside(e);
        } catch (IOException e) {
            LOG.warn("settings in {} cannot be read: {}", file, e.toString());
        }
        return new TreeMap<>();
    }

    private void setAside(JsonProcessingException wrong) {
        var aside = file.resolveSibling(file.getFileName() + ".unreadable");
        LOG.warn(
                "settings in {} are not JSON (line {}); kept as {}, starting with the defaults",
                file,
                wrong.getLocation() == null ? "?" : wrong.getLocation().getLineNr(),
                aside);
        try {
            Files.move(file, aside, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("{} cannot be set aside: {}", file, e.toString());
        }
    }
}
