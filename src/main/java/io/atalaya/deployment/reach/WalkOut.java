package io.atalaya.deployment.reach;

import io.atalaya.deployment.InternetGateway;
import io.atalaya.deployment.NatGateway;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.PeeringConnection;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.VpnConnection;
import io.atalaya.deployment.address.Addresses;
import io.atalaya.deployment.address.Ip;
import io.atalaya.deployment.address.Protocol;
import io.atalaya.deployment.reach.Grid.Dimension;
import io.atalaya.deployment.reach.Trace.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows what leaves a VPC, and the answer in. */
final class WalkOut {
    private final NetworkIndex index;
    private final Remedy remedy;
    private final Steps steps;
    private final Legs legs;
    private final Transit transit;
    private final Door door;
    private final Feet feet;
    private final PrivateGateway vpns;

    WalkOut(NetworkIndex index, Remedy remedy) {
        this.index = index;
        this.remedy = remedy;
        steps = new Steps(index, remedy);
        legs = new Legs(index, remedy);
        transit = new Transit(index, remedy);
        door = new Door(index, remedy);
        feet = new Feet(index, remedy);
        vpns = new PrivateGateway(index, remedy);
    }

    List<Trace> follow(Question question, Place source, Place target) {
        var traces = new ArrayList<Trace>();
        for (var out : legs.of(source.subnetId(), source.vpcId(), target.addresses())) {
            if (target.kind() == Point.Kind.INTERNET) {
                var to = new Place(target.with(out.addresses()).point(), null, target.everyone());
                traces.add(trace(question, source, to, out, null));
                continue;
            }
            for (var each : transit.split(out)) {
                traces.add(trace(question, source, target.with(each.addresses()), out, each.vpn()));
            }
        }
        return traces;
    }

    private Trace trace(Question question, Place source, Place target, Legs.Leg out, @Nullable VpnConnection vpn) {
        var trace = new Trace(question, source, target);
        steps.machine(trace, source);
        var peering = target.kind() == Point.Kind.ELSEWHERE && out.via(RouteVia.PEERING);
        steps.groups(trace, false, peering ? new GroupFilter.Peer(null, true, null) : GroupFilter.Peer.STRANGER);
        steps.acl(trace, source.subnetId(), source.vpcId(), true, Side.TARGET, Dimension.PORTS);
        leave(trace, source, target, out, vpn);
        if (trace.hasReply()) {
            steps.acl(trace, source.subnetId(), source.vpcId(), false, Side.TARGET, Dimension.CLIENT);
            steps.tracked(trace, source, true);
        }
        return trace;
    }

    private void leave(Trace trace, Place source, Place target, Legs.Leg out, @Nullable VpnConnection vpn) {
        if (!legs.take(trace, false, source.subnetId(), out) || out.route() == null) {
            lost(source, target, out);
            return;
        }
        var internet = target.kind() == Point.Kind.INTERNET;
        var to = out.target();
        switch (out.route().via()) {
            case INTERNET_GATEWAY, EGRESS_ONLY_GATEWAY -> {
                if (internet) {
                    gateway(trace, source, out.route().via() == RouteVia.EGRESS_ONLY_GATEWAY, to);
                } else if (!Outside.isPrivate(target.addresses())) {
                    beyond(trace, Hop.Kind.INTERNET_GATEWAY, to);
                } else {
                    nobody(trace, Hop.Kind.INTERNET_GATEWAY, to, Hop.Why.OTHER_WAY);
                }
            }
            case NAT_GATEWAY -> nat(trace, source, target, to);
            case GATEWAY_ENDPOINT -> {
                if (legs.toAppliances(out)) {
                    legs.appliance(trace, false, source.subnetId(), out);
                } else {
                    endpoint(trace, internet, to);
                }
            }
            case VPN_GATEWAY -> {
                if (internet || to == null) {
                    beyond(trace, Hop.Kind.VPN_GATEWAY, to);
                } else {
                    vpns.carry(trace, false, Side.TARGET, to, source.vpcId());
                    if (trace.hasReply()) {
                        trace.pass(true, Hop.Kind.VPN_GATEWAY, null, new ResourceRef(ResourceType.VPN_GATEWAY, to));
                        door.ingress(trace, true, to, source.addresses());
                    }
                }
            }
            case TRANSIT_GATEWAY -> transit(trace, source, target, to, vpn);
            case PEERING -> peer(trace, source, target, to);
            case LOCAL -> {
                trace.stop(false, Hop.Kind.NOTHING_THERE, null, null, Hop.Why.NOTHING_LISTENS);
                remedy.unknown();
            }
            case NETWORK_INTERFACE -> legs.appliance(trace, false, source.subnetId(), out);
            case OTHER ->
                legs.unknown(
                        trace, false, Hop.Kind.ROUTE, source.subnetId(), Doubt.of(Doubt.Kind.ROUTE_NOT_FOLLOWED, to));
        }
    }

