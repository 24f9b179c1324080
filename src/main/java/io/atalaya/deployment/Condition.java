package io.atalaya.deployment;

import org.jspecify.annotations.Nullable;

/**
 * A state with its word: AWS's own where there is one ({@code available}, {@code Target.Timeout}), else ours.
 *
 * @param word what AWS calls it, verbatim; never translated
 * @param detail why, in AWS's words; null where it gave none
 */
public record Condition(State state, String word, @Nullable String detail) {
    public static Condition of(State state, String word) {
        return new Condition(state, word, null);
    }
}
