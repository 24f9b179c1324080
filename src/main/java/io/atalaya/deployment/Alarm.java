package io.atalaya.deployment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A CloudWatch alarm (cloudwatch:DescribeAlarms).
 *
 * @param state {@code OK ALARM INSUFFICIENT_DATA}
 * @param metric null for composite alarms and metric math
 */
public record Alarm(
        String name,
        String arn,
        String state,
        @Nullable String stateReason,
        @Nullable Instant stateChangedAt,
        @Nullable String description,
        @Nullable MetricId metric,
        @Nullable Double threshold,
        @Nullable String comparison,
        boolean actionsEnabled,
        boolean composite)
        implements Resource {

    @Override
    public String id() {
        return arn;
    }

    @Override
    public ResourceType type() {
        return ResourceType.ALARM;
    }
}
