package io.atalaya.practice;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the end page: what happened on the left, what this console said on the right.
 *
 * @param at when it happened; when the console said it, where nothing that happened explains it
 * @param happened null where the console said something of its own
 * @param times of how many alike this one stands for
 * @param said null where nothing was said
 * @param noted a change that was seen and not called attention to; null where there is none, or something was said
 * @param delay from what happened until it was said; null where nothing was
 */
public record Line(
        Instant at,
        Verdict verdict,
        @Nullable Happened happened,
        int times,
        @Nullable Said said,
        @Nullable Noted noted,
        @Nullable Duration delay) {
    /** How the console did. */
    public enum Verdict {
        /** It said so. */
        SAID,
        /** It stopped saying that something was wrong. */
        TAKEN_BACK,
        /** It showed the change among what changed, and did not call attention to it. */
        NOTED,
        /** There is nothing a console should say. */
        NOTHING_TO_SAY,
        /** It may still say so. */
        PENDING,
        /** It never said so. */
        MISSED,
        /** It still says that something is wrong. */
        STILL_SAID,
        /** It said something that nothing here explains. */
        OWN
    }
}
