package io.atalaya.practice;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something to practise.
 *
 * @param id as on the command line: {@code zone-outage}
 * @param length after which it ends by itself
 * @param lack what this deployment does not have and it needs, {@code NO_FILE_SYSTEM}; null when it can be started
 */
public record Exercise(String id, Duration length, @Nullable String lack) {}
