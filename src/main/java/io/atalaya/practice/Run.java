package io.atalaya.practice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One exercise, as far as it has come.
 *
 * @param stoppedAt null while it goes on
 * @param byItself whether it ended because its time was over
 * @param healedAt when the last of its consequences was gone; null before
 * @param happened the truth, in the order in which it was noted
 */
public record Run(
        String exercise,
        Instant startedAt,
        @Nullable Instant stoppedAt,
        boolean byItself,
        @Nullable Instant healedAt,
        List<Happened> happened) {
    public Run {
        happened = List.copyOf(happened);
    }
}
