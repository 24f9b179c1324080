package io.atalaya.deployment.reach;

import io.atalaya.deployment.InternetGateway;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.PeeringConnection;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.address.Addresses;
import io.atalaya.deployment.reach.Grid.Dimension;
import io.atalaya.deployment.reach.Trace.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows what is asked from one place in a VPC to another, and the answer home. */
final class Walk {
    private final NetworkIndex index;
    private final Remedy remedy;
    private final Steps steps;
    private final Legs legs;
    private final Transit transit;
    private final Door door;
    private final Feet feet;

    Walk(NetworkIndex index, Remedy remedy) {
        this.index = index;
        this.remedy = remedy;
        steps = new Steps(index, remedy);
        legs = new Legs(index, remedy);
        transit = new Transit(index, remedy);
        door = new Door(index, remedy);
        feet = new Feet(index, remedy);
    }

    List<Trace> follow(Question question, Place source, Place target) {
        return switch (ClientAddress.of(index, source, target, question.protocol())) {
            case BALANCER -> own(question, source, target);
            case CLIENT -> List.of(client(question, source, target));
            case EITHER -> {
                var all = new ArrayList<>(own(question, source, target));
                all.add(client(question, source, target));
                yield either(source, all);
            }
        };
    }

    private Trace client(Question question, Place source, Place target) {
        var clients = ClientAddress.clients(index, source);
        if (!clients.isEmpty()) {
            return handedOn(question, source.with(clients), target);
        }
        var trace = handedOn(question, source.with(Addresses.ALL.family(source.six())), target);
        var unread = index.doubt(Parts.VPCS); // who may be a client is not known
        var balancer = source.where();
        trace.unknown(
                false,
                Hop.Kind.ROUTE,
                source.subnet(),
                null,
                unread == null ? Doubt.of(Doubt.Kind.CLIENT_ADDRESS, balancer == null ? null : balancer.id()) : unread);
        remedy.unknown();
        return trace;
    }

    /** Where it is the same whoever is seen, nothing is left to doubt. */
    private List<Trace> either(Place source, List<Trace> all) {
        var verdicts =
                all.stream().map(each -> each.path().verdict()).distinct().toList();
        if (!verdicts.equals(List.of(Verdict.YES)) && !verdicts.equals(List.of(Verdict.NO))) {
            var balancer = source.where();
            var doubt = Doubt.of(Doubt.Kind.CLIENT_ADDRESS, balancer == null ? null : balancer.id());
            all.forEach(each -> each.unknown(false, Hop.Kind.ROUTE, source.subnet(), null, doubt));
            remedy.unknown();
        }
        return all;
    }

    /** From its own address. */
    private List<Trace> own(Question question, Place source, Place target) {
        if (source.subnetId().equals(target.subnetId())) {
            return List.of(neighbours(question, source, target));
        }
        var traces = new ArrayList<Trace>();
        for (var out : legs.of(source.subnetId(), source.vpcId(), target.addresses())) {
            for (var home : legs.of(target.subnetId(), target.vpcId(), source.addresses())) {
                traces.add(between(question, source.with(home.addresses()), target.with(out.addresses()), out, home));
            }
        }
        return traces;
    }

    /** Within one subnet no ACL is asked, and no route. */
    private Trace neighbours(Question question, Place source, Place target) {
        var trace = new Trace(question, source, target);
        var peers = new Peers(index, source, target, true, null);
        steps.machine(trace, source);
        steps.groups(trace, false, peers.target());
        trace.there().add(sameSubnet(source));
        arrive(trace, target, peers);
        if (trace.hasReply()) {
            steps.tracked(trace, target, false);
            trace.back().add(sameSubnet(source));
            steps.tracked(trace, source, true);
        }
        return trace;
    }

    private static Hop sameSubnet(Place source) {
        return new Hop(Hop.Kind.ROUTE, Hop.Effect.PASSES, source.subnet(), null, List.of(), Hop.Why.SAME_SUBNET);
    }

    private void arrive(Trace trace, Place target, Peers peers) {
        steps.groups(trace, true, peers.source());
        steps.machine(trace, target);
        steps.listener(trace);
    }

    private Trace between(Question question, Place source, Place target, Legs.Leg out, Legs.Leg home) {
        var trace = new Trace(question, source, target);
        var peers = new Peers(index, source, target, meant(source, target, out), perhaps(out));
        steps.machine(trace, source);
        steps.groups(trace, false, peers.target());
        steps.acl(trace, source.subnetId(), source.vpcId(), true, Side.TARGET, Dimension.PORTS);
        way(trace, false, source, target, out);
        steps.acl(trace, target.subnetId(), target.vpcId(), false, Side.SOURCE, Dimension.PORTS);
        arrive(trace, target, peers);
        if (trace.hasReply()) {
            steps.tracked(trace, target, false);
            steps.acl(trace, target.subnetId(), target.vpcId(), true, Side.SOURCE, Dimension.CLIENT);
            way(trace, true, target, source, home);
            steps.acl(trace, source.subnetId(), source.vpcId(), false, Side.TARGET, Dimension.CLIENT);
            steps.tracked(trace, source, true);
        }
        return trace;
    }

