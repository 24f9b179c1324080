package io.atalaya.deployment.reach;

import static io.atalaya.deployment.reach.World.route;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Route;
import io.atalaya.deployment.RouteTable;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.address.Addresses;
import io.atalaya.deployment.address.Ip;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** AWS's priority of routes: the longest prefix, written before learned, and the VPC's own before whatever was learned of it. */
class RoutePriorityTest {
    private static final Route LOCAL = route("10.0.0.0/16", RouteVia.LOCAL, null);

    private static Route learned(String block) {
        return new Route(block, null, RouteVia.VPN_GATEWAY, "vgw-1", false, true);
    }

    private static Route choose(String address, Route... routes) {
        var table = new RouteTable("rtb", "rtb", "vpc-1", true, List.of(), List.of(), List.of(routes), Map.of());
        var lookup = new RouteLookup(
                table, List.of("10.0.0.0/16"), id -> id.equals("pl-1") ? List.of("192.168.0.0/16") : null, id -> false);
        var ip = Ip.parse(address).orElseThrow();
        return java.util.Objects.requireNonNull(
                lookup.choose(Addresses.of(ip)).getFirst().route());
    }

    @Test
    void whatWasLearnedNeverTakesAddressesOfTheVpc() {
        assertThat(choose("10.0.1.9", LOCAL, learned("10.0.1.0/24"))).isEqualTo(LOCAL);
        assertThat(choose("10.0.1.9", LOCAL, learned("10.0.1.9/32"))).isEqualTo(LOCAL);
        assertThat(choose("10.0.1.9", LOCAL, learned("10.0.0.0/15"))).isEqualTo(LOCAL);
        assertThat(choose("10.1.1.9", LOCAL, learned("10.0.0.0/15")).via()).isEqualTo(RouteVia.VPN_GATEWAY);
    }

    @Test
    void whatSomebodyWroteDoesByItsLongerPrefix() {
        var appliance = route("10.0.1.0/24", RouteVia.NETWORK_INTERFACE, "eni-1");
        assertThat(choose("10.0.1.9", LOCAL, appliance, learned("10.0.1.8/29"))).isEqualTo(appliance);
        assertThat(choose("10.0.2.9", LOCAL, appliance)).isEqualTo(LOCAL);
    }

    @Test
    void ofTheSameBlockWrittenComesBeforeListedBeforeLearned() {
        var written = route("192.168.0.0/16", RouteVia.PEERING, "pcx-1");
        var listed = new Route(null, "pl-1", RouteVia.NAT_GATEWAY, "nat-1", false, false);
        assertThat(choose("192.168.0.9", learned("192.168.0.0/16"), listed, written))
                .isEqualTo(written);
        assertThat(choose("192.168.0.9", learned("192.168.0.0/16"), listed)).isEqualTo(listed);
        assertThat(choose("192.168.0.9", written, learned("192.168.0.0/24")).propagated())
                .as("a longer prefix wins, learned or not")
                .isTrue();
    }
}
