package io.atalaya.deployment.overview;

import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.State;
import io.atalaya.deployment.VpnConnection;
import io.atalaya.deployment.VpnTunnel;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** VPN connections with a tunnel down. AWS calls the connection {@code available} all the same. */
final class VpnRule implements Rule {
    @Override
    public Stream<Finding> find(Situation situation) {
        return situation.items(Parts.VPN_CONNECTIONS).stream().flatMap(VpnRule::of);
    }

    private static Stream<Finding> of(VpnConnection connection) {
        var state = Conditions.of(connection).state();
        if (state != State.FAILED && state != State.DEGRADED) {
            return Stream.empty();
        }
        var down = connection.tunnels().stream().filter(tunnel -> !tunnel.up()).toList();
        var since = down.stream()
                .map(VpnTunnel::since)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        var first = down.getFirst();
        return Stream.of(new Finding(
                state == State.FAILED ? FindingKind.VPN_DOWN : FindingKind.VPN_TUNNEL_DOWN,
                Urgency.of(state),
                connection.ref(),
                Parts.VPN_CONNECTIONS,
                since,
                List.of(
                        connection.name(),
                        first.outsideIp(),
                        first.statusMessage() == null ? "" : first.statusMessage(),
                        otherEnd(connection))));
    }

    /** What cannot be reached when no tunnel is left, as a person calls it. */
    private static String otherEnd(VpnConnection connection) {
        return Stream.of(connection.customerName(), connection.customerAddress(), connection.customerGatewayId())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(connection.name());
    }
}
