package io.atalaya.deployment.reach;

import io.atalaya.deployment.Part;
import io.atalaya.deployment.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One reason why something cannot be told.
 *
 * @param part what was not read; null where the reason is another
 * @param problem why it was not; null where it was never asked for, or the reason is another
 * @param id of the group, list, route's target, VPC or resource that is in doubt; null where it is a whole part
 */
public record Doubt(
        Kind kind,
        @Nullable Part<?> part,
        @Nullable Problem problem,
        @Nullable String id) {
    /** What sort of reason. */
    public enum Kind {
        /** The part was never read: nobody asked yet, or it failed or was denied ({@link Doubt#problem}). */
        NOT_READ,
        /** Its pages are still arriving. */
        INCOMPLETE,
        /** A security group that AWS did not list. */
        GROUP_MISSING,
        GROUP_OF_ANOTHER_ACCOUNT,
        /** A prefix list that AWS did not list, or whose entries it did not tell. */
        PREFIX_LIST_UNKNOWN,
        /** An interface whose groups are not known. */
        GROUPS_UNKNOWN,
        /** The address of the resource is not known, and its rules differ within the subnet. */
        ADDRESS_UNKNOWN,
        /** The route leads to what this model does not follow: carrier gateways, Direct Connect, balancers of appliances. */
        ROUTE_NOT_FOLLOWED,
        /** The route leads to a machine that forwards, or to the appliances of an endpoint: what they do is their own affair. */
        APPLIANCE,
        /** Direct Connect may end at the VPN gateway too: it is not read. */
        DIRECT_CONNECT,
        /** What the routers on-premises announce to the VPN gateway by BGP, as far as no route table shows it. */
        BGP,
        /** The account blocks public access to its VPCs, and what is excluded from that is not read. */
        PUBLIC_ACCESS_BLOCKED,
        /** Whether targets see the client's address or the balancer's is an attribute that was not told. */
        CLIENT_ADDRESS,
        /** A VPC of another account or region: its routes and rules are not read. */
        OTHER_VPC,
        /** Both ends, or the rest of the way, are outside of this deployment. */
        OUTSIDE,
        /** The resource is not in this snapshot. */
        RESOURCE_MISSING,
        /** It has no network of its own that is known. */
        NO_INTERFACE_KNOWN,
        /** AWS told only the first thousand routes of a transit gateway. */
        TRANSIT_ROUTES_CUT,
        /** Too many pairs of interfaces for one question. */
        TOO_MANY,
        /** A rule whose block cannot be read. */
        RULE_UNREADABLE,
        /** Whether a transit gateway lets rules name groups of other VPCs is a setting that is not read. */
        TRANSIT_REFERENCES,
        /** Which of the subnets of a transit gateway it goes through is not known, and this ACL of one does not let all pass. */
        TRANSIT_ACL,
        /** No ACL or route table of the subnet was listed. */
        SUBNET_UNKNOWN
    }

    public static Doubt of(Kind kind, @Nullable String id) {
        return new Doubt(kind, null, null, id);
    }
}
