package io.atalaya.deployment.reach;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.VpnConnection;
import io.atalaya.deployment.VpnGateway;
import io.atalaya.deployment.address.Addresses;
import io.atalaya.deployment.reach.Trace.Side;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The steps through a virtual private gateway. What its VPN connections carry is known by their static routes, and by what the
 * tables of the VPC have learned from it; Direct Connect, which may end there too, is not read.
 */
final class PrivateGateway {
    /**
     * What of some addresses is carried.
     *
     * @param by a connection that carries some; null where none does
     * @param down a connection that would, if a tunnel of it were up; null where there is none
     */
    private record Carried(
            Addresses sure,
            @Nullable VpnConnection by,
            @Nullable VpnConnection down,
            Set<Doubt> doubts) {}

    private final NetworkIndex index;
    private final Remedy remedy;

    PrivateGateway(NetworkIndex index, Remedy remedy) {
        this.index = index;
        this.remedy = remedy;
    }

    /** @param side the one that is outside */
    void carry(Trace trace, boolean back, Side side, String gatewayId, String vpcId) {
        trace.uses(Parts.VPN_GATEWAYS, Parts.VPN_CONNECTIONS);
        var ref = new ResourceRef(ResourceType.VPN_GATEWAY, gatewayId);
        var gateway = index.find(VpnGateway.class, ResourceType.VPN_GATEWAY, gatewayId);
        if (gateway == null) {
            var unread = index.doubt(Parts.VPN_GATEWAYS);
            if (unread == null) {
                trace.stop(back, Hop.Kind.VPN_GATEWAY, null, ref, Hop.Why.NOT_AVAILABLE);
            } else {
                trace.unknown(back, Hop.Kind.VPN_GATEWAY, null, ref, unread);
            }
            remedy.unknown();
            return;
        }
        if (!gateway.vpcIds().contains(vpcId)) {
            trace.stop(back, Hop.Kind.VPN_GATEWAY, null, ref, Hop.Why.NOT_ATTACHED);
            remedy.unknown();
            return;
        }
        var unread = index.doubt(Parts.VPN_CONNECTIONS);
        if (unread != null) {
            trace.unknown(back, Hop.Kind.VPN_CONNECTION, null, ref, unread);
            remedy.unknown();
            return;
        }
        if (back) {
            trace.pass(true, Hop.Kind.VPN_GATEWAY, null, ref);
        }
        connection(trace, back, side, gateway);
        if (!back) {
            trace.pass(false, Hop.Kind.VPN_GATEWAY, null, ref);
        }
    }

    private void connection(Trace trace, boolean back, Side side, VpnGateway gateway) {
        var outside = side == Side.SOURCE
                ? trace.source().addresses()
                : trace.target().addresses();
        var carried = carried(gateway, outside);
        var whole = carried.sure.containsAll(outside);
        var resource = carried.by != null ? carried.by : carried.down;
        trace.part(
                side,
                back,
                new Hop(
                        Hop.Kind.VPN_CONNECTION,
                        whole ? Hop.Effect.PASSES : Hop.Effect.UNKNOWN,
                        null,
                        resource == null ? gateway.ref() : resource.ref(),
                        List.of(),
                        whole ? null : carried.down != null ? Hop.Why.TUNNELS_DOWN : Hop.Why.NO_ROUTE),
                carried.sure,
                outside);
        if (whole) {
            return;
        }
        trace.doubts().addAll(carried.doubts);
        if (carried.down != null) {
            remedy.mend(Change.What.BRING_UP_TUNNEL, carried.down.ref());
        } else {
            remedy.unknown();
        }
    }

    private Carried carried(VpnGateway gateway, Addresses outside) {
        var doubts = new LinkedHashSet<Doubt>();
        var sure = Addresses.NONE;
        var announced = new ArrayList<VpnConnection>();
        VpnConnection by = null;
        VpnConnection down = null;
        // a static route stays in the tables while its tunnels are down
        var stale = Addresses.NONE;
        for (var vpn : index.vpns(gateway.id())) {
            var mine = outside.intersect(Addresses.ofBlocks(vpn.routes()));
            if (!vpn.state().equals("available")) {
                continue;
            }
            if (vpn.up() > 0) {
                sure = sure.union(mine);
                by = by == null && !mine.isEmpty() ? vpn : by;
                if (!vpn.staticRoutes()) {
                    announced.add(vpn);
                }
            } else {
                stale = stale.union(mine);
                down = !mine.isEmpty() || !vpn.staticRoutes() ? vpn : down;
            }
        }
        if (!announced.isEmpty()) {
            // tunnels of a VPN gateway carry IPv4 alone
            var told = learned(gateway).intersect(outside).family(false).minus(stale);
            sure = sure.union(told);
            by = by == null && !told.isEmpty() ? announced.getFirst() : by;
            doubts.add(Doubt.of(Doubt.Kind.BGP, gateway.id()));
        }
        doubts.add(Doubt.of(Doubt.Kind.DIRECT_CONNECT, gateway.id()));
        return new Carried(sure, by, down, doubts);
    }

    /** What the tables of its VPC have learned from it. */
    private Addresses learned(VpnGateway gateway) {
        return Addresses.ofBlocks(index.deployment().items(Parts.ROUTE_TABLES).stream()
                .flatMap(table -> table.routes().stream())
                .filter(each -> each.via() == RouteVia.VPN_GATEWAY
                        && each.propagated()
                        && !each.blackhole()
                        && gateway.id().equals(each.targetId()))
                .<String>mapMulti((each, to) -> {
                    if (each.cidr() != null) {
                        to.accept(each.cidr());
                    }
                })
                .toList());
    }
}
