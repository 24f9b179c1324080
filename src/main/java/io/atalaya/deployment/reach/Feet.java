package io.atalaya.deployment.reach;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.reach.Grid.Dimension;
import io.atalaya.deployment.reach.Trace.Side;
import org.jspecify.annotations.Nullable;

/**
 * The subnets in which a transit gateway stands in a VPC. Through which of them it goes is the gateway's choice, and which of
 * their ACL's directions are asked depends on it: where one of them would not let everything pass, it is not known.
 */
final class Feet {
    private final NetworkIndex index;
    private final Remedy remedy;

    Feet(NetworkIndex index, Remedy remedy) {
        this.index = index;
        this.remedy = remedy;
    }

    /** @param place in the VPC, whose own subnet's ACL is asked for itself */
    void ask(Trace trace, @Nullable String gatewayId, Place place) {
        var attachment = gatewayId == null ? null : index.attachment(gatewayId, place.vpcId());
        if (attachment == null || attachment.subnetIds() == null) {
            return; // which is a doubt already where it matters
        }
        trace.uses(Parts.NETWORK_ACLS);
        for (var subnetId : attachment.subnetIds()) {
            var acl = subnetId.equals(place.subnetId()) ? null : index.acl(subnetId, place.vpcId());
            var at = new ResourceRef(ResourceType.SUBNET, subnetId);
            if (acl != null && !open(trace, subnetId, place.vpcId())) {
                trace.unknown(false, Hop.Kind.ACL_IN, at, acl.ref(), Doubt.of(Doubt.Kind.TRANSIT_ACL, acl.id()));
                remedy.unknown();
                return;
            }
            var unread = index.doubt(Parts.NETWORK_ACLS);
            if (acl == null && unread != null) {
                trace.unknown(false, Hop.Kind.ACL_IN, at, null, unread);
                remedy.unknown();
                return;
            }
        }
    }

    private boolean open(Trace trace, String subnetId, String vpcId) {
        return passes(trace, subnetId, vpcId, false, Side.SOURCE, Dimension.PORTS)
                && passes(trace, subnetId, vpcId, true, Side.TARGET, Dimension.PORTS)
                && (!trace.hasReply()
                        || (passes(trace, subnetId, vpcId, false, Side.TARGET, Dimension.CLIENT)
                                && passes(trace, subnetId, vpcId, true, Side.SOURCE, Dimension.CLIENT)));
    }

    private boolean passes(Trace trace, String subnetId, String vpcId, boolean egress, Side side, Dimension dimension) {
        var acl = index.acl(subnetId, vpcId);
        var asked = trace.asked(side, dimension);
        return acl != null
                && index.filter(acl, egress, trace.question().protocol())
                        .apply(asked)
                        .pass()
                        .containsAll(asked);
    }
}
