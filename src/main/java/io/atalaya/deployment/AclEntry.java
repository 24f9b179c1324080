package io.atalaya.deployment;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a network ACL, evaluated by rising number.
 *
 * @param number 32767 is the final deny
 * @param protocol a number of IANA's, {@code 6} for TCP, or {@code -1} for all
 * @param cidr IPv4 or IPv6 block
 * @param fromPort of TCP and UDP; null for all
 * @param icmpType of ICMP (1) and ICMPv6 (58); -1 for all, null for another protocol
 * @param icmpCode -1 for all
 */
public record AclEntry(
        boolean egress,
        int number,
        String protocol,
        boolean allow,
        String cidr,
        @Nullable Integer fromPort,
        @Nullable Integer toPort,
        @Nullable Integer icmpType,
        @Nullable Integer icmpCode) {
    /** One that is not of ICMP. */
    public AclEntry(
            boolean egress,
            int number,
            String protocol,
            boolean allow,
            String cidr,
            @Nullable Integer fromPort,
            @Nullable Integer toPort) {
        this(egress, number, protocol, allow, cidr, fromPort, toPort, null, null);
    }
}
