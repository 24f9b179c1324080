package io.atalaya.deployment.reach;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.TransitGatewayAttachment;
import io.atalaya.deployment.TransitGatewayRoute;
import io.atalaya.deployment.TransitGatewayRouteTable;
import io.atalaya.deployment.VpnConnection;
import io.atalaya.deployment.VpnGateway;
import io.atalaya.deployment.address.Addresses;
import io.atalaya.deployment.address.Block;
import io.atalaya.deployment.address.Extent;
import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.reach.Trace.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The steps through transit gateways and VPN connections. */
final class Transit {
    private record Line(Block block, TransitGatewayRoute route) {}

    private final NetworkIndex index;
    private final Remedy remedy;

    Transit(NetworkIndex index, Remedy remedy) {
        this.index = index;
        this.remedy = remedy;
    }

    /**
     * From what hangs on a transit gateway to something else that does.
     *
     * @param from the VPC or VPN connection from which it comes
     * @param carries the addresses for which an attachment is where it should go
     */
    void carry(
            Trace trace,
            boolean back,
            String gatewayId,
            String from,
            Function<TransitGatewayAttachment, Addresses> carries) {
        trace.uses(Parts.TRANSIT_ATTACHMENTS, Parts.TRANSIT_ROUTES);
        var gateway = new ResourceRef(ResourceType.TRANSIT_GATEWAY, gatewayId);
        var attachment = index.attachment(gatewayId, from);
        if (attachment == null || !attachment.state().equals("available") || attachment.routeTableId() == null) {
            var unread = attachment == null ? index.doubt(Parts.TRANSIT_ATTACHMENTS) : null;
            if (unread != null) {
                trace.unknown(back, Hop.Kind.TRANSIT_GATEWAY, null, gateway, unread);
                remedy.unknown();
            } else {
                trace.stop(back, Hop.Kind.TRANSIT_GATEWAY, null, gateway, Hop.Why.NOT_ATTACHED);
                remedy.mend(Change.What.ATTACH_TO_TRANSIT_GATEWAY, gateway);
            }
            return;
        }
        trace.pass(back, Hop.Kind.TRANSIT_GATEWAY, null, attachment.ref());
        var table = index.find(
                TransitGatewayRouteTable.class, ResourceType.TRANSIT_GATEWAY_ROUTE_TABLE, attachment.routeTableId());
        if (table == null) {
            var unread = index.doubt(Parts.TRANSIT_ROUTES);
            trace.unknown(
                    back,
                    Hop.Kind.TRANSIT_ROUTE,
                    gateway,
                    null,
                    unread == null ? Doubt.of(Doubt.Kind.RESOURCE_MISSING, attachment.routeTableId()) : unread);
            remedy.unknown();
            return;
        }
        route(trace, back, gateway, table, carries);
    }

    private void route(
            Trace trace,
            boolean back,
            ResourceRef gateway,
            TransitGatewayRouteTable table,
            Function<TransitGatewayAttachment, Addresses> carries) {
        var side = back ? Side.SOURCE : Side.TARGET;
        var left = back ? trace.source().addresses() : trace.target().addresses();
        var all = left;
        var pass = Addresses.NONE;
        var maybe = Addresses.NONE;
        var decisions = new ArrayList<Decision>();
        String unknownList = null;
        for (var route : table.routes()) {
            if (route.cidr() == null && route.prefixListId() != null && index.prefixes(route.prefixListId()) == null) {
                unknownList = route.prefixListId();
            }
        }
        for (var line : lines(table)) {
            var hit = left.intersect(Addresses.of(line.block));
            if (hit.isEmpty()) {
                continue;
            }
            left = left.minus(hit);
            var ways = line.route.blackhole()
                    ? List.<Addresses>of()
                    : line.route.attachmentIds().stream()
                            .map(id -> leads(id, carries).intersect(hit))
                            .toList();
            // several attachments share the load: each must lead there
            var sure = ways.stream().reduce(Addresses::intersect).orElse(Addresses.NONE);
            decisions.add(
                    new Decision(new Rule.OfTransit(table, line.route), !sure.isEmpty(), Extent.of(hit, Ports.ALL)));
            pass = pass.union(sure);
            maybe = maybe.union(
                    ways.stream().reduce(Addresses.NONE, Addresses::union).minus(sure));
        }
        Doubt doubt = null;
        if (!table.complete()) {
            maybe = maybe.union(left);
            doubt = Doubt.of(Doubt.Kind.TRANSIT_ROUTES_CUT, table.id());
        }
        if (unknownList != null) {
            maybe = all;
            pass = Addresses.NONE;
            doubt = Doubt.of(Doubt.Kind.PREFIX_LIST_UNKNOWN, unknownList);
        } else if (doubt == null && !maybe.isEmpty()) {
            doubt = Doubt.of(Doubt.Kind.ROUTE_NOT_FOLLOWED, table.id());
        }
        var effect = pass.equals(all)
                ? Hop.Effect.PASSES
                : doubt != null ? Hop.Effect.UNKNOWN : pass.isEmpty() ? Hop.Effect.STOPS : Hop.Effect.PARTLY;
        var why = decisions.isEmpty() && effect == Hop.Effect.STOPS ? Hop.Why.NO_ROUTE : null;
        if (doubt != null) {
            trace.doubts().add(doubt);
            remedy.unknown();
        }
        trace.part(
                side,
                back,
                new Hop(Hop.Kind.TRANSIT_ROUTE, effect, gateway, table.ref(), decisions, why),
                pass,
                pass.union(maybe));
        if (effect == Hop.Effect.STOPS || effect == Hop.Effect.PARTLY) {
            remedy.mend(Change.What.ADD_TRANSIT_ROUTE, table.ref());
        }
    }