    /** Whether the way is, or would be, one on which rules may name the other's groups. */
    private boolean meant(Place source, Place target, Legs.Leg out) {
        if (source.vpcId().equals(target.vpcId()) || out.via(RouteVia.PEERING)) {
            return true;
        }
        var lost = out.doubt() == null && (out.route() == null || out.route().blackhole());
        return lost && index.peering(source.vpcId(), target.vpcId()).isPresent();
    }

    /** Across a transit gateway it is a setting; where the route is not known, it may be a peering connection. */
    private static @Nullable Doubt perhaps(Legs.Leg out) {
        return out.via(RouteVia.TRANSIT_GATEWAY) ? Doubt.of(Doubt.Kind.TRANSIT_REFERENCES, out.target()) : out.doubt();
    }

    /** A network balancer hands on the client's address: rules see that, and the answer goes back through the balancer. */
    private Trace handedOn(Question question, Place source, Place target) {
        var trace = new Trace(question, source, target);
        var peers = new Peers(index, source, target, true, null);
        steps.groups(trace, false, peers.target());
        trace.there()
                .add(new Hop(
                        Hop.Kind.ROUTE, Hop.Effect.PASSES, source.subnet(), null, List.of(), Hop.Why.CLIENT_ADDRESS));
        var apart = !source.subnetId().equals(target.subnetId());
        if (apart) {
            steps.acl(trace, target.subnetId(), target.vpcId(), false, Side.SOURCE, Dimension.PORTS);
        }
        arrive(trace, target, peers);
        if (trace.hasReply()) {
            steps.tracked(trace, target, false);
            if (apart) {
                steps.acl(trace, target.subnetId(), target.vpcId(), true, Side.SOURCE, Dimension.CLIENT);
            }
            trace.back()
                    .add(new Hop(
                            Hop.Kind.ROUTE,
                            Hop.Effect.PASSES,
                            target.subnet(),
                            null,
                            List.of(),
                            Hop.Why.CLIENT_ADDRESS));
        }
        return trace;
    }

    /** From one subnet to another, by the route that one's table has for the other. */
    private void way(Trace trace, boolean back, Place from, Place to, Legs.Leg leg) {
        if (leg.doubt() == null && (leg.route() == null || leg.route().blackhole())) {
            connect(from, to, leg);
        }
        if (leg.route() == null || leg.doubt() != null || leg.route().blackhole()) {
            var unused = legs.take(trace, back, from.subnetId(), leg);
            return;
        }
        var same = from.vpcId().equals(to.vpcId());
        var target = leg.target();
        switch (leg.route().via()) {
            case LOCAL -> {
                if (same) {
                    legs.take(trace, back, from.subnetId(), leg);
                } else {
                    astray(trace, back, from, to, leg);
                }
            }
            case PEERING -> peering(trace, back, from, to, leg);
            case TRANSIT_GATEWAY -> {
                legs.take(trace, back, from.subnetId(), leg);
                if (target == null) {
                    legs.unknown(trace, back, Hop.Kind.TRANSIT_GATEWAY, from.subnetId(), notFollowed(leg));
                } else if (same) {
                    legs.unknown(trace, back, Hop.Kind.TRANSIT_GATEWAY, from.subnetId(), notFollowed(leg));
                } else {
                    transit.carry(trace, back, target, from.vpcId(), from.subnetId(), transit.toVpc(to.vpcId()));
                    if (!back) {
                        feet.ask(trace, target, from);
                        feet.ask(trace, target, to);
                    }
                }
            }
            case INTERNET_GATEWAY, EGRESS_ONLY_GATEWAY -> {
                if (from.six() && !same) {
                    legs.take(trace, back, from.subnetId(), leg);
                    overInternet(trace, back, from, to, leg);
                } else {
                    astray(trace, back, from, to, leg);
                }
            }
            case NETWORK_INTERFACE -> {
                legs.take(trace, back, from.subnetId(), leg);
                legs.appliance(trace, back, from.subnetId(), leg);
            }
            default -> {
                legs.take(trace, back, from.subnetId(), leg);
                if (legs.toAppliances(leg)) {
                    legs.appliance(trace, back, from.subnetId(), leg);
                } else {
                    legs.unknown(trace, back, Hop.Kind.ROUTE, from.subnetId(), notFollowed(leg));
                }
            }
        }
    }

    private static Doubt notFollowed(Legs.Leg leg) {
        return Doubt.of(Doubt.Kind.ROUTE_NOT_FOLLOWED, leg.target());
    }

    private void astray(Trace trace, boolean back, Place from, Place to, Legs.Leg leg) {
        legs.stop(trace, back, from.subnetId(), leg, Hop.Why.OTHER_WAY);
        connect(from, to, leg);
    }

