package io.atalaya.ui.perimeter;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody took a finding upon themselves, or took that back. One line of a file that is only added to.
 *
 * @param key of the finding
 * @param until from then on it is open again; the epoch where it was taken back
 */
record Acceptance(Instant at, String by, String key, Instant until, String note) {
    String line() {
        return String.join("\t", at.toString(), plain(by), plain(key), until.toString(), plain(note));
    }

    private static String plain(String text) {
        return text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
    }

    static Optional<Acceptance> read(String line) {
        var parts = line.split("\t", -1);
        if (parts.length != 5) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Acceptance(Instant.parse(parts[0]), parts[1], parts[2], Instant.parse(parts[3]), parts[4]));
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }

    /** The last word on each finding. */
    static Map<String, Acceptance> last(List<String> lines) {
        var last = new HashMap<String, Acceptance>();
        lines.forEach(line -> read(line).ifPresent(each -> last.put(each.key(), each)));
        return last;
    }
}
