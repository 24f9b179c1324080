package io.atalaya.evidence.document.print;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** As what a document can be written. */
public enum Format {
    HTML,
    PDF,
    MD;

    /** {@code html}, {@code pdf}, {@code md}. */
    public static Optional<Format> of(String word) {
        return Arrays.stream(values())
                .filter(it -> it.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** How its file is called: {@code architecture.pdf}. */
    public String file() {
        return "architecture." + name().toLowerCase(Locale.ROOT);
    }

    public static List<Format> all() {
        return List.of(values());
    }
}
