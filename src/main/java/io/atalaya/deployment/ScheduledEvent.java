package io.atalaya.deployment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What AWS plans to do to an instance.
 */
public record ScheduledEvent(
        String code,
        String description,
        @Nullable Instant notBefore,
        @Nullable Instant notAfter) {}
