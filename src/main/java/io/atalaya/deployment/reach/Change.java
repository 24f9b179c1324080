package io.atalaya.deployment.reach;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.Route;
import io.atalaya.deployment.SecurityRule;

/** One change of the network. Offered as text, not as an act; {@link Changes#apply} makes it in a snapshot. */
public sealed interface Change {
    /** A rule more in a security group, of the direction the rule says. */
    record AddRule(String groupId, SecurityRule rule) implements Change {}

    /** A rule less. */
    record RemoveRule(String groupId, SecurityRule rule) implements Change {}

    /** An entry more in a network ACL, before those with higher numbers. */
    record AddEntry(String aclId, AclEntry entry) implements Change {}

    /** The entry of this number and direction is another one. */
    record ReplaceEntry(String aclId, AclEntry entry) implements Change {}

    record RemoveEntry(String aclId, boolean egress, int number) implements Change {}

    record AddRoute(String routeTableId, Route route) implements Change {}

    /** The route to the same block leads elsewhere. */
    record ReplaceRoute(String routeTableId, Route route) implements Change {}

    /** What no rule changes. */
    record Mend(What what, ResourceRef resource) implements Change {}

    /** What there is to mend. */
    enum What {
        GIVE_PUBLIC_ADDRESS,
        ATTACH_INTERNET_GATEWAY,
        START_INSTANCE,
        REPLACE_NAT_GATEWAY,
        BRING_UP_TUNNEL,
        ACTIVATE_PEERING,
        ATTACH_TO_TRANSIT_GATEWAY,
        ADD_TRANSIT_ROUTE,
        CONNECT_NETWORKS,
        LISTEN
    }
}
