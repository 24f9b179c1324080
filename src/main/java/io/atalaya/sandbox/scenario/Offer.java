package io.atalaya.sandbox.scenario;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A scenario, and whether this deployment has what it needs.
 *
 * @param length after which it ends by itself
 * @param lack null when it can be started
 */
public record Offer(
        String scenario, Duration length, @Nullable Lack lack) {}
