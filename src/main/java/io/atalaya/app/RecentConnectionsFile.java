package io.atalaya.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.atalaya.connect.RecentConnection;
import io.atalaya.connect.RecentConnections;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recent connections as a JSON list, newest first, at most twenty. A convenience: a file that cannot be read or written costs
 * only the memory.
 */
public final class RecentConnectionsFile implements RecentConnections {
    private static final Logger LOG = LoggerFactory.getLogger(RecentConnectionsFile.class);
    private static final int MOST = 20;

    private final Path file;
    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private List<RecentConnection> connections;

    public RecentConnectionsFile(Path file) {
        this.file = file;
        this.connections = read();
    }

    @Override
    public synchronized List<RecentConnection> all() {
        return connections;
    }

    @Override
    public synchronized void used(RecentConnection connection) {
        var next = new ArrayList<RecentConnection>();
        next.add(connection);
        var saved = read(); // another console of this person may have connected meanwhile
        (saved.isEmpty() ? connections : saved)
                .stream().filter(each -> !each.sameConnection(connection)).forEach(next::add);
        connections = List.copyOf(next.subList(0, Math.min(MOST, next.size())));
        write();
    }

    private void write() {
        var array = json.createArrayNode();
        for (var each : connections) {
            var node = array.addObject()
                    .put("profile", each.profile())
                    .put("region", each.region())
                    .put("sandbox", each.sandbox())
                    .put("lastUsed", each.lastUsed().toString());
            put(node, "endpointUrl", each.endpointUrl());
            put(node, "account", each.account());
            put(node, "alias", each.alias());
        }
        try {
            TextFile.replace(file, json.writeValueAsString(array));
        } catch (IOException e) {
            LOG.warn("recent connections cannot be saved in {}: {}", file, e.toString());
        }
    }

    private static void put(com.fasterxml.jackson.databind.node.ObjectNode node, String name, @Nullable Object value) {
        if (value != null) {
            node.put(name, value.toString());
        }
    }

    private List<RecentConnection> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            var found = new ArrayList<RecentConnection>();
            for (var node : json.readTree(Files.readString(file))) {
                connection(node).ifPresent(found::add);
            }
            return List.copyOf(found);
        } catch (JsonProcessingException e) {
            LOG.warn("recent connections in {} are not JSON; starting without", file);
        } catch (IOException e) {
            LOG.warn("recent connections in {} cannot be read: {}", file, e.toString());
        }
        return List.of();
    }

    /** Empty for an entry somebody has edited into nonsense. */
    private static Optional<RecentConnection> connection(JsonNode node) {
        var profile = text(node, "profile");
        var region = text(node, "region");
        var lastUsed = text(node, "lastUsed");
        if (profile == null || region == null || lastUsed == null) {
            return Optional.empty();
        }
        try {
            var endpoint = text(node, "endpointUrl");
            return Optional.of(new RecentConnection(
                    profile,
                    region,
                    endpoint == null ? null : URI.create(endpoint),
                    node.path("sandbox").asBoolean(false),
                    text(node, "account"),
                    text(node, "alias"),
                    Instant.parse(lastUsed)));
        } catch (DateTimeException | IllegalArgumentException e) {
            LOG.warn("an entry of the recent connections is left out: {}", e.toString());
            return Optional.empty();
        }
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.path(name).isTextual() ? node.path(name).asText() : null;
    }
}
