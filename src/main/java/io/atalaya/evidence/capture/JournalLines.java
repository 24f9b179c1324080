package io.atalaya.evidence.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.atalaya.evidence.capsule.Origin;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of the journal that belong to one deployment, as they stand there. */
public final class JournalLines {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JournalLines() {}

    /** Lines of the same account and region; acts at AWS and elsewhere are kept apart. */
    public static byte[] of(List<String> journal, Origin origin, Masks masks, String item) {
        var text = new StringBuilder();
        for (var line : journal) {
            if (belongs(line, origin)) {
                var clean = masks.masked(item, line.getBytes(StandardCharsets.UTF_8));
                text.append(new String(clean, StandardCharsets.UTF_8)).append('\n');
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean belongs(String line, Origin origin) {
        try {
            var entry = JSON.readTree(line);
            return entry.path("account").asText().equals(origin.account())
                    && entry.path("region").asText().equals(origin.region())
                    && entry.has("endpoint") == (origin.kind() != Origin.Kind.AWS);
        } catch (JsonProcessingException torn) {
            return false; // half a line of a crash
        }
    }
}
