package io.atalaya.deployment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A zone in which a balancer stands.
 */
public record BalancerZone(String zone, @Nullable String subnetId, List<String> addresses) {
    public BalancerZone {
        addresses = List.copyOf(addresses);
    }
}
