package io.atalaya.deployment;

import org.jspecify.annotations.Nullable;

/**
 * One permission of a security group. Exactly one of the peers is there.
 *
 * @param protocol {@code tcp udp icmp}, a number, or {@code -1} for all
 * @param fromPort first port, or the ICMP type; null for all
 * @param cidr IPv4 or IPv6 block
 */
public record SecurityRule(
        boolean ingress,
        String protocol,
        @Nullable Integer fromPort,
        @Nullable Integer toPort,
        @Nullable String cidr,
        @Nullable String groupId,
        @Nullable String prefixListId,
        @Nullable String description) {}
