package io.atalaya.deployment.reach;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Route;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.Subnet;
import io.atalaya.deployment.TransitGatewayAttachment;
import io.atalaya.deployment.TransitGatewayRoute;
import io.atalaya.deployment.TransitGatewayRouteTable;
import io.atalaya.deployment.VpnConnection;
import io.atalaya.deployment.address.Addresses;
import io.atalaya.deployment.address.Block;
import io.atalaya.deployment.address.Extent;
import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.reach.Trace.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The steps through transit gateways. */
final class Transit {
    private record Line(Block block, TransitGatewayRoute route) {}

    /**
     * Where what is sent to an attachment comes out.
     *
     * @param sure addresses that it leads to
     * @param maybe addresses that it may lead to
     * @param doubt why that is not known; null where it is
     */
    record Ways(Addresses sure, Addresses maybe, @Nullable Doubt doubt) {
        static final Ways NOWHERE = new Ways(Addresses.NONE, Addresses.NONE, null);

        static Ways to(Addresses sure) {
            return new Ways(sure, Addresses.NONE, null);
        }

        static Ways perhaps(Doubt doubt) {
            return new Ways(Addresses.NONE, Addresses.ALL, doubt);
        }

        Ways within(Addresses some) {
            return new Ways(sure.intersect(some), maybe.intersect(some), doubt);
        }
    }

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
     * @param subnetId of the VPC from which it comes, whose zone the gateway must be in; null for a VPN connection
     * @param carries the addresses for which an attachment is where it should go
     */
    void carry(
            Trace trace,
            boolean back,
            String gatewayId,
            String from,
            @Nullable String subnetId,
            Function<TransitGatewayAttachment, Ways> carries) {
        trace.uses(Parts.TRANSIT_ATTACHMENTS, Parts.TRANSIT_ROUTES);
        var gateway = new ResourceRef(ResourceType.TRANSIT_GATEWAY, gatewayId);
        var attachment = index.attachment(gatewayId, from);
        if (attachment == null || !attachment.state().equals("available") || attachment.routeTableId() == null) {
            var unread = unseen(gatewayId, attachment);
            if (unread != null) {
                trace.unknown(back, Hop.Kind.TRANSIT_GATEWAY, null, gateway, unread);
                remedy.unknown();
            } else {
                trace.stop(back, Hop.Kind.TRANSIT_GATEWAY, null, gateway, Hop.Why.NOT_ATTACHED);
                remedy.mend(Change.What.ATTACH_TO_TRANSIT_GATEWAY, gateway);
            }
            return;
        }
        if (subnetId == null) {
            trace.pass(back, Hop.Kind.TRANSIT_GATEWAY, null, attachment.ref());
        } else {
            zone(trace, back, attachment, subnetId);
        }
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

    /** Why an attachment that seems to be missing, or without a table, may be there; null where it certainly is not. */
    private @Nullable Doubt unseen(String gatewayId, @Nullable TransitGatewayAttachment attachment) {
        if (attachment == null) {
            return index.doubt(Parts.TRANSIT_ATTACHMENTS);
        }
        // of a gateway that another account shares, the associations and tables are not told
        var mine = index.deployment().items(Parts.TRANSIT_ROUTES).stream()
                .anyMatch(each -> each.transitGatewayId().equals(gatewayId));
        if (!attachment.state().equals("available") || mine) {
            return null;
        }
        var unread = index.doubt(Parts.TRANSIT_ROUTES);
        return unread == null ? Doubt.of(Doubt.Kind.RESOURCE_MISSING, attachment.id()) : unread;
    }

    /** A transit gateway takes traffic of a VPC only from the zones in which it has a subnet there. */
    private void zone(Trace trace, boolean back, TransitGatewayAttachment attachment, String subnetId) {
        trace.uses(Parts.SUBNETS);
        var place = new ResourceRef(ResourceType.SUBNET, subnetId);
        var from = index.subnet(subnetId);
        var held = attachment.subnetIds() == null
                ? List.<@Nullable Subnet>of()
                : attachment.subnetIds().stream().map(index::subnet).toList();
        if (from != null
                && held.stream().anyMatch(each -> each != null && each.zone().equals(from.zone()))) {
            trace.pass(back, Hop.Kind.TRANSIT_GATEWAY, null, attachment.ref());
        } else if (from == null || held.isEmpty() || held.contains(null) || local(from.zone())) {
            var unread = index.doubt(Parts.SUBNETS);
            var doubt = unread == null ? Doubt.of(Doubt.Kind.SUBNET_UNKNOWN, attachment.id()) : unread;
            trace.unknown(back, Hop.Kind.TRANSIT_GATEWAY, place, attachment.ref(), doubt);
            remedy.unknown();
        } else {
            trace.stop(back, Hop.Kind.TRANSIT_GATEWAY, place, attachment.ref(), Hop.Why.OTHER_ZONE);
            remedy.unknown();
        }
    }

    /** A Local Zone, {@code us-east-1-bos-1a}, is served by the zone it belongs to. */
    private static boolean local(String zone) {
        return zone.chars().filter(each -> each == '-').count() > 2;
    }

    private void route(
            Trace trace,
            boolean back,
            ResourceRef gateway,
            TransitGatewayRouteTable table,
            Function<TransitGatewayAttachment, Ways> carries) {
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
                    ? List.<Ways>of()
                    : line.route.attachmentIds().stream()
                            .map(id -> leads(id, carries).within(hit))
                            .toList();
            // several attachments share the load: each must lead there
            var sure =
                    ways.stream().map(Ways::sure).reduce(Addresses::intersect).orElse(Addresses.NONE);
            decisions.add(
                    new Decision(new Rule.OfTransit(table, line.route), !sure.isEmpty(), Extent.of(hit, Ports.ALL)));
            pass = pass.union(sure);
            var perhaps = ways.stream()
                    .map(each -> each.sure().union(each.maybe()))
                    .reduce(Addresses.NONE, Addresses::union)
                    .minus(sure);
            maybe = maybe.union(perhaps);
            if (!perhaps.isEmpty()) {
                ways.stream().map(Ways::doubt).filter(Objects::nonNull).forEach(trace.doubts()::add);
            }
        }
        Doubt doubt = null;
        if (unknownList != null) {
            doubt = Doubt.of(Doubt.Kind.PREFIX_LIST_UNKNOWN, unknownList);
        } else if (!table.complete()) {
            doubt = Doubt.of(Doubt.Kind.TRANSIT_ROUTES_CUT, table.id());
        }
        if (doubt != null) { // what was not told may be longer than all that was
            maybe = all;
            pass = Addresses.NONE;
        } else if (!maybe.isEmpty()) {
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

    private Ways leads(String attachmentId, Function<TransitGatewayAttachment, Ways> carries) {
        var attachment =
                index.find(TransitGatewayAttachment.class, ResourceType.TRANSIT_GATEWAY_ATTACHMENT, attachmentId);
        if (attachment == null) {
            var unread = index.doubt(Parts.TRANSIT_ATTACHMENTS);
            return Ways.perhaps(unread == null ? Doubt.of(Doubt.Kind.RESOURCE_MISSING, attachmentId) : unread);
        }
        return attachment.state().equals("available") ? carries.apply(attachment) : Ways.NOWHERE;
    }

    /** An attachment leads to its own VPC with all there is; any other may hand on what it gets. */
    Function<TransitGatewayAttachment, Ways> toVpc(String vpcId) {
        return each -> {
            if (!each.kind().equals("vpc")) {
                return Ways.perhaps(Doubt.of(Doubt.Kind.OUTSIDE, each.id()));
            }
            return each.resourceId().equals(vpcId) ? Ways.to(Addresses.ALL) : through(each);
        };
    }

    /** An attachment that is a VPN leads to what is behind it; what is behind others is not known. */
    Ways toVpn(TransitGatewayAttachment attachment) {
        if (attachment.kind().equals("vpc")) {
            return through(attachment);
        }
        if (!attachment.kind().equals("vpn")) {
            return Ways.perhaps(Doubt.of(Doubt.Kind.OUTSIDE, attachment.id()));
        }
        var vpn = index.find(VpnConnection.class, ResourceType.VPN_CONNECTION, attachment.resourceId());
        if (vpn == null) {
            var unread = index.doubt(Parts.VPN_CONNECTIONS);
            return Ways.perhaps(
                    unread == null ? Doubt.of(Doubt.Kind.RESOURCE_MISSING, attachment.resourceId()) : unread);
        }
        return vpn.up() > 0 ? Ways.to(carried(vpn)) : Ways.NOWHERE;
    }

    /** A VPC that is not where it should go keeps it, unless appliances stand there, which inspect it and send it on. */
    private Ways through(TransitGatewayAttachment attachment) {
        var vpc = attachment.resourceId();
        var unread = index.vpc(vpc) == null ? Doubt.of(Doubt.Kind.OTHER_VPC, vpc) : index.doubt(Parts.ROUTE_TABLES);
        if (unread != null) {
            return Ways.perhaps(unread);
        }
        var appliances = index.deployment().items(Parts.ROUTE_TABLES).stream()
                .filter(each -> each.vpcId().equals(vpc))
                .flatMap(each -> each.routes().stream())
                .anyMatch(this::toMachine);
        return appliances ? Ways.perhaps(Doubt.of(Doubt.Kind.APPLIANCE, vpc)) : Ways.NOWHERE;
    }

    private boolean toMachine(Route route) {
        return switch (route.via()) {
            case NETWORK_INTERFACE, OTHER -> true;
            case GATEWAY_ENDPOINT -> !index.endpoints().service(route.targetId());
            default -> false;
        };
    }

    /**
     * Addresses outside and the VPN by which they come and go.
     *
     * @param vpn null where none of this transit gateway is up and carries them, or several do of which not all go by one table
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
                split.add(new Behind(mine, sameFor(gatewayId, mine) ? vpn : null));
                left = left.minus(mine);
            }
        }
        if (!left.isEmpty()) {
            split.add(new Behind(left, null));
        }
        return split;
    }

    /** Whether it does not matter which of the VPNs that carry these addresses they come by. */
    private boolean sameFor(String gatewayId, Addresses addresses) {
        return index.deployment().items(Parts.VPN_CONNECTIONS).stream()
                        .filter(each -> gatewayId.equals(each.transitGatewayId())
                                && each.up() > 0
                                && !carried(each).intersect(addresses).isEmpty())
                        .map(each -> index.attachment(gatewayId, each.id()))
                        .map(each -> each == null ? "" : each.state() + each.routeTableId())
                        .distinct()
                        .count()
                == 1;
    }

    /** On a transit gateway it is the routes of its tables that say what goes by a VPN. */
    private static Addresses carried(VpnConnection vpn) {
        return vpn.routes().isEmpty() ? Addresses.ALL : Addresses.ofBlocks(vpn.routes());
    }
}
