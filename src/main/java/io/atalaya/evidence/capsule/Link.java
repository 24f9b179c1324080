package io.atalaya.evidence.capsule;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * One capsule in the chain of its key.
 *
 * @param at when its capture began
 * @param manifest SHA-256 of its manifest
 * @param previous that of the one before
 */
public record Link(long number, String capsule, Instant at, String key, String manifest, String previous) {
    String line() {
        var node = Json.object();
        node.put("number", number);
        node.put("capsule", capsule);
        node.put("at", at.toString());
        node.put("key", key);
        node.put("manifest", manifest);
        node.put("previous", previous);
        return new String(Json.canonical(node), StandardCharsets.UTF_8);
    }

    static Link read(String line) throws IOException {
        var node = Json.read(line.getBytes(StandardCharsets.UTF_8));
        try {
            var link = new Link(
                    node.path("number").asLong(),
                    node.path("capsule").asText(),
                    Instant.parse(node.path("at").asText()),
                    node.path("key").asText(),
                    node.path("manifest").asText(),
                    node.path("previous").asText());
            if (!link.line().equals(line)) {
                throw new IOException("no line of a chain");
            }
            return link;
        } catch (DateTimeException e) {
            throw new IOException("no line of a chain", e);
        }
    }
}
