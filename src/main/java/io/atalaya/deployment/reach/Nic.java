package io.atalaya.deployment.reach;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.address.Ip;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A network interface with what it belongs to; or what stands for one where none was read.
 *
 * @param id null where none was read
 * @param addresses of the VPC; empty where they are not known
 * @param publicOf addresses of the internet by the private one they lead to
 * @param publicUnknown it has one, and it is not known which
 * @param groups those in front of it; none where none are asked (NAT gateways, network balancers without), null where not known
 * @param oneOf it is this one or another of the same owner
 */
record Nic(
        ResourceRef owner,
        @Nullable String id,
        String vpcId,
        String subnetId,
        List<Ip> addresses,
        Map<Ip, Ip> publicOf,
        boolean publicUnknown,
        @Nullable List<String> groups,
        boolean sourceDestCheck,
        boolean oneOf) {
    Nic {
        addresses = List.copyOf(addresses);
        publicOf = Map.copyOf(publicOf);
        groups = groups == null ? null : List.copyOf(groups);
    }

    Nic perhaps() {
        return new Nic(owner, id, vpcId, subnetId, addresses, publicOf, publicUnknown, groups, sourceDestCheck, true);
    }

    Nic of(ResourceRef other) {
        return new Nic(other, id, vpcId, subnetId, addresses, publicOf, publicUnknown, groups, sourceDestCheck, oneOf);
    }
}