    /** Longest prefix first; what somebody wrote before what was learned. */
    private List<Line> lines(TransitGatewayRouteTable table) {
        var lines = new ArrayList<Line>();
        for (var route : table.routes()) {
            var blocks = route.cidr() != null
                    ? List.of(route.cidr())
                    : route.prefixListId() == null ? null : index.prefixes(route.prefixListId());
            if (blocks != null) {
                blocks.forEach(text -> Block.parse(text).ifPresent(block -> lines.add(new Line(block, route))));
            }
        }
        lines.sort(Comparator.<Line>comparingInt(line -> -line.block.bits())
                .thenComparingInt(line -> line.route.propagated() ? 1 : 0));
        return lines;
    }

    private Addresses leads(String attachmentId, Function<TransitGatewayAttachment, Addresses> carries) {
        var attachment =
                index.find(TransitGatewayAttachment.class, ResourceType.TRANSIT_GATEWAY_ATTACHMENT, attachmentId);
        return attachment == null || !attachment.state().equals("available")
                ? Addresses.NONE
                : carries.apply(attachment);
    }

    /** An attachment leads to this VPC with all there is. */
    static Function<TransitGatewayAttachment, Addresses> toVpc(String vpcId) {
        return each -> each.kind().equals("vpc") && each.resourceId().equals(vpcId) ? Addresses.ALL : Addresses.NONE;
    }

    /** An attachment that is a VPN leads to what is behind it. */
    Addresses toVpn(TransitGatewayAttachment attachment) {
        var vpn = index.find(VpnConnection.class, ResourceType.VPN_CONNECTION, attachment.resourceId());
        return attachment.kind().equals("vpn") && vpn != null && vpn.up() > 0 ? carried(vpn) : Addresses.NONE;
    }

    /**
     * Addresses outside and the VPN by which they come and go.
     *
     * @param vpn null where none of this transit gateway is up and carries them
     */
    record Behind(Addresses addresses, @Nullable VpnConnection vpn) {}

    /** These addresses by the VPNs on a transit gateway; all of them, without one, for any other way. */
    List<Behind> split(Legs.Leg leg) {
        var gatewayId = leg.target();
        if (!leg.via(RouteVia.TRANSIT_GATEWAY) || gatewayId == null) {
            return List.of(new Behind(leg.addresses(), null));
        }
        var split = new ArrayList<Behind>();
        var left = leg.addresses();
        for (var vpn : index.deployment().items(Parts.VPN_CONNECTIONS)) {
            var mine = left.intersect(carried(vpn));
            if (gatewayId.equals(vpn.transitGatewayId()) && vpn.up() > 0 && !mine.isEmpty()) {
                split.add(new Behind(mine, vpn));
                left = left.minus(mine);
            }
        }
        if (!left.isEmpty()) {
            split.add(new Behind(left, null));
        }
        return split;
    }

    /** Static routes carry what they name; with BGP it is the routes of the tables that say. */
    private static Addresses carried(VpnConnection vpn) {
        return vpn.routes().isEmpty() ? Addresses.ALL : Addresses.ofBlocks(vpn.routes());
    }

    /**
     * Over a VPN gateway.
     *
     * @param side the one that is outside
     */
    void vpn(Trace trace, boolean back, Side side, String gatewayId, String vpcId) {
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
        var pass = Addresses.NONE;
        VpnConnection by = null;
        VpnConnection down = null;
        for (var vpn : index.vpns(gateway.id())) {
            var mine = outside.intersect(carried(vpn));
            if (mine.isEmpty() || !vpn.state().equals("available")) {
                continue;
            }
            if (vpn.up() > 0) {
                pass = pass.union(mine);
                by = by == null ? vpn : by;
            } else {
                down = vpn;
            }
        }
        var whole = pass.equals(outside);
        var effect = whole ? Hop.Effect.PASSES : pass.isEmpty() ? Hop.Effect.STOPS : Hop.Effect.PARTLY;
        var why = whole ? null : down != null ? Hop.Why.TUNNELS_DOWN : Hop.Why.NO_ROUTE;
        var resource = by != null ? by : down;
        trace.part(
                side,
                back,
                new Hop(
                        Hop.Kind.VPN_CONNECTION,
                        effect,
                        null,
                        resource == null ? gateway.ref() : resource.ref(),
                        List.of(),
                        why),
                pass,
                pass);
        if (!whole && down != null) {
            remedy.mend(Change.What.BRING_UP_TUNNEL, down.ref());
        } else if (!whole) {
            remedy.unknown();
        }
    }
}
