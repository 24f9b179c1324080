package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.world.Network;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.sim.Spans;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.CustomerGateway;
import software.amazon.awssdk.services.ec2.model.VgwTelemetry;
import software.amazon.awssdk.services.ec2.model.VpnConnection;
import software.amazon.awssdk.services.ec2.model.VpnGateway;

/**
 * The only way out: a virtual private gateway, the customer's router, and a connection of two tunnels between them. The second
 * tunnel is the one that is renegotiated, six minutes of every hour, unless the story is calm.
 */
final class CitsmartVpn {
    static final String ON_PREMISES = "172.20.0.0/16";

    /** The public address of the customer's router, and of its office. */
    static final String CUSTOMER_ADDRESS = "203.0.113.9";

    static final List<String> TUNNELS = List.of("198.51.100.31", "198.51.100.87");

    private static final Duration RENEGOTIATION = Duration.ofMinutes(6);
    private static final Duration INTO_HOUR = Duration.ofMinutes(41);

    private final World world;
    private final List<Spans> up = List.of(new Spans(t -> true), new Spans(t -> true));

    CitsmartVpn(World world) {
        this.world = world;
    }

    void furnish() {
        Network net = world.network();
        net.vpnGateways()
                .put(VpnGateway.builder()
                        .vpnGatewayId(CitsmartIds.VGW)
                        .type("ipsec.1")
                        .state("available")
                        .amazonSideAsn(64_512L)
                        .vpcAttachments(a -> a.vpcId(CitsmartIds.VPC).state("attached"))
                        .tags(CitsmartTags.named("citsmart-vgw"))
                        .build());
        net.customerGateways()
                .put(CustomerGateway.builder()
                        .customerGatewayId(CitsmartIds.CGW)
                        .type("ipsec.1")
                        .state("available")
                        .ipAddress(CUSTOMER_ADDRESS)
                        .bgpAsn("65010")
                        .deviceName("fw-matriz-goiania")
                        .tags(CitsmartTags.named("matriz Goiânia"))
                        .build());
        net.vpnConnections().put(connection());
        switch (world.settings().story()) {
            case CALM -> {
                // both tunnels stay up
            }
            case INCIDENT -> world.timeline().at(world.start().minus(Duration.ofMinutes(23)), () -> turn(1, false));
            case REPEATING -> {
                Instant hour = world.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
                Instant first = hour.plus(INTO_HOUR);
                world.timeline().every(first, Duration.ofHours(1), () -> turn(1, false));
                world.timeline().every(first.plus(RENEGOTIATION), Duration.ofHours(1), () -> turn(1, true));
            }
        }
    }

    /** When a tunnel carried traffic. */
    Spans up(int tunnel) {
        return up.get(tunnel);
    }

    private void turn(int tunnel, boolean now) {
        up.get(tunnel).set(world.now(), now);
        world.network().vpnConnections().change(CitsmartIds.VPN, c -> {
            List<VgwTelemetry> telemetry = new ArrayList<>(c.vgwTelemetry());
            telemetry.set(tunnel, telemetry(tunnel, now, world.now()));
            return c.toBuilder().vgwTelemetry(telemetry).build();
        });
    }

    private VpnConnection connection() {
        Instant longAgo = world.start().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(9));
        return VpnConnection.builder()
                .vpnConnectionId(CitsmartIds.VPN)
                .vpnGatewayId(CitsmartIds.VGW)
                .customerGatewayId(CitsmartIds.CGW)
                .type("ipsec.1")
                .category("VPN")
                .state("available")
                // EC2 sends the customer's whole router configuration, keys and all: a console has to leave it alone.
                .customerGatewayConfiguration(
                        "<vpn_connection id=\"" + CitsmartIds.VPN
                                + "\"><ike><pre_shared_key>simulated.nobody.may.show.this</pre_shared_key></ike></vpn_connection>")
                .options(o -> o.staticRoutesOnly(false)
                        .tunnelOptions(
                                t -> t.outsideIpAddress(TUNNELS.getFirst())
                                        .tunnelInsideCidr("169.254.31.0/30")
                                        .preSharedKey("simulated.nobody.may.show.this"),
                                t -> t.outsideIpAddress(TUNNELS.getLast())
                                        .tunnelInsideCidr("169.254.87.0/30")
                                        .preSharedKey("simulated.nobody.may.show.this")))
                .vgwTelemetry(telemetry(0, true, longAgo), telemetry(1, true, longAgo.plus(Duration.ofDays(2))))
                .tags(CitsmartTags.named("citsmart-matriz"))
                .build();
    }

    private static VgwTelemetry telemetry(int tunnel, boolean up, Instant since) {
        return VgwTelemetry.builder()
                .outsideIpAddress(TUNNELS.get(tunnel))
                .status(up ? "UP" : "DOWN")
                .statusMessage(up ? "1 BGP ROUTES" : "IPSEC IS DOWN")
                .acceptedRouteCount(up ? 1 : 0)
                .lastStatusChange(since)
                .build();
    }
}
