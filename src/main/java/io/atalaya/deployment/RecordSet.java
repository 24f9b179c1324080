package io.atalaya.deployment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * DNS records of one name and type (route53:ListResourceRecordSets).
 *
 * @param name without the final dot
 * @param routing {@code simple}, {@code weighted 10}, {@code failover PRIMARY}, {@code latency us-east-1} ...
 */
public record RecordSet(
        String hostedZoneId,
        String name,
        String recordType,
        @Nullable Long ttlSeconds,
        List<String> values,
        @Nullable AliasTarget alias,
        @Nullable String setIdentifier,
        String routing,
        @Nullable String healthCheckId)
        implements Resource {
    public RecordSet {
        values = List.copyOf(values);
    }

    @Override
    public String id() {
        return hostedZoneId + "/" + name + "/" + recordType + (setIdentifier == null ? "" : "/" + setIdentifier);
    }

    @Override
    public ResourceType type() {
        return ResourceType.RECORD_SET;
    }
}