    private void nobody(Trace trace, Hop.Kind kind, @Nullable String id, Hop.Why why) {
        trace.stop(false, kind, null, id == null ? null : new ResourceRef(ResourceType.INTERNET_GATEWAY, id), why);
        remedy.unknown();
    }

    /** What is behind it is not of this deployment. */
    private void beyond(Trace trace, Hop.Kind kind, @Nullable String id) {
        trace.unknown(false, kind, null, null, Doubt.of(Doubt.Kind.OUTSIDE, id));
        remedy.unknown();
    }

    private void gateway(Trace trace, Place source, boolean onlyOut, @Nullable String id) {
        trace.uses(Parts.INTERNET_GATEWAYS);
        var kind = onlyOut ? Hop.Kind.EGRESS_ONLY_GATEWAY : Hop.Kind.INTERNET_GATEWAY;
        var ref = id == null ? null : new ResourceRef(ResourceType.INTERNET_GATEWAY, id);
        var gateway = index.find(InternetGateway.class, ResourceType.INTERNET_GATEWAY, id);
        var unread = gateway == null ? index.doubt(Parts.INTERNET_GATEWAYS) : null;
        if (unread != null) {
            trace.unknown(false, kind, null, ref, unread);
            remedy.unknown();
        } else if (gateway == null || !source.vpcId().equals(gateway.vpcId()) || gateway.egressOnly() != onlyOut) {
            trace.stop(false, kind, null, ref, Hop.Why.NOT_ATTACHED);
            remedy.unknown();
        } else {
            trace.pass(false, kind, null, ref);
        }
        if (onlyOut && !source.six()) {
            trace.stop(false, kind, null, ref, Hop.Why.FAMILY);
            remedy.unknown();
        } else if (!source.six() || !Outside.isGlobalSix(source.addresses())) {
            WalkIn.publicAddress(index, trace, false, source, remedy);
        }
        door.shut(trace, source.subnetId(), onlyOut);
        if (trace.hasReply()) {
            trace.pass(true, kind, null, ref);
            if (gateway != null && !onlyOut) {
                door.ingress(trace, true, gateway.id(), source.addresses());
            }
        }
    }

