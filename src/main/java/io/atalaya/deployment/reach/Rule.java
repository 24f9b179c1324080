package io.atalaya.deployment.reach;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.NetworkAcl;
import io.atalaya.deployment.RouteTable;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.TransitGatewayRoute;
import io.atalaya.deployment.TransitGatewayRouteTable;

/** What decides at a hop. */
public sealed interface Rule {
    /**
     * A rule of a security group.
     *
     * @param place which of the group's rules of this direction it is, from 1: they have no order, a person counts them
     */
    record OfGroup(SecurityGroup group, SecurityRule rule, int place) implements Rule {}

    /** An entry of a network ACL. */
    record OfAcl(NetworkAcl acl, AclEntry entry) implements Rule {}

    /** A route of a subnet's table. */
    record OfTable(RouteTable table, io.atalaya.deployment.Route route) implements Rule {}

    /** A route of a transit gateway. */
    record OfTransit(TransitGatewayRouteTable table, TransitGatewayRoute route) implements Rule {}
}
