package io.atalaya.deployment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A CloudWatch alarm (cloudwatch:DescribeAlarms).
 *
 * @param state {@code OK ALARM INSUFFICIENT_DATA}
 * @param metric null for composite alarms and metric math
 * @param rule of a composite alarm, in CloudWatch's words: {@code ALARM("cpu") AND NOT ALARM("night")}; null for others
 * @param settings of a metric alarm; null for composite alarms
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
        boolean composite,
        @Nullable String rule,
        @Nullable AlarmSettings settings)
        implements Resource {
    private static final Pattern CHILD = Pattern.compile(
            "(?:ALARM|OK|INSUFFICIENT_DATA)\\s*\\(\\s*(?:\"([^\"]+)\"|'([^']+)'|([^\\s()\"']+))\\s*\\)");

    /** Without what only editing needs. */
    public Alarm(
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
            boolean composite) {
        this(
                name,
                arn,
                state,
                stateReason,
                stateChangedAt,
                description,
                metric,
                threshold,
                comparison,
                actionsEnabled,
                composite,
                null,
                null);
    }

    /** The alarms a composite alarm looks at, by name or ARN as its rule has them; none for a metric alarm. */
    public List<String> children() {
        return rule == null
                ? List.of()
                : CHILD.matcher(rule)
                        .results()
                        .map(it -> Stream.of(1, 2, 3)
                                .map(it::group)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(""))
                        .distinct()
                        .toList();
    }

    /** Whether a rule that names this means this alarm. */
    public boolean isCalled(String nameOrArn) {
        return nameOrArn.equals(name) || nameOrArn.equals(arn);
    }

    @Override
    public String id() {
        return arn;
    }

    @Override
    public ResourceType type() {
        return ResourceType.ALARM;
    }
}
