package io.atalaya.deployment;

/** Where a route leads. */
public enum RouteVia {
    /** Within the VPC. */
    LOCAL,
    INTERNET_GATEWAY,
    EGRESS_ONLY_GATEWAY,
    NAT_GATEWAY,
    TRANSIT_GATEWAY,
    VPN_GATEWAY,
    PEERING,
    /** A gateway endpoint for the blocks of a service, or a gateway load balancer's endpoint. */
    GATEWAY_ENDPOINT,
    /** An instance's, or one that stands alone. */
    NETWORK_INTERFACE,
    /** Carrier, local and core network gateways: nothing here follows them. */
    OTHER
}