    /** The subnet of a NAT gateway has rules of its own, for what it sends on and for what comes back to it. */
    private void nat(Trace trace, Place source, Place target, @Nullable String id) {
        trace.uses(Parts.NAT_GATEWAYS);
        var ref = id == null ? null : new ResourceRef(ResourceType.NAT_GATEWAY, id);
        var nat = index.find(NatGateway.class, ResourceType.NAT_GATEWAY, id);
        if (nat == null || !nat.state().equals("available")) {
            var unread = nat == null ? index.doubt(Parts.NAT_GATEWAYS) : null;
            if (unread != null) {
                trace.unknown(false, Hop.Kind.NAT_GATEWAY, null, ref, unread);
                remedy.unknown();
            } else {
                trace.stop(false, Hop.Kind.NAT_GATEWAY, null, ref, Hop.Why.NOT_AVAILABLE);
                remedy.mend(Change.What.REPLACE_NAT_GATEWAY, ref);
            }
            return;
        }
        if (target.kind() != Point.Kind.INTERNET) {
            beyond(trace, Hop.Kind.NAT_GATEWAY, id);
            return;
        }
        var protocol = trace.question().protocol();
        var why = source.six()
                ? Hop.Why.FAMILY
                : !protocol.hasPorts() && !protocol.equals(Protocol.ICMP)
                        ? Hop.Why.PROTOCOL
                        : nat.isPublic() ? null : Hop.Why.NO_PUBLIC_ADDRESS;
        if (why == Hop.Why.NO_PUBLIC_ADDRESS && goesOn(nat, target)) {
            beyond(trace, Hop.Kind.NAT_GATEWAY, id);
            return;
        }
        if (why != null) {
            trace.stop(false, Hop.Kind.NAT_GATEWAY, null, ref, why);
            remedy.unknown();
            return;
        }
        if (nat.subnetId().isEmpty()) {
            // a regional one has addresses in every zone, and tables and ACLs that are not those of a subnet
            trace.unknown(false, Hop.Kind.NAT_GATEWAY, null, ref, Doubt.of(Doubt.Kind.ROUTE_NOT_FOLLOWED, id));
            remedy.unknown();
            return;
        }
        var apart = !nat.subnetId().equals(source.subnetId());
        if (apart) {
            steps.acl(trace, nat.subnetId(), nat.vpcId(), false, Side.SOURCE, Dimension.PORTS);
        }
        trace.pass(false, Hop.Kind.NAT_GATEWAY, new ResourceRef(ResourceType.SUBNET, nat.subnetId()), ref);
        steps.acl(trace, nat.subnetId(), nat.vpcId(), true, Side.TARGET, Dimension.PORTS);
        door.shut(trace, source.subnetId(), true);
        door.shut(trace, nat.subnetId(), true);
        onward(trace, source, target, nat);
        if (trace.hasReply()) {
            var gateway = index.internetGateway(nat.vpcId());
            if (gateway != null) {
                door.ingress(trace, true, gateway.id(), own(nat));
            }
            steps.acl(trace, nat.subnetId(), nat.vpcId(), false, Side.TARGET, Dimension.TRANSLATED);
            trace.pass(true, Hop.Kind.NAT_GATEWAY, new ResourceRef(ResourceType.SUBNET, nat.subnetId()), ref);
            if (apart) {
                steps.acl(trace, nat.subnetId(), nat.vpcId(), true, Side.SOURCE, Dimension.CLIENT);
            }
        }
    }

    /** Its private address, or any of its subnet where that is not known. */
    private Addresses own(NatGateway nat) {
        var subnet = index.subnet(nat.subnetId());
        var anywhere = subnet == null
                ? Addresses.NONE
                : Addresses.ofBlocks(subnet.blocks()).family(false);
        return Optional.ofNullable(nat.privateIp())
                .flatMap(Ip::parse)
                .map(Addresses::of)
                .orElse(anywhere);
    }

