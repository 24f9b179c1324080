package io.atalaya.deployment.reach;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Route;
import io.atalaya.deployment.RouteTable;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.address.Addresses;
import io.atalaya.deployment.address.Extent;
import io.atalaya.deployment.address.Ports;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the table of a subnet does with the addresses of the other side. */
final class Legs {
    /**
     * Some addresses and the route they take.
     *
     * @param table null where none is known
     * @param route null where there is none
     * @param doubt why the route is not known; null where it is
     */
    record Leg(
            Addresses addresses,
            @Nullable RouteTable table,
            @Nullable Route route,
            @Nullable Doubt doubt) {
        boolean via(RouteVia via) {
            return doubt == null && route != null && !route.blackhole() && route.via() == via;
        }

        @Nullable
        String target() {
            return route == null ? null : route.targetId();
        }
    }

    private final NetworkIndex index;
    private final Remedy remedy;

    Legs(NetworkIndex index, Remedy remedy) {
        this.index = index;
        this.remedy = remedy;
    }

    List<Leg> of(String subnetId, String vpcId, Addresses destination) {
        return of(subnetId, vpcId, destination, true);
    }

    /** The way home of what came from outside. Services never ask, so that their lists do not matter where anybody may. */
    List<Leg> home(Place target, Place source) {
        return of(target.subnetId(), target.vpcId(), source.addresses(), !source.everyone());
    }

    private List<Leg> of(String subnetId, String vpcId, Addresses destination, boolean services) {
        var lookup = index.routes(subnetId, vpcId);
        if (lookup == null) {
            var unread = index.doubt(Parts.ROUTE_TABLES);
            var doubt = unread == null ? Doubt.of(Doubt.Kind.SUBNET_UNKNOWN, subnetId) : unread;
            return List.of(new Leg(destination, null, null, doubt));
        }
        return lookup.choose(destination).stream()
                .map(each -> new Leg(each.addresses(), lookup.table(), each.route(), doubt(each, services)))
                .toList();
    }

    private @Nullable Doubt doubt(RouteLookup.Choice choice, boolean services) {
        if (choice.unknown() != null) {
            return Doubt.of(Doubt.Kind.PREFIX_LIST_UNKNOWN, choice.unknown());
        }
        var ofInternet = choice.addresses().intersect(index.outside().internet());
        return choice.service() == null || !services || ofInternet.isEmpty()
                ? null
                : Doubt.of(Doubt.Kind.PREFIX_LIST_UNKNOWN, choice.service());
    }

    /** The step of a route that leads on, or what stops there already: false then. */
    boolean take(Trace trace, boolean back, String subnetId, Leg leg) {
        trace.uses(Parts.ROUTE_TABLES);
        var place = new ResourceRef(ResourceType.SUBNET, subnetId);
        var table = leg.table == null ? null : leg.table.ref();
        if (leg.doubt != null) {
            trace.unknown(back, Hop.Kind.ROUTE, place, table, leg.doubt);
            remedy.unknown();
            return false;
        }
        if (leg.route == null) {
            trace.stop(back, Hop.Kind.ROUTE, place, table, Hop.Why.NO_ROUTE);
            return false;
        }
        if (leg.route.blackhole()) {
            stop(trace, back, subnetId, leg, Hop.Why.BLACKHOLE);
            return false;
        }
        (back ? trace.back() : trace.there())
                .add(new Hop(Hop.Kind.ROUTE, Hop.Effect.PASSES, place, table, decisions(leg, true), null));
        return true;
    }

    /** The route leads where nothing comes of it. */
    void stop(Trace trace, boolean back, String subnetId, Leg leg, Hop.Why why) {
        trace.uses(Parts.ROUTE_TABLES);
        trace.stop(
                back,
                new Hop(
                        Hop.Kind.ROUTE,
                        Hop.Effect.STOPS,
                        new ResourceRef(ResourceType.SUBNET, subnetId),
                        leg.table == null ? null : leg.table.ref(),
                        decisions(leg, false),
                        why));
    }

    /** Whether it leads to the appliances of a Gateway Load Balancer, or to what may be that. */
    boolean toAppliances(Leg leg) {
        return leg.via(RouteVia.GATEWAY_ENDPOINT) && !index.endpoints().service(leg.target());
    }

    /** The route leads to what nobody here follows. */
    void unknown(Trace trace, boolean back, Hop.Kind kind, String subnetId, Doubt doubt) {
        trace.unknown(back, kind, new ResourceRef(ResourceType.SUBNET, subnetId), null, doubt);
        remedy.unknown();
    }

    private static List<Decision> decisions(Leg leg, boolean leads) {
        return leg.table == null || leg.route == null
                ? List.of()
                : List.of(new Decision(
                        new Rule.OfTable(leg.table, leg.route), leads, Extent.of(leg.addresses, Ports.ALL)));
    }

    /** A machine or an endpoint of appliances in between: it drops what is not its own, or it does as it likes. */
    void appliance(Trace trace, boolean back, String subnetId, Leg leg) {
        var id = leg.target();
        if (leg.via(RouteVia.GATEWAY_ENDPOINT)) {
            trace.uses(Parts.VPC_ENDPOINTS);
            trace.unknown(
                    back,
                    Hop.Kind.APPLIANCE,
                    new ResourceRef(ResourceType.SUBNET, subnetId),
                    Endpoints.ref(id),
                    index.endpoints().doubt(id));
            remedy.unknown();
            return;
        }
        var nic = id == null
                ? null
                : index.find(io.atalaya.deployment.NetworkInterface.class, ResourceType.NETWORK_INTERFACE, id);
        var place = new ResourceRef(ResourceType.SUBNET, subnetId);
        if (nic != null && nic.sourceDestCheck()) {
            trace.stop(back, Hop.Kind.APPLIANCE, place, nic.ref(), Hop.Why.SOURCE_CHECK);
            remedy.unknown();
        } else {
            unknown(trace, back, Hop.Kind.APPLIANCE, subnetId, Doubt.of(Doubt.Kind.APPLIANCE, id));
        }
    }
}
