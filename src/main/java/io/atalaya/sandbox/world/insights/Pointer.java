package io.atalaya.sandbox.world.insights;

import io.atalaya.sandbox.world.logs.LogLine;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What {@code @ptr} holds: where to find one event again.
 *
 * @param group its name
 * @param millis the event's timestamp
 */
public record Pointer(String group, String stream, long millis, String id) {
    static String of(LogLine line) {
        String text = String.join("\n", line.group(), line.stream(), Long.toString(line.millis()), line.id());
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty when it is none. */
    public static Optional<Pointer> parse(String text) {
        try {
            List<String> parts =
                    List.of(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8).split("\n", -1));
            return parts.size() == 4
                    ? Optional.of(new Pointer(parts.get(0), parts.get(1), Long.parseLong(parts.get(2)), parts.get(3)))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
