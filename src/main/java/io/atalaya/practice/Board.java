package io.atalaya.practice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about the game day at one moment.
 *
 * @param run the newest; null before the first
 * @param report of it; null while it goes on, because the truth would spoil the exercise
 */
public record Board(
        List<Exercise> exercises,
        @Nullable Run run,
        @Nullable Report report) {
    public Board {
        exercises = List.copyOf(exercises);
    }
}
