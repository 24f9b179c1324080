package io.atalaya.deployment.reach;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.address.Addresses;
import org.jspecify.annotations.Nullable;

/** What is at the gateways of a VPC beside them: whether the account keeps them shut, and what stands behind them. */
final class Door {
    private static final String OPEN = "off";
    private static final String ONLY_OUT = "block-ingress";

    private final NetworkIndex index;
    private final Remedy remedy;

    Door(NetworkIndex index, Remedy remedy) {
        this.index = index;
        this.remedy = remedy;
    }

    /**
     * VPC Block Public Access. What is excluded from it is not read, so where it is on nothing can be told.
     *
     * @param onlyOut by a NAT or an egress-only gateway, which blocking what comes in leaves alone
     */
    void shut(Trace trace, String subnetId, boolean onlyOut) {
        trace.uses(Parts.SUBNETS);
        var subnet = index.subnet(subnetId);
        var place = new ResourceRef(ResourceType.SUBNET, subnetId);
        var unread = subnet == null ? index.doubt(Parts.SUBNETS) : null;
        if (unread != null) {
            unknown(trace, false, Hop.Kind.INTERNET_GATEWAY, place, null, unread);
        } else if (subnet != null
                && !subnet.internetGatewayBlockMode().equals(OPEN)
                && !(onlyOut && subnet.internetGatewayBlockMode().equals(ONLY_OUT))) {
            var doubt = Doubt.of(Doubt.Kind.PUBLIC_ACCESS_BLOCKED, subnetId);
            unknown(trace, false, Hop.Kind.INTERNET_GATEWAY, place, null, doubt);
        }
    }

    /** Whether nothing is in doubt at an internet gateway once a route leads to it. */
    boolean isPlain(String subnetId, String gatewayId) {
        var subnet = index.subnet(subnetId);
        return subnet != null
                && subnet.internetGatewayBlockMode().equals(OPEN)
                && index.ingress(gatewayId) == null
                && index.doubt(Parts.ROUTE_TABLES) == null;
    }

    /** A route table of the gateway may send what comes in to a machine first. */
    void ingress(Trace trace, boolean back, String gatewayId, Addresses to) {
        trace.uses(Parts.ROUTE_TABLES);
        var lookup = index.ingress(gatewayId);
        if (lookup == null) {
            var unread = index.doubt(Parts.ROUTE_TABLES);
            if (unread != null) {
                unknown(trace, back, Hop.Kind.APPLIANCE, null, null, unread);
            }
            return;
        }
        for (var choice : lookup.choose(to)) {
            var route = choice.route();
            if (choice.unknown() != null) {
                var doubt = Doubt.of(Doubt.Kind.PREFIX_LIST_UNKNOWN, choice.unknown());
                unknown(trace, back, Hop.Kind.APPLIANCE, null, lookup.table().ref(), doubt);
            } else if (route != null && route.via() != RouteVia.LOCAL) {
                var doubt = Doubt.of(Doubt.Kind.APPLIANCE, route.targetId());
                unknown(trace, back, Hop.Kind.APPLIANCE, null, lookup.table().ref(), doubt);
            }
        }
    }

    private void unknown(
            Trace trace,
            boolean back,
            Hop.Kind kind,
            @Nullable ResourceRef place,
            @Nullable ResourceRef resource,
            Doubt doubt) {
        trace.unknown(back, kind, place, resource, doubt);
        remedy.unknown();
    }
}
