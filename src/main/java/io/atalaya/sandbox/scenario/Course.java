package io.atalaya.sandbox.scenario;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a scenario, as far as it has come.
 *
 * @param stoppedAt null while it goes on
 * @param byItself whether it ended because its time was over
 * @param healedAt when the last of its consequences was gone; null before
 * @param truths in the order in which they were noted
 */
public record Course(
        String scenario,
        Instant startedAt,
        @Nullable Instant stoppedAt,
        boolean byItself,
        @Nullable Instant healedAt,
        List<Truth> truths) {
    public Course {
        truths = List.copyOf(truths);
    }
}
