package io.atalaya.logs.find;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.atalaya.logs.Level;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Filters that a person gave names, in one file of JSON that a person may edit. A file that cannot be read is never written over. */
public final class SavedFilters {
    private static final int VERSION = 1;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;

    /** @param file may be missing: then there are none */
    public SavedFilters(Path file) {
        this.file = file;
    }

    /** What the file says cannot be understood; the message tells where and why. */
    public static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;

        Broken(Path file, String why) {
            super(file + ": " + why);
        }
    }

    /**
     * All, in the order they were saved first.
     *
     * @throws Broken when the file is not what it should be
     * @throws IOException when it cannot be read
     */
    public synchronized Map<String, Filter> all() throws IOException {
        JsonNode json;
        try {
            json = JSON.readTree(Files.readAllBytes(file));
        } catch (NoSuchFileException none) {
            return Map.of();
        } catch (JsonProcessingException bad) {
            var place = bad.getLocation();
            throw new Broken(
                    file,
                    "line " + place.getLineNr() + ", column " + place.getColumnNr() + ": " + bad.getOriginalMessage());
        }
        if (json.path("version").asInt() != VERSION) {
            throw new Broken(file, "\"version\" is not " + VERSION);
        }
        var all = new LinkedHashMap<String, Filter>();
        int number = 0;
        for (var each : array(json, "filters", "the file")) {
            var where = "filter " + ++number;
            all.put(text(each, "name", where), filter(each, where));
        }
        return Collections.unmodifiableMap(all);
    }

    /** Adds one, or puts it in the place of that name. */
    public synchronized void save(String name, Filter filter) throws IOException {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a filter needs a name");
        }
        change(all -> all.put(name, filter));
    }

    /** Forgets one, if it is there. */
    public synchronized void remove(String name) throws IOException {
        change(all -> all.remove(name));
    }

    private void change(Consumer<Map<String, Filter>> change) throws IOException {
        var all = new LinkedHashMap<>(all());
        change.accept(all);
        var json = JSON.createObjectNode().put("version", VERSION);
        var filters = json.putArray("filters");
        all.forEach((name, filter) -> filters.add(json(name, filter)));
        var folder = file.toAbsolutePath().getParent();
        var fresh = Files.createTempFile(folder, ".filters", ".json", ownerOnly(file));
        try {
            Files.write(fresh, JSON.writeValueAsString(json).getBytes(StandardCharsets.UTF_8));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static JsonNode json(String name, Filter filter) {
        var json = JSON.createObjectNode().put("name", name);
        var clauses = json.putArray("clauses");
        for (var clause : filter.clauses()) {
            clauses.addObject()
                    .put("kind", word(clause.kind()))
                    .put("mode", word(clause.mode()))
                    .put("text", clause.text())
                    .put("matchCase", clause.matchCase())
                    .put("on", clause.on());
        }
        var levels = json.putArray("levels");
        filter.levels().stream().sorted().forEach(level -> levels.add(word(level)));
        var groups = json.putArray("groups");
        filter.groups().stream().sorted().forEach(groups::add);
        return json.put("around", filter.around()).put("folded", filter.folded());
    }

    private Filter filter(JsonNode json, String where) throws Broken {
        var clauses = new ArrayList<Clause>();
        int number = 0;
        for (var each : array(json, "clauses", where)) {
            var place = where + ", clause " + ++number;
            clauses.add(new Clause(
                    oneOf(Clause.Kind.class, text(each, "kind", place), place),
                    oneOf(Clause.Mode.class, text(each, "mode", place), place),
                    text(each, "text", place),
                    each.path("matchCase").asBoolean(false),
                    each.path("on").asBoolean(true)));
        }
        var levels = EnumSet.noneOf(Level.class);
        for (var each : array(json, "levels", where)) {
            levels.add(oneOf(Level.class, each.asText(), where));
        }
        var groups = new HashSet<String>();
        array(json, "groups", where).forEach(each -> groups.add(each.asText()));
        int around = json.path("around").asInt(0);
        if (around < 0) {
            throw new Broken(file, where + ": \"around\" is less than nothing");
        }
        return new Filter(clauses, levels, groups, around, json.path("folded").asBoolean(true));
    }

    private List<JsonNode> array(JsonNode json, String name, String where) throws Broken {
        if (!json.path(name).isArray()) {
            throw new Broken(file, where + ": \"" + name + "\" is no list");
        }
        var all = new ArrayList<JsonNode>();
        json.path(name).forEach(all::add);
        return all;
    }

    private String text(JsonNode json, String name, String where) throws Broken {
        if (!json.path(name).isTextual()) {
            throw new Broken(file, where + ": \"" + name + "\" is no text");
        }
        return json.path(name).asText();
    }

    private <E extends Enum<E>> E oneOf(Class<E> kind, String word, String where) throws Broken {
        for (var each : kind.getEnumConstants()) {
            if (word(each).equals(word)) {
                return each;
            }
        }
        throw new Broken(
                file,
                where + ": \"" + word + "\" is none of "
                        + List.of(kind.getEnumConstants()).toString().toLowerCase(Locale.ROOT));
    }

    private static String word(Enum<?> each) {
        return each.name().toLowerCase(Locale.ROOT);
    }
}
