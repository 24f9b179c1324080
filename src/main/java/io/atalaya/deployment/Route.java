package io.atalaya.deployment;

import org.jspecify.annotations.Nullable;

/**
 * One route. Exactly one of block and prefix list is there; the longest prefix decides.
 *
 * @param cidr IPv4 or IPv6 block
 * @param targetId of the gateway, connection, endpoint or network interface; null for {@code local}
 * @param blackhole its target is gone or cannot be used: what takes this route is lost
 * @param propagated learned from a VPN gateway or a route server, not written by somebody
 */
public record Route(
        @Nullable String cidr,
        @Nullable String prefixListId,
        RouteVia via,
        @Nullable String targetId,
        boolean blackhole,
        boolean propagated) {}
