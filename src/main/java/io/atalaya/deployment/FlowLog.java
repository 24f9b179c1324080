package io.atalaya.deployment;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record of what was let through and dropped (ec2:DescribeFlowLogs).
 *
 * @param resourceId the VPC, subnet or network interface it records
 * @param trafficType {@code ACCEPT REJECT ALL}
 * @param status {@code ACTIVE}, whether or not it is delivered
 * @param deliverStatus {@code SUCCESS FAILED}
 * @param destination the log group, or the ARN of a bucket
 */
public record FlowLog(
        String id,
        String name,
        String resourceId,
        String trafficType,
        String status,
        @Nullable String deliverStatus,
        @Nullable String destination,
        Map<String, String> tags)
        implements Resource {
    public FlowLog {
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceType type() {
        return ResourceType.FLOW_LOG;
    }
}
