package io.atalaya.deployment;

import org.jspecify.annotations.Nullable;

/**
 * A DNS zone (route53:ListHostedZones).
 *
 * @param id without {@code /hostedzone/}
 * @param name without the final dot
 */
public record HostedZone(
        String id,
        String name,
        boolean isPrivate,
        long recordCount,
        @Nullable String comment) implements Resource {

    @Override
    public ResourceType type() {
        return ResourceType.HOSTED_ZONE;
    }
}
