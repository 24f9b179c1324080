package io.atalaya.deployment;

import java.util.List;

/**
 * One side of a peering connection: perhaps of another account or region.
 *
 * @param cidrs IPv4 and IPv6 blocks; those of the accepter are only told once it accepted
 */
public record PeeringEnd(String accountId, String region, String vpcId, List<String> cidrs) {
    public PeeringEnd {
        cidrs = List.copyOf(cidrs);
    }
}
