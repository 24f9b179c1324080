package io.atalaya.noc.desk;

import java.util.List;

/**
 * A sentence that is made in the language of who reads it: two consoles of one team may speak different ones.
 *
 * @param key of the sentence's pattern; empty for words that are nobody's translation (AWS's, a person's): the first argument
 * @param arguments of the pattern: {@code String}, {@code Integer}, {@code Long}, {@code Double}, {@code java.time.Instant} or
 *     {@code java.time.Duration}
 */
public record Words(String key, List<Object> arguments) {
    public Words {
        arguments = List.copyOf(arguments);
    }

    /** Words that stand for themselves. */
    public static Words verbatim(String text) {
        return new Words("", List.of(text));
    }

    public static Words of(String key, Object... arguments) {
        return new Words(key, List.of(arguments));
    }

    public boolean isVerbatim() {
        return key.isEmpty();
    }
}
