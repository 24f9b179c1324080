package io.atalaya.deployment;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A line in the log of a machine that tells why it cannot serve (logs:FilterLogEvents).
 *
 * @param text the line, cut where it is long: text of a log, shown as text
 * @param at when it was written
 */
public record LogComplaint(String instanceId, Kind kind, String logGroup, String stream, String text, Instant at) {

    /** What a line complains of, by the words that the runtimes and servers of a machine use for it. */
    public enum Kind {
        DISK_FULL("No space left on device", "ENOSPC", "disk full"),
        OUT_OF_MEMORY("OutOfMemoryError", "Out of memory", "Cannot allocate memory"),
        DATABASE(
                "Communications link failure",
                "Too many connections",
                "JDBC Connection",
                "could not connect to server",
                "Can't connect to MySQL server");

        private final List<String> words;

        Kind(String... words) {
            this.words = List.of(words);
        }

        /** Any of them makes a line a complaint, in any case of letters. */
        public List<String> words() {
            return words;
        }

        /** Empty for a line that complains of nothing known. */
        public static Optional<Kind> of(String line) {
            var lower = line.toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(kind -> kind.words.stream().anyMatch(word -> lower.contains(word.toLowerCase(Locale.ROOT))))
                    .findFirst();
        }
    }
}
