package io.atalaya.deployment.reach;

import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.LoadBalancerType;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.address.Addresses;
import org.jspecify.annotations.Nullable;

/**
 * Whose address a target of a network balancer sees. AWS hands the client's on to targets that are registered by instance, unless
 * the target group's {@code preserve_client_ip.enabled} says otherwise; to targets by address it does not over TCP and TLS.
 */
final class ClientAddress {
    private ClientAddress() {}

    /** The clients' addresses; null where a target sees those of the balancer's own nodes. */
    static @Nullable Addresses of(NetworkIndex index, Place source, Place target) {
        if (source.nic() == null || target.nic() == null || source.six()) {
            return null;
        }
        var owner = source.nic().owner();
        var balancer = index.find(LoadBalancer.class, owner.type(), owner.id());
        if (balancer == null
                || balancer.balancerType() != LoadBalancerType.NETWORK
                || target.nic().owner().type() != ResourceType.INSTANCE
                || !handsOn(index, balancer, target.nic().owner().id())) {
            return null;
        }
        var everyone = balancer.scheme().equals("internet-facing");
        return everyone
                ? index.outside().internet().family(false)
                : index.blocks(balancer.vpcId()).family(false);
    }

    private static boolean handsOn(NetworkIndex index, LoadBalancer balancer, String instanceId) {
        return index.deployment().items(Parts.TARGET_GROUPS).stream()
                .filter(each -> each.targetType().equals("instance")
                        && each.balancerArns().contains(balancer.arn()))
                .anyMatch(each -> {
                    var targets = index.deployment().index().targets(each.arn());
                    return targets == null
                            || targets.stream().anyMatch(one -> one.targetId().equals(instanceId));
                });
    }
}
