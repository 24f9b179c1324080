package io.atalaya.deployment;

import java.util.List;

/**
 * Status checks of a running instance (ec2:DescribeInstanceStatus).
 *
 * @param systemStatus {@code ok impaired initializing insufficient-data not-applicable}
 */
public record InstanceCheck(
        String instanceId, String systemStatus, String instanceStatus, List<ScheduledEvent> events) {
    public InstanceCheck {
        events = List.copyOf(events);
    }
}
