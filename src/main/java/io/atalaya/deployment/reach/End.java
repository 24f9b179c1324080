package io.atalaya.deployment.reach;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.address.Block;
import io.atalaya.deployment.address.Ip;
import org.jspecify.annotations.Nullable;

/** One end of a question. */
public sealed interface End {
    /** Any host of the internet: every public address that is none of this deployment's networks. */
    record Internet(boolean six) implements End {
        public static final Internet FOUR = new Internet(false);
        public static final Internet SIX = new Internet(true);
    }

    /**
     * Any host of a block. Where it lies in a subnet, the interfaces that are known there answer for themselves, and the rest
     * stands for hosts whose own groups let everything pass and which belong to no group that a rule names.
     */
    record Network(Block block) implements End {}

    /** One address: an interface's, private or public, or that of any host. */
    record Host(Ip address) implements End {}

    /**
     * The networks behind VPN connections, by their routes.
     *
     * @param vpnConnectionId only those behind this one; null for all
     */
    record OnPremises(@Nullable String vpnConnectionId) implements End {}

    /**
     * An instance, balancer, database, cluster, file system, mount target, NAT gateway, endpoint or network interface; of a subnet or
     * VPC all of its blocks, as of a {@link Network}.
     */
    record Of(ResourceRef resource) implements End {}
}
