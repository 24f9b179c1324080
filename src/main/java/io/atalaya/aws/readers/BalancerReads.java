package io.atalaya.aws.readers;

import io.atalaya.deployment.BalancerZone;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.LoadBalancerType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancing.model.Instance;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;

/** Balancers of both APIs as one record. */
final class BalancerReads {
    private BalancerReads() {}

    static LoadBalancer balancer(
            software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer b, Map<String, String> tags) {
        var state = b.state();
        return new LoadBalancer(
                Absent.text(b.loadBalancerArn()),
                Absent.text(b.loadBalancerName(), Absent.text(b.loadBalancerArn())),
                type(b.typeAsString()),
                Absent.text(b.schemeAsString()),
                Absent.text(b.dnsName()),
                b.canonicalHostedZoneId(),
                state == null ? "" : Absent.text(state.codeAsString()),
                state == null ? null : Absent.orNull(state.reason()),
                b.vpcId(),
                b.availabilityZones().stream().map(BalancerReads::zone).toList(),
                b.securityGroups(),
                b.createdTime(),
                List.of(),
                tags);
    }

    /** Classic balancers have no ARN and no state; one that is listed works. */
    static LoadBalancer classic(LoadBalancerDescription b, Map<String, String> tags) {
        var subnets = b.subnets();
        return new LoadBalancer(
                Absent.text(b.loadBalancerName()),
                Absent.text(b.loadBalancerName()),
                LoadBalancerType.CLASSIC,
                Absent.text(b.scheme(), "internet-facing"),
                Absent.text(b.dnsName()),
                b.canonicalHostedZoneNameID(),
                "active",
                null,
                b.vpcId(),
                // which subnet is in which zone is not said, except when there is one
                b.availabilityZones().stream()
                        .map(zone -> new BalancerZone(zone, subnets.size() == 1 ? subnets.getFirst() : null, List.of()))
                        .toList(),
                b.securityGroups(),
                b.createdTime(),
                Absent.texts(b.instances(), Instance::instanceId),
                tags);
    }

    private static BalancerZone zone(AvailabilityZone zone) {
        return new BalancerZone(
                Absent.text(zone.zoneName()),
                zone.subnetId(),
                Absent.texts(zone.loadBalancerAddresses().stream()
                        .flatMap(a -> Stream.of(a.ipAddress(), a.privateIPv4Address()))));
    }

    /** What AWS invents later is handled like an application balancer, whose API it will have. */
    private static LoadBalancerType type(@Nullable String type) {
        return switch (Absent.text(type)) {
            case "network" -> LoadBalancerType.NETWORK;
            case "gateway" -> LoadBalancerType.GATEWAY;
            default -> LoadBalancerType.APPLICATION;
        };
    }
}
