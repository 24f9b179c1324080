package io.atalaya.deployment.reach;

import io.atalaya.deployment.InternetGateway;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.VpnConnection;
import io.atalaya.deployment.reach.Grid.Dimension;
import io.atalaya.deployment.reach.Trace.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows what comes from outside into a VPC, and the answer out. */
final class WalkIn {
    private final NetworkIndex index;
    private final Remedy remedy;
    private final Steps steps;
    private final Legs legs;
    private final Transit transit;
    private final Door door;
    private final Feet feet;
    private final PrivateGateway vpns;

    WalkIn(NetworkIndex index, Remedy remedy) {
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
        for (var home : legs.home(target, source)) {
            if (source.everyone()
                    && home.via(RouteVia.GATEWAY_ENDPOINT)
                    && index.endpoints().carries(home.target())) {
                continue; // the addresses of a service that is asked, and never asks
            }
            if (source.kind() == Point.Kind.INTERNET) {
                var from = new Place(source.with(home.addresses()).point(), null, source.everyone());
                traces.add(trace(question, from, target, home, null));
                continue;
            }
            for (var each : transit.split(home)) {
                traces.add(trace(question, source.with(each.addresses()), target, home, each.vpn()));
            }
        }
        return traces;
    }

    private Trace trace(Question question, Place source, Place target, Legs.Leg home, @Nullable VpnConnection vpn) {
        var trace = new Trace(question, source, target);
        enter(trace, source, target, home, vpn);
        steps.acl(trace, target.subnetId(), target.vpcId(), false, Side.SOURCE, Dimension.PORTS);
        var peering = source.kind() == Point.Kind.ELSEWHERE && home.via(RouteVia.PEERING);
        steps.groups(trace, true, peering ? new GroupFilter.Peer(null, true, null) : GroupFilter.Peer.STRANGER);
        steps.machine(trace, target);
        steps.listener(trace);
        if (trace.hasReply()) {
            steps.tracked(trace, target, false);
            steps.acl(trace, target.subnetId(), target.vpcId(), true, Side.SOURCE, Dimension.CLIENT);
            leave(trace, source, target, home);
        }
        return trace;
    }

    private void enter(Trace trace, Place source, Place target, Legs.Leg home, @Nullable VpnConnection vpn) {
        if (source.kind() == Point.Kind.INTERNET) {
            fromInternet(trace, target);
            return;
        }
        if (home.doubt() != null) {
            // it comes the way on which the answer goes home
            trace.unknown(false, Hop.Kind.ROUTE, new ResourceRef(ResourceType.VPC, target.vpcId()), null, home.doubt());
            remedy.unknown();
            return;
        }
        if (home.via(RouteVia.TRANSIT_GATEWAY) && home.target() != null) {
            fromTransit(trace, target, home.target(), vpn);
            return;
        }
        if (home.via(RouteVia.PEERING)) {
            trace.unknown(
                    false,
                    Hop.Kind.PEERING,
                    null,
                    home.target() == null ? null : new ResourceRef(ResourceType.PEERING_CONNECTION, home.target()),
                    Doubt.of(Doubt.Kind.OTHER_VPC, home.target()));
            remedy.unknown();
            return;
        }
        if (elsewhere(trace, source, target, home)) {
            return;
        }
        var gateway = index.vpnGateway(target.vpcId());
        if (gateway != null) {
            vpns.carry(trace, false, Side.SOURCE, gateway.id(), target.vpcId());
            door.ingress(trace, false, gateway.id(), target.addresses());
            return;
        }
        var unread = index.doubt(Parts.VPN_GATEWAYS);
        var vpc = new ResourceRef(ResourceType.VPC, target.vpcId());
        if (unread != null) {
            trace.unknown(false, Hop.Kind.VPN_GATEWAY, vpc, null, unread);
        } else {
            trace.stop(false, Hop.Kind.VPN_GATEWAY, vpc, null, Hop.Why.NOT_ATTACHED);
            remedy.mend(Change.What.CONNECT_NETWORKS, vpc);
        }
        remedy.unknown();
    }

