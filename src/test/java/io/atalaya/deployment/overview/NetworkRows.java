package io.atalaya.deployment.overview;

import static io.atalaya.deployment.CheckopSample.with;
import static io.atalaya.deployment.Sample.NOW;
import static io.atalaya.deployment.overview.FindingRow.NOTHING;
import static io.atalaya.deployment.overview.FindingRow.row;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.VpnConnection;
import io.atalaya.deployment.VpnTunnel;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What is open to the world, and the way out of it, and what is to be found of it. */
final class NetworkRows {
    private NetworkRows() {}

    static Stream<Arguments> perimeter() {
        var everything = new SecurityRule(true, "-1", null, null, "::/0", null, null, null);
        var outward = new SecurityRule(false, "tcp", 22, 22, "0.0.0.0/0", null, null, null);
        return Stream.of(
                row(
                        "SSH from everywhere to machines",
                        d -> with(
                                d,
                                Parts.SECURITY_GROUPS,
                                60,
                                List.of(Sample.securityGroup("sg-app", Sample.fromCidr(22, "0.0.0.0/0")))),
                        "DEGRADED OPEN_TO_WORLD [sg-app, SSH 22, 0.0.0.0/0, AUTOChOp (2), Base ChOp (1)]"
                                .replace(" (1)", "")),
                row(
                        "everything over IPv6 to nobody",
                        d -> with(d, Parts.SECURITY_GROUPS, 60, List.of(Sample.securityGroup("sg-x", everything))),
                        "NOTE OPEN_TO_WORLD [sg-x, MongoDB 27017, MySQL 3306, NFS 2049, PostgreSQL 5432, RDP 3389, Redis 6379, SSH 22, ::/0, ]"),
                row(
                        "SSH from the office",
                        d -> with(
                                d,
                                Parts.SECURITY_GROUPS,
                                60,
                                List.of(Sample.securityGroup("sg-app", Sample.fromCidr(22, "203.0.113.0/24")))),
                        NOTHING),
                row(
                        "SSH outward",
                        d -> with(d, Parts.SECURITY_GROUPS, 60, List.of(Sample.securityGroup("sg-app", outward))),
                        NOTHING));
    }

    static Stream<Arguments> vpn() {
        return Stream.of(
                row("both tunnels up", d -> vpn(d, "available", "UP", "UP"), NOTHING),
                row(
                        "one of two tunnels down",
                        d -> vpn(d, "available", "UP", "DOWN"),
                        "DEGRADED VPN_TUNNEL_DOWN [matriz, 198.51.100.2, IPSEC IS DOWN, 203.0.113.9]"),
                row(
                        "no tunnel left",
                        d -> vpn(d, "available", "DOWN", "DOWN"),
                        "FAILED VPN_DOWN [matriz, 198.51.100.1, IPSEC IS DOWN, 203.0.113.9]"),
                row("being made", d -> vpn(d, "pending", "DOWN", "DOWN"), NOTHING));
    }

    private static Deployment vpn(Deployment deployment, String state, String... tunnels) {
        var all = Stream.of(0, 1)
                .map(i -> new VpnTunnel(
                        "198.51.100." + (i + 1),
                        tunnels[i],
                        tunnels[i].equals("UP") ? "1 BGP ROUTES" : "IPSEC IS DOWN",
                        NOW.minusSeconds(90),
                        1))
                .toList();
        var connection = new VpnConnection(
                "vpn-1", "matriz", state, "vpc-1", "vgw-1", null, "cgw-1", null, "203.0.113.9", all, Map.of());
        return with(deployment, Parts.VPN_CONNECTIONS, 60, List.of(connection));
    }
}
