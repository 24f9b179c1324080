package io.atalaya.deployment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One route of a transit gateway.
 *
 * @param cidr IPv4 or IPv6 block; null where a prefix list names them
 * @param attachmentIds where it leads: several with equal cost; none for a blackhole
 * @param blackhole what takes it is dropped
 */
public record TransitGatewayRoute(
        @Nullable String cidr,
        @Nullable String prefixListId,
        List<String> attachmentIds,
        boolean blackhole,
        boolean propagated) {
    public TransitGatewayRoute {
        attachmentIds = List.copyOf(attachmentIds);
    }
}