    private void peering(Trace trace, boolean back, Place from, Place to, Legs.Leg leg) {
        trace.uses(Parts.PEERINGS);
        var peering = index.find(PeeringConnection.class, ResourceType.PEERING_CONNECTION, leg.target());
        if (peering == null || !peering.status().equals("active")) {
            legs.take(trace, back, from.subnetId(), leg);
            var unread = peering == null ? index.doubt(Parts.PEERINGS) : null;
            if (unread != null) {
                legs.unknown(trace, back, Hop.Kind.PEERING, from.subnetId(), unread);
            } else {
                var ref = new ResourceRef(
                        ResourceType.PEERING_CONNECTION, java.util.Objects.requireNonNullElse(leg.target(), ""));
                trace.stop(back, Hop.Kind.PEERING, null, ref, Hop.Why.NOT_AVAILABLE);
                remedy.mend(Change.What.ACTIVATE_PEERING, peering == null ? null : ref);
            }
        } else if (!NetworkIndex.joins(peering, from.vpcId(), to.vpcId())) {
            legs.take(trace, back, from.subnetId(), leg);
            trace.stop(back, Hop.Kind.PEERING, null, peering.ref(), Hop.Why.NOT_TRANSITIVE);
            connect(from, to, leg);
        } else {
            legs.take(trace, back, from.subnetId(), leg);
            trace.pass(back, Hop.Kind.PEERING, null, peering.ref());
        }
    }

    /** IPv6 addresses are of the internet: two VPCs may meet there. */
    private void overInternet(Trace trace, boolean back, Place from, Place to, Legs.Leg leg) {
        trace.uses(Parts.INTERNET_GATEWAYS);
        var onlyOut = leg.route() != null && leg.route().via() == RouteVia.EGRESS_ONLY_GATEWAY;
        var kind = onlyOut ? Hop.Kind.EGRESS_ONLY_GATEWAY : Hop.Kind.INTERNET_GATEWAY;
        var gateway = index.find(InternetGateway.class, ResourceType.INTERNET_GATEWAY, leg.target());
        if (gateway == null || !from.vpcId().equals(gateway.vpcId()) || gateway.egressOnly() != onlyOut) {
            unattached(trace, back, kind, from.vpcId());
        } else if (back && onlyOut) {
            trace.stop(true, kind, null, gateway.ref(), Hop.Why.ONLY_OUT);
            remedy.unknown();
        } else {
            trace.pass(back, kind, null, gateway.ref());
        }
        var other = index.internetGateway(to.vpcId());
        if (!back) {
            door.shut(trace, from.subnetId(), onlyOut);
            door.shut(trace, to.subnetId(), false);
            if (other == null) {
                unattached(trace, false, Hop.Kind.INTERNET_GATEWAY, to.vpcId());
            } else {
                trace.pass(false, Hop.Kind.INTERNET_GATEWAY, null, other.ref());
            }
        }
        if (other != null) {
            door.ingress(trace, back, other.id(), to.addresses());
        }
    }

    private void unattached(Trace trace, boolean back, Hop.Kind kind, String vpcId) {
        var vpc = new ResourceRef(ResourceType.VPC, vpcId);
        var unread = index.doubt(Parts.INTERNET_GATEWAYS);
        if (unread != null) {
            trace.unknown(back, kind, vpc, null, unread);
            remedy.unknown();
        } else {
            trace.stop(back, kind, vpc, null, Hop.Why.NOT_ATTACHED);
            remedy.mend(Change.What.ATTACH_INTERNET_GATEWAY, vpc);
        }
    }

    /** A route to the other VPC over what already joins the two. */
    private void connect(Place from, Place to, Legs.Leg leg) {
        var block = blockOf(to);
        if (leg.table() == null || block == null || from.vpcId().equals(to.vpcId())) {
            remedy.unknown();
            return;
        }
        var peering = index.peering(from.vpcId(), to.vpcId());
        if (peering.isPresent()) {
            remedy.route(
                    leg.table(),
                    leg.route(),
                    block,
                    RouteVia.PEERING,
                    peering.get().id());
            return;
        }
        for (var gateway : index.deployment().items(Parts.TRANSIT_GATEWAYS)) {
            if (index.attachment(gateway.id(), from.vpcId()) != null
                    && index.attachment(gateway.id(), to.vpcId()) != null) {
                remedy.route(leg.table(), leg.route(), block, RouteVia.TRANSIT_GATEWAY, gateway.id());
                remedy.unknown(); // whether its own routes do is told once it is asked again
                return;
            }
        }
        remedy.mend(Change.What.CONNECT_NETWORKS, new ResourceRef(ResourceType.VPC, from.vpcId()));
        remedy.unknown();
    }

    private @Nullable String blockOf(Place to) {
        var vpc = index.vpc(to.vpcId());
        return vpc == null
                ? null
                : vpc.blocks().stream()
                        .filter(each -> Addresses.ofBlocks(List.of(each)).containsAll(to.addresses()))
                        .findFirst()
                        .orElse(null);
    }
}