    /** Where the answer goes home by what nobody here follows, the request comes by it. */
    private boolean elsewhere(Trace trace, Place source, Place target, Legs.Leg home) {
        Doubt doubt = null;
        if (legs.toAppliances(home)) {
            doubt = index.endpoints().doubt(home.target());
        } else if (home.via(RouteVia.OTHER)) {
            doubt = Doubt.of(Doubt.Kind.ROUTE_NOT_FOLLOWED, home.target());
        } else if (home.via(RouteVia.NETWORK_INTERFACE)) {
            doubt = Doubt.of(Doubt.Kind.APPLIANCE, home.target());
        } else if (home.via(RouteVia.INTERNET_GATEWAY) && !Outside.isPrivate(source.addresses())) {
            // public addresses behind somebody's VPN, which this VPC knows as the internet's
            doubt = Doubt.of(Doubt.Kind.OUTSIDE, home.target());
        }
        if (doubt != null) {
            legs.unknown(trace, false, Hop.Kind.ROUTE, target.subnetId(), doubt);
        }
        return doubt != null;
    }

    private void fromTransit(Trace trace, Place target, String gatewayId, @Nullable VpnConnection vpn) {
        trace.uses(Parts.VPN_CONNECTIONS);
        if (vpn == null) {
            // another VPC, Direct Connect, another region: nothing that is known here
            trace.unknown(
                    false,
                    Hop.Kind.TRANSIT_GATEWAY,
                    null,
                    new ResourceRef(ResourceType.TRANSIT_GATEWAY, gatewayId),
                    Doubt.of(Doubt.Kind.OUTSIDE, gatewayId));
            remedy.unknown();
            return;
        }
        trace.pass(false, Hop.Kind.VPN_CONNECTION, null, vpn.ref());
        transit.carry(trace, false, gatewayId, vpn.id(), null, transit.toVpc(target.vpcId()));
        feet.ask(trace, gatewayId, target);
    }

    private void fromInternet(Trace trace, Place target) {
        trace.uses(Parts.INTERNET_GATEWAYS, Parts.NETWORK_INTERFACES);
        var vpc = new ResourceRef(ResourceType.VPC, target.vpcId());
        var gateway = index.internetGateway(target.vpcId());
        if (gateway == null) {
            var unread = index.doubt(Parts.INTERNET_GATEWAYS);
            if (unread == null) {
                trace.stop(false, Hop.Kind.INTERNET_GATEWAY, vpc, null, Hop.Why.NOT_ATTACHED);
                remedy.mend(Change.What.ATTACH_INTERNET_GATEWAY, vpc);
                remedy.unknown();
            } else {
                trace.unknown(false, Hop.Kind.INTERNET_GATEWAY, vpc, null, unread);
                remedy.unknown();
            }
        } else {
            trace.pass(false, Hop.Kind.INTERNET_GATEWAY, vpc, gateway.ref());
        }
        door.shut(trace, target.subnetId(), false);
        if (!target.six() || !Outside.isGlobalSix(target.addresses())) {
            publicAddress(index, trace, false, target, remedy);
        }
        if (gateway != null) {
            door.ingress(trace, false, gateway.id(), target.addresses());
        }
    }

    /** IPv4 needs an address of the internet, to be found and to ask. */
    static void publicAddress(NetworkIndex index, Trace trace, boolean outward, Place place, Remedy remedy) {
        var where = place.where();
        var nic = place.nic();
        if (nic != null && nic.publicUnknown() && index.schemeUntold(nic.owner())) {
            var doubt = Doubt.of(Doubt.Kind.ADDRESS_UNKNOWN, nic.owner().id());
            trace.unknown(false, Hop.Kind.PUBLIC_ADDRESS, where, where, doubt);
        } else if (nic != null && (place.point().publicAddress() != null || nic.publicUnknown())) {
            trace.pass(false, Hop.Kind.PUBLIC_ADDRESS, where, where);
        } else {
            trace.stop(false, Hop.Kind.PUBLIC_ADDRESS, where, null, Hop.Why.NO_PUBLIC_ADDRESS);
            if (outward || nic == null) {
                remedy.unknown();
            }
            remedy.mend(Change.What.GIVE_PUBLIC_ADDRESS, nic == null ? null : nic.owner());
        }
    }

