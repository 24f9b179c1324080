package io.atalaya.logs.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.atalaya.logs.TailedGroup;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a session was of: its {@code session.json}.
 *
 * @param title for people
 * @param connection the name it was made with
 * @param account twelve digits; null where it is not known
 * @param endpoint what kind it is (AWS, sandbox, other), as the connection calls it
 * @param pattern CloudWatch's filter pattern; null for all
 * @param ended null while it goes on, and where the program ended before it did
 */
public record SessionInfo(
        String title,
        String connection,
        @Nullable String account,
        String region,
        String endpoint,
        List<TailedGroup> groups,
        @Nullable String pattern,
        Instant started,
        @Nullable Instant ended) {
    static final String FILE = "session.json";

    private static final Logger LOG = LoggerFactory.getLogger(SessionInfo.class);
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    public SessionInfo {
        groups = List.copyOf(groups);
    }

    /** The same, over. */
    public SessionInfo ended(Instant at) {
        return new SessionInfo(title, connection, account, region, endpoint, groups, pattern, started, at);
    }

    /** The same under another title. */
    public SessionInfo titled(String text) {
        return new SessionInfo(text, connection, account, region, endpoint, groups, pattern, started, ended);
    }

    /** Puts it in place of what the folder's file said, whole or not at all. */
    void write(Path folder) throws IOException {
        var json = JSON.createObjectNode();
        json.put("title", title)
                .put("connection", connection)
                .put("account", account)
                .put("region", region);
        json.put("endpoint", endpoint).put("pattern", pattern).put("started", started.toString());
        json.put("ended", ended == null ? null : ended.toString());
        json.set("groups", JSON.valueToTree(groups));
        var fresh = folder.resolve(FILE + ".new");
        OwnerOnly.open(fresh, StandardOpenOption.CREATE).close();
        Files.writeString(fresh, JSON.writeValueAsString(json), StandardCharsets.UTF_8);
        Files.move(fresh, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What the folder's file says; a session that only has a title where it says nothing. */
    static SessionInfo read(Path folder, String title, Instant started) throws IOException {
        var file = folder.resolve(FILE);
        if (Files.exists(file)) {
            try {
                return of(JSON.readTree(Files.readString(file, StandardCharsets.UTF_8)));
            } catch (JsonProcessingException | DateTimeException | CharacterCodingException damaged) {
                LOG.warn("{} cannot be read", file);
            }
        }
        return new SessionInfo(title, "", null, "", "", List.of(), null, started, null);
    }

    private static SessionInfo of(JsonNode json) throws JsonProcessingException {
        var groups = new ArrayList<TailedGroup>();
        for (var group : json.path("groups")) {
            groups.add(JSON.treeToValue(group, TailedGroup.class));
        }
        var ended = text(json, "ended");
        return new SessionInfo(
                json.path("title").asText(),
                json.path("connection").asText(),
                text(json, "account"),
                json.path("region").asText(),
                json.path("endpoint").asText(),
                groups,
                text(json, "pattern"),
                Instant.parse(json.path("started").asText()),
                ended == null ? null : Instant.parse(ended));
    }

    private static @Nullable String text(JsonNode json, String field) {
        return json.hasNonNull(field) ? json.path(field).asText() : null;
    }
}
