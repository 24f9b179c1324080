package io.atalaya.deployment;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a network ACL, evaluated by rising number.
 *
 * @param number 32767 is the final deny
 * @param cidr IPv4 or IPv6 block
 */
public record AclEntry(
        boolean egress,
        int number,
        String protocol,
        boolean allow,
        String cidr,
        @Nullable Integer fromPort,
        @Nullable Integer toPort) {}
