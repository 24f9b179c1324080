package io.atalaya.deployment.reach;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.address.Addresses;
import io.atalaya.deployment.address.Ip;
import org.jspecify.annotations.Nullable;

/**
 * Where a path begins or ends.
 *
 * @param resource what it belongs to; null for hosts that are not known
 * @param interfaceId null where none was read
 * @param subnetId null outside of the deployment's VPCs
 * @param addresses by which the network knows it: private ones within a VPC; one family
 * @param publicAddress of the internet; null where it has none or it is not known
 */
public record Point(
        Kind kind,
        @Nullable ResourceRef resource,
        @Nullable String interfaceId,
        @Nullable String subnetId,
        @Nullable String vpcId,
        Addresses addresses,
        @Nullable Ip publicAddress) {
    /** What sort of place. */
    public enum Kind {
        INTERFACE,
        /** Hosts of a subnet that are not known. */
        SUBNET_HOSTS,
        INTERNET,
        ON_PREMISES,
        /** Private addresses that no VPC and no VPN is known to have. */
        ELSEWHERE
    }
}
