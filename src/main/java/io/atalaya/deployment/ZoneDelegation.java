package io.atalaya.deployment;

import java.util.List;

/**
 * Who answers for a hosted zone (route53:GetHostedZone).
 *
 * @param nameServers that Route 53 gave the zone, without the final dot; empty for a private zone, which has none in public
 * @param vpcIds the networks in which a private zone is answered; empty for a public one
 */
public record ZoneDelegation(String hostedZoneId, List<String> nameServers, List<String> vpcIds) {
    public ZoneDelegation {
        nameServers = List.copyOf(nameServers);
        vpcIds = List.copyOf(vpcIds);
    }
}