    private void leave(Trace trace, Place source, Place target, Legs.Leg home) {
        if (home.route() == null || home.doubt() != null || home.route().blackhole()) {
            var unused = legs.take(trace, true, target.subnetId(), home);
            mend(source, target, home);
            return;
        }
        var internet = source.kind() == Point.Kind.INTERNET;
        var to = home.target();
        switch (home.route().via()) {
            case INTERNET_GATEWAY -> {
                if (internet) {
                    legs.take(trace, true, target.subnetId(), home);
                    exit(trace, target, home);
                } else {
                    astray(trace, source, target, home, Hop.Why.OTHER_WAY);
                }
            }
            case VPN_GATEWAY -> {
                if (internet || to == null) {
                    astray(trace, source, target, home, Hop.Why.OTHER_WAY);
                } else {
                    legs.take(trace, true, target.subnetId(), home);
                    vpns.carry(trace, true, Side.SOURCE, to, target.vpcId());
                }
            }
            case TRANSIT_GATEWAY -> {
                if (internet || to == null) {
                    astray(trace, source, target, home, Hop.Why.OTHER_WAY);
                } else {
                    legs.take(trace, true, target.subnetId(), home);
                    transit.carry(trace, true, to, target.vpcId(), target.subnetId(), transit::toVpn);
                }
            }
            case NETWORK_INTERFACE -> {
                legs.take(trace, true, target.subnetId(), home);
                legs.appliance(trace, true, target.subnetId(), home);
            }
            case NAT_GATEWAY, EGRESS_ONLY_GATEWAY -> astray(trace, source, target, home, Hop.Why.ONLY_OUT);
            case LOCAL -> astray(trace, source, target, home, Hop.Why.OTHER_WAY);
            case GATEWAY_ENDPOINT -> {
                if (legs.toAppliances(home)) {
                    legs.take(trace, true, target.subnetId(), home);
                    legs.appliance(trace, true, target.subnetId(), home);
                } else {
                    astray(trace, source, target, home, Hop.Why.OTHER_WAY);
                }
            }
            case PEERING -> {
                if (internet) {
                    astray(trace, source, target, home, Hop.Why.OTHER_WAY);
                } else {
                    legs.take(trace, true, target.subnetId(), home);
                }
            }
            case OTHER -> {
                legs.take(trace, true, target.subnetId(), home);
                legs.unknown(
                        trace, true, Hop.Kind.ROUTE, target.subnetId(), Doubt.of(Doubt.Kind.ROUTE_NOT_FOLLOWED, to));
            }
        }
    }

    /** Out through the gateway of the VPC. */
    private void exit(Trace trace, Place target, Legs.Leg home) {
        var gateway = index.find(InternetGateway.class, ResourceType.INTERNET_GATEWAY, home.target());
        var ref = home.target() == null ? null : new ResourceRef(ResourceType.INTERNET_GATEWAY, home.target());
        if (gateway != null && target.vpcId().equals(gateway.vpcId()) && !gateway.egressOnly()) {
            trace.pass(true, Hop.Kind.INTERNET_GATEWAY, null, ref);
        } else if (gateway == null && !index.read(Parts.INTERNET_GATEWAYS)) {
            trace.unknown(
                    true,
                    Hop.Kind.INTERNET_GATEWAY,
                    null,
                    ref,
                    java.util.Objects.requireNonNull(index.doubt(Parts.INTERNET_GATEWAYS)));
            remedy.unknown();
        } else {
            trace.stop(true, Hop.Kind.INTERNET_GATEWAY, null, ref, Hop.Why.NOT_ATTACHED);
            remedy.unknown();
        }
    }

    private void astray(Trace trace, Place source, Place target, Legs.Leg home, Hop.Why why) {
        legs.stop(trace, true, target.subnetId(), home, why);
        mend(source, target, home);
    }

    /** The route that the answer needs. */
    private void mend(Place source, Place target, Legs.Leg home) {
        if (home.table() == null || home.doubt() != null) {
            remedy.unknown();
        } else if (source.kind() == Point.Kind.INTERNET) {
            var gateway = index.internetGateway(target.vpcId());
            if (gateway == null) {
                remedy.unknown();
            } else {
                remedy.route(
                        home.table(),
                        home.route(),
                        target.six() ? "::/0" : "0.0.0.0/0",
                        RouteVia.INTERNET_GATEWAY,
                        gateway.id());
            }
        } else {
            var gateway = index.vpnGateway(target.vpcId());
            if (gateway == null) {
                remedy.unknown();
            } else {
                for (var block : source.addresses().blocks()) {
                    remedy.route(home.table(), home.route(), block.toString(), RouteVia.VPN_GATEWAY, gateway.id());
                }
                remedy.unknown(); // the connection is asked once there is a route
            }
        }
    }
}
