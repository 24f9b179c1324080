package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.VpnConnection;
import io.atalaya.deployment.VpnTunnel;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CustomerGateway;
import software.amazon.awssdk.services.ec2.model.VgwTelemetry;
import software.amazon.awssdk.services.ec2.model.VpnGateway;
import software.amazon.awssdk.services.ec2.model.VpnState;

/**
 * VPN connections to other networks, with the state of their tunnels. EC2 has no pages here. Their ends are only asked for
 * where there are connections.
 */
final class VpnConnectionsReader implements Reader<VpnConnection> {
    private final Clients clients;

    VpnConnectionsReader(Clients clients) {
        this.clients = clients;
    }

    Source<VpnConnection> source() {
        return new Source<>(
                Parts.VPN_CONNECTIONS,
                Set.of("ec2:DescribeVpnConnections", "ec2:DescribeVpnGateways", "ec2:DescribeCustomerGateways"),
                Cadence.MINUTE,
                Set.of(),
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<VpnConnection>> page) {
        var connections = clients.ec2().describeVpnConnections().vpnConnections();
        if (connections.isEmpty()) {
            page.accept(List.of());
            return;
        }
        var gateways = byId(clients.ec2().describeVpnGateways().vpnGateways(), VpnGateway::vpnGatewayId);
        var customers =
                byId(clients.ec2().describeCustomerGateways().customerGateways(), CustomerGateway::customerGatewayId);
        page.accept(connections.stream()
                .map(each ->
                        connection(each, gateways.get(each.vpnGatewayId()), customers.get(each.customerGatewayId())))
                .toList());
    }

    private static <T> Map<@Nullable String, T> byId(List<T> all, Function<T, @Nullable String> id) {
        return all.stream()
                .filter(each -> id.apply(each) != null)
                .collect(Collectors.toMap(id, each -> each, (first, again) -> first));
    }

    private static VpnConnection connection(
            software.amazon.awssdk.services.ec2.model.VpnConnection c,
            @Nullable VpnGateway gateway,
            @Nullable CustomerGateway customer) {
        var tags = Ec2Tags.of(c.tags());
        return new VpnConnection(
                Absent.text(c.vpnConnectionId()),
                Absent.name(tags, c.vpnConnectionId()),
                Absent.text(c.stateAsString()),
                gateway == null ? null : vpc(gateway),
                Absent.orNull(c.vpnGatewayId()),
                Absent.orNull(c.transitGatewayId()),
                Absent.orNull(c.customerGatewayId()),
                customer == null ? null : Absent.name(Ec2Tags.of(customer.tags()), customer.customerGatewayId()),
                customer == null ? null : Absent.orNull(customer.ipAddress()),
                c.vgwTelemetry().stream().map(VpnConnectionsReader::tunnel).toList(),
                c.options() != null && Absent.yes(c.options().staticRoutesOnly()),
                Absent.texts(c.routes().stream()
                        .filter(route -> route.state() == null || route.state() == VpnState.AVAILABLE)
                        .map(route -> route.destinationCidrBlock())),
                tags);
    }

    private static @Nullable String vpc(VpnGateway gateway) {
        return gateway.vpcAttachments().stream()
                .filter(each -> !"detached".equals(each.stateAsString()))
                .map(each -> each.vpcId())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static VpnTunnel tunnel(VgwTelemetry t) {
        return new VpnTunnel(
                Absent.text(t.outsideIpAddress()),
                Absent.text(t.statusAsString()),
                Absent.orNull(t.statusMessage()),
                t.lastStatusChange(),
                Absent.number(t.acceptedRouteCount()));
    }
}
