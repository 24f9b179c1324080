package io.atalaya.deployment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Route 53 health check with its checkers (route53:ListHealthChecks, GetHealthCheckStatus).
 *
 * @param checkers empty where their status was not read
 */
public record HealthCheck(
        String id,
        String name,
        String checkType,
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String path,
        boolean disabled,
        boolean inverted,
        List<CheckerResult> checkers)
        implements Resource {
    public HealthCheck {
        checkers = List.copyOf(checkers);
    }

    @Override
    public ResourceType type() {
        return ResourceType.HEALTH_CHECK;
    }
}
