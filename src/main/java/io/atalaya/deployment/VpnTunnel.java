package io.atalaya.deployment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the tunnels of a VPN connection, as its gateway sees it (VgwTelemetry).
 *
 * @param outsideIp the gateway's address on the internet
 * @param status {@code UP} or {@code DOWN}
 * @param statusMessage AWS's words, e.g. {@code IPSEC IS DOWN}
 * @param since when the status last changed
 */
public record VpnTunnel(
        String outsideIp,
        String status,
        @Nullable String statusMessage,
        @Nullable Instant since,
        int acceptedRoutes) {
    public boolean up() {
        return status.equals("UP");
    }
}
