package io.atalaya.deployment;

import org.jspecify.annotations.Nullable;

/**
 * One permission of a security group. Exactly one of the peers is there.
 *
 * @param protocol {@code tcp udp icmp icmpv6}, a number, or {@code -1} for all
 * @param fromPort first port, or the ICMP type; null or -1 for all
 * @param toPort last port, or the ICMP code; null or -1 for all
 * @param cidr IPv4 or IPv6 block
 * @param ruleId {@code sgr-...} (ec2:DescribeSecurityGroupRules); null where that was not told
 * @param groupOwner the account of {@code groupId} where it is another than that of the group itself
 */
public record SecurityRule(
        boolean ingress,
        String protocol,
        @Nullable Integer fromPort,
        @Nullable Integer toPort,
        @Nullable String cidr,
        @Nullable String groupId,
        @Nullable String prefixListId,
        @Nullable String description,
        @Nullable String ruleId,
        @Nullable String groupOwner) {
    /** One without an id. */
    public SecurityRule(
            boolean ingress,
            String protocol,
            @Nullable Integer fromPort,
            @Nullable Integer toPort,
            @Nullable String cidr,
            @Nullable String groupId,
            @Nullable String prefixListId,
            @Nullable String description) {
        this(ingress, protocol, fromPort, toPort, cidr, groupId, prefixListId, description, null, null);
    }

    /** The same rule with its id; null for none. */
    public SecurityRule named(@Nullable String id) {
        return new SecurityRule(
                ingress, protocol, fromPort, toPort, cidr, groupId, prefixListId, description, id, groupOwner);
    }
}