    /** A NAT gateway sends on by the table of its own subnet, which must lead to the internet. */
    private void onward(Trace trace, Place source, Place target, NatGateway nat) {
        var pass = Addresses.NONE;
        var maybe = Addresses.NONE;
        var decisions = new ArrayList<Decision>();
        for (var leg : legs.of(nat.subnetId(), nat.vpcId(), target.addresses())) {
            var gateway = index.find(InternetGateway.class, ResourceType.INTERNET_GATEWAY, leg.target());
            var leads = leg.via(RouteVia.INTERNET_GATEWAY)
                    && gateway != null
                    && nat.vpcId().equals(gateway.vpcId());
            if (leads || serves(leg)) {
                pass = pass.union(leg.addresses());
            } else if (leg.doubt() != null || open(leg, gateway)) {
                maybe = maybe.union(leg.addresses());
                trace.doubts().add(why(leg));
            }
            if (leg.table() != null && leg.route() != null) {
                decisions.add(new Decision(
                        new Rule.OfTable(leg.table(), leg.route()),
                        leads,
                        io.atalaya.deployment.address.Extent.of(
                                leg.addresses(), io.atalaya.deployment.address.Ports.ALL)));
            }
        }
        var whole = pass.containsAll(target.addresses());
        var effect = whole
                ? Hop.Effect.PASSES
                : !maybe.isEmpty() ? Hop.Effect.UNKNOWN : pass.isEmpty() ? Hop.Effect.STOPS : Hop.Effect.PARTLY;
        var table = index.routes(nat.subnetId(), nat.vpcId());
        trace.part(
                Side.TARGET,
                false,
                new Hop(
                        Hop.Kind.ROUTE,
                        effect,
                        new ResourceRef(ResourceType.SUBNET, nat.subnetId()),
                        table == null ? null : table.table().ref(),
                        decisions,
                        effect == Hop.Effect.STOPS ? Hop.Why.NO_ROUTE : null),
                pass,
                pass.union(maybe));
        if (!whole) {
            var door = index.internetGateway(nat.vpcId());
            var shared = table != null && table == index.routes(source.subnetId(), source.vpcId());
            if (door == null || table == null || shared || !pass.isEmpty() || !maybe.isEmpty()) {
                remedy.unknown();
            } else {
                var instead = decisions.size() == 1 && decisions.getFirst().rule() instanceof Rule.OfTable of
                        ? of.route()
                        : null;
                remedy.route(table.table(), instead, "0.0.0.0/0", RouteVia.INTERNET_GATEWAY, door.id());
            }
        }
    }

    private boolean serves(Legs.Leg leg) {
        return leg.via(RouteVia.GATEWAY_ENDPOINT) && index.endpoints().carries(leg.target());
    }

    private Doubt why(Legs.Leg leg) {
        if (leg.doubt() != null) {
            return leg.doubt();
        }
        return legs.toAppliances(leg)
                ? index.endpoints().doubt(leg.target())
                : Doubt.of(Doubt.Kind.ROUTE_NOT_FOLLOWED, leg.target());
    }

    /** Whether a private one hands on to what may lead there: a transit gateway with a way out in another VPC. */
    private boolean goesOn(NatGateway nat, Place target) {
        return nat.subnetId().isEmpty()
                || legs.of(nat.subnetId(), nat.vpcId(), target.addresses()).stream()
                        .anyMatch(leg -> leg.doubt() != null || open(leg, null));
    }

    private boolean open(Legs.Leg leg, @Nullable InternetGateway gateway) {
        return leg.via(RouteVia.OTHER)
                || legs.toAppliances(leg)
                || leg.via(RouteVia.NETWORK_INTERFACE)
                || leg.via(RouteVia.TRANSIT_GATEWAY)
                || leg.via(RouteVia.VPN_GATEWAY)
                || (leg.via(RouteVia.INTERNET_GATEWAY) && gateway == null && !index.read(Parts.INTERNET_GATEWAYS));
    }

    /** The way to a service, which takes what is sent to the service's own addresses. */
    private void endpoint(Trace trace, boolean internet, @Nullable String id) {
        trace.uses(Parts.VPC_ENDPOINTS);
        var ref = Endpoints.ref(id);
        if (!internet) {
            trace.stop(false, Hop.Kind.GATEWAY_ENDPOINT, null, ref, Hop.Why.OTHER_WAY);
            remedy.unknown();
        } else if (!index.endpoints().carries(id)) {
            trace.stop(false, Hop.Kind.GATEWAY_ENDPOINT, null, ref, Hop.Why.NOT_AVAILABLE);
            remedy.unknown();
        } else {
            trace.pass(false, Hop.Kind.GATEWAY_ENDPOINT, null, ref);
        }
    }

