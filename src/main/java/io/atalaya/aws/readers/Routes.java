package io.atalaya.aws.readers;

import io.atalaya.deployment.Route;
import io.atalaya.deployment.RouteVia;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.RouteOrigin;
import software.amazon.awssdk.services.ec2.model.RouteState;

/** Routes as EC2 sends them: a field for each kind of target, and several kinds in {@code GatewayId} by the id's prefix. */
final class Routes {
    private Routes() {}

    static Route route(software.amazon.awssdk.services.ec2.model.Route r) {
        var via = via(r);
        return new Route(
                Absent.orNull(Absent.text(r.destinationCidrBlock(), Absent.text(r.destinationIpv6CidrBlock()))),
                Absent.orNull(r.destinationPrefixListId()),
                via,
                via == RouteVia.LOCAL ? null : target(r),
                r.state() == RouteState.BLACKHOLE,
                learned(r.origin()));
    }

    /** From a VPN gateway, or from a route server's peers. */
    private static boolean learned(@Nullable RouteOrigin origin) {
        return origin == RouteOrigin.ENABLE_VGW_ROUTE_PROPAGATION || origin == RouteOrigin.ADVERTISEMENT;
    }

    private static RouteVia via(software.amazon.awssdk.services.ec2.model.Route r) {
        if (r.gatewayId() != null) {
            return gateway(r.gatewayId());
        }
        if (r.natGatewayId() != null) {
            return RouteVia.NAT_GATEWAY;
        }
        if (r.transitGatewayId() != null) {
            return RouteVia.TRANSIT_GATEWAY;
        }
        if (r.vpcPeeringConnectionId() != null) {
            return RouteVia.PEERING;
        }
        if (r.egressOnlyInternetGatewayId() != null) {
            return RouteVia.EGRESS_ONLY_GATEWAY;
        }
        return r.networkInterfaceId() != null || r.instanceId() != null ? RouteVia.NETWORK_INTERFACE : RouteVia.OTHER;
    }

    private static RouteVia gateway(String id) {
        var dash = id.indexOf('-');
        return switch (dash < 0 ? id : id.substring(0, dash)) {
            case "local" -> RouteVia.LOCAL;
            case "igw" -> RouteVia.INTERNET_GATEWAY;
            case "eigw" -> RouteVia.EGRESS_ONLY_GATEWAY;
            case "vgw" -> RouteVia.VPN_GATEWAY;
            case "vpce" -> RouteVia.GATEWAY_ENDPOINT;
            case "nat" -> RouteVia.NAT_GATEWAY;
            default -> RouteVia.OTHER;
        };
    }

    private static @Nullable String target(software.amazon.awssdk.services.ec2.model.Route r) {
        // a route to an instance names its interface too
        return Stream.<@Nullable String>of(
                        r.gatewayId(),
                        r.natGatewayId(),
                        r.transitGatewayId(),
                        r.vpcPeeringConnectionId(),
                        r.egressOnlyInternetGatewayId(),
                        r.networkInterfaceId(),
                        r.instanceId(),
                        r.carrierGatewayId(),
                        r.localGatewayId(),
                        r.coreNetworkArn())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
