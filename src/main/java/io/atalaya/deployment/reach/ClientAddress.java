package io.atalaya.deployment.reach;

import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.LoadBalancerType;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.deployment.address.Addresses;
import io.atalaya.deployment.address.Ip;
import io.atalaya.deployment.address.Protocol;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose address a target of a network balancer sees. Over UDP and QUIC it is always the client's; over TCP and TLS the attribute
 * {@code preserve_client_ip.enabled} of the target group says so. Targets of other balancers see the balancer's.
 */
final class ClientAddress {
    /** Whose it is. */
    enum Seen {
        BALANCER,
        CLIENT,
        /** It was not told, or several target groups do otherwise. */
        EITHER
    }

    private ClientAddress() {}

    static Seen of(NetworkIndex index, Place source, Place target, Protocol protocol) {
        var balancer = balancer(index, source);
        var nic = target.nic();
        if (balancer == null || nic == null) {
            return Seen.BALANCER;
        }
        var seen = EnumSet.noneOf(Seen.class);
        for (var group : index.deployment().items(Parts.TARGET_GROUPS)) {
            if (group.balancerArns().contains(balancer.arn())
                    && carries(group, protocol)
                    && registered(index, group, nic, target.addresses())) {
                seen.add(of(index, group));
            }
        }
        if (seen.isEmpty()) {
            return index.read(Parts.TARGET_GROUPS) ? Seen.BALANCER : Seen.EITHER;
        }
        return seen.size() == 1 ? seen.iterator().next() : Seen.EITHER;
    }

    /** Who may be a client: everybody of the internet, or whoever is in the balancer's VPC. */
    static Addresses clients(NetworkIndex index, Place source) {
        var balancer = balancer(index, source);
        var everyone = balancer != null && balancer.scheme().equals("internet-facing");
        var clients = everyone ? index.outside().internet() : index.blocks(source.vpcId());
        return clients.family(source.six());
    }

    private static @Nullable LoadBalancer balancer(NetworkIndex index, Place source) {
        if (source.nic() == null) {
            return null;
        }
        var owner = source.nic().owner();
        var balancer = index.find(LoadBalancer.class, owner.type(), owner.id());
        return balancer != null && balancer.balancerType() == LoadBalancerType.NETWORK ? balancer : null;
    }

    private static Seen of(NetworkIndex index, TargetGroup group) {
        if (always(group)) {
            return Seen.CLIENT;
        }
        var attributes = index.deployment().index().attributes(group.arn());
        var told = attributes == null ? null : attributes.preservesClientIp();
        if (told == null) {
            return Seen.EITHER;
        }
        return told ? Seen.CLIENT : Seen.BALANCER;
    }

    private static String protocol(TargetGroup group) {
        return group.protocol() == null ? "" : group.protocol().toUpperCase(Locale.ROOT);
    }

    private static boolean always(TargetGroup group) {
        return Set.of("UDP", "TCP_UDP", "QUIC", "TCP_QUIC").contains(protocol(group));
    }

    private static boolean carries(TargetGroup group, Protocol protocol) {
        return switch (protocol(group)) {
            case "UDP", "QUIC" -> protocol.equals(Protocol.UDP);
            case "TCP_UDP", "TCP_QUIC" -> protocol.hasPorts();
            default -> protocol.equals(Protocol.TCP);
        };
    }

    private static boolean registered(NetworkIndex index, TargetGroup group, Nic nic, Addresses addresses) {
        var targets = index.deployment().index().targets(group.arn());
        return targets == null || targets.stream().anyMatch(each -> is(group, each, nic, addresses));
    }

    private static boolean is(TargetGroup group, Target target, Nic nic, Addresses addresses) {
        return switch (group.targetType()) {
            case "ip" -> Ip.parse(target.targetId()).filter(addresses::contains).isPresent();
            case "alb" ->
                nic.owner().type() == ResourceType.LOAD_BALANCER
                        && nic.owner().id().equals(target.targetId());
            default ->
                nic.owner().type() == ResourceType.INSTANCE && nic.owner().id().equals(target.targetId());
        };
    }
}
