package io.atalaya.logs.understand;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;

/** Where JSON is in a message, and how it is read: bounded in depth, whatever the message holds. */
final class JsonText {
    /** Objects within objects that are read. */
    static final int DEEPEST = 100;

    /** Safe for use by many threads. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(1_000)
                    .build())
            .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
            .configure(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES, false)
            .build();

    /** How long a prefix may be. */
    private static final int MOST_PREFIX = 300;

    private JsonText() {}

    /** Where an object may begin: with the text, or behind a prefix such as a time; -1 where none does. */
    static int start(String text) {
        for (int i = 0; i < text.length() && i < MOST_PREFIX; i++) {
            if (text.charAt(i) == '{') {
                int next = i + 1;
                while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
                    next++;
                }
                return next < text.length() && (text.charAt(next) == '"' || text.charAt(next) == '}') ? i : -1;
            }
        }
        return -1;
    }
}