    private void transit(Trace trace, Place source, Place target, @Nullable String id, @Nullable VpnConnection vpn) {
        if (id == null || target.kind() != Point.Kind.ON_PREMISES) {
            beyond(trace, Hop.Kind.TRANSIT_GATEWAY, id);
            return;
        }
        transit.carry(trace, false, id, source.vpcId(), source.subnetId(), transit::toVpn);
        feet.ask(trace, id, source);
        if (!trace.hasReply()) {
            return;
        }
        if (vpn == null) {
            // by which of several the answer comes is not known
            trace.unknown(
                    true,
                    Hop.Kind.TRANSIT_GATEWAY,
                    null,
                    new ResourceRef(ResourceType.TRANSIT_GATEWAY, id),
                    Doubt.of(Doubt.Kind.OUTSIDE, id));
            remedy.unknown();
        } else {
            trace.uses(Parts.VPN_CONNECTIONS);
            transit.carry(trace, true, id, vpn.id(), null, transit.toVpc(source.vpcId()));
        }
    }

    /** The VPC of another account or region: its rules are not read. Behind it nothing can be reached. */
    private void peer(Trace trace, Place source, Place target, @Nullable String id) {
        trace.uses(Parts.PEERINGS);
        var ref = id == null ? null : new ResourceRef(ResourceType.PEERING_CONNECTION, id);
        var peering = index.find(PeeringConnection.class, ResourceType.PEERING_CONNECTION, id);
        var unread = peering == null ? index.doubt(Parts.PEERINGS) : null;
        if (unread != null) {
            trace.unknown(false, Hop.Kind.PEERING, null, ref, unread);
        } else if (peering == null || !peering.status().equals("active")) {
            trace.stop(false, Hop.Kind.PEERING, null, ref, Hop.Why.NOT_AVAILABLE);
        } else {
            var other = peering.requester().vpcId().equals(source.vpcId()) ? peering.accepter() : peering.requester();
            var behind = Addresses.ofBlocks(other.cidrs());
            if (!other.cidrs().isEmpty() && behind.intersect(target.addresses()).isEmpty()) {
                trace.stop(false, Hop.Kind.PEERING, null, ref, Hop.Why.NOT_TRANSITIVE);
            } else if (index.vpc(other.vpcId()) != null) {
                trace.stop(false, Hop.Kind.NOTHING_THERE, null, ref, Hop.Why.NOTHING_LISTENS);
            } else {
                trace.unknown(false, Hop.Kind.PEERING, null, ref, Doubt.of(Doubt.Kind.OTHER_VPC, other.vpcId()));
            }
        }
        remedy.unknown();
    }

    /** A route for what has none. */
    private void lost(Place source, Place target, Legs.Leg out) {
        if (out.table() == null || out.doubt() != null) {
            remedy.unknown();
            return;
        }
        if (target.kind() == Point.Kind.INTERNET) {
            var gateway = index.internetGateway(source.vpcId());
            var hasAddress = source.six() || source.point().publicAddress() != null;
            if (gateway != null && hasAddress) {
                remedy.route(
                        out.table(),
                        out.route(),
                        source.six() ? "::/0" : "0.0.0.0/0",
                        RouteVia.INTERNET_GATEWAY,
                        gateway.id());
                if (!door.isPlain(source.subnetId(), gateway.id())) {
                    remedy.unknown();
                }
                return;
            }
            var nat = index.deployment().items(Parts.NAT_GATEWAYS).stream()
                    .filter(each -> each.vpcId().equals(source.vpcId())
                            && each.state().equals("available")
                            && each.isPublic()
                            && !each.subnetId().isEmpty()
                            && !each.subnetId().equals(source.subnetId()))
                    .findFirst();
            if (nat.isPresent() && !source.six()) {
                remedy.route(
                        out.table(),
                        out.route(),
                        "0.0.0.0/0",
                        RouteVia.NAT_GATEWAY,
                        nat.get().id());
            }
            remedy.unknown(); // the subnet of the NAT gateway has rules too
            return;
        }
        var gateway = index.vpnGateway(source.vpcId());
        if (gateway == null) {
            remedy.unknown();
            return;
        }
        for (var block : target.addresses().blocks()) {
            remedy.route(out.table(), out.route(), block.toString(), RouteVia.VPN_GATEWAY, gateway.id());
        }
        remedy.unknown(); // the connection is asked once there is a route
    }
}
