package io.atalaya.deployment.reach;

import io.atalaya.deployment.ResourceRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a path. Each says what it alone would do to all that was asked, whatever the steps before it do.
 *
 * @param place where it is: the instance, subnet, VPC; null for what is nowhere in particular
 * @param resource what decides: the group, ACL, table, gateway; null where there is none, which is why it stops
 * @param decisions the rules that decide, those that let most pass first; empty where no rule matches (a group denies, a table
 *     has no route) or none is needed
 * @param why what stopped it or left it open beside a rule; null where the rules say it
 */
public record Hop(
        Kind kind,
        Effect effect,
        @Nullable ResourceRef place,
        @Nullable ResourceRef resource,
        List<Decision> decisions,
        @Nullable Why why) {
    public Hop {
        decisions = List.copyOf(decisions);
    }

    /** What it does to what was asked. */
    public enum Effect {
        PASSES,
        /** Some of it passes. */
        PARTLY,
        STOPS,
        /** Some of it, or all, depends on what is not known. */
        UNKNOWN,
        /** A stateful firewall lets the answer through without a rule. */
        TRACKED
    }

    /** What sort of step. */
    public enum Kind {
        GROUPS_OUT,
        GROUPS_IN,
        ACL_OUT,
        ACL_IN,
        ROUTE,
        INTERNET_GATEWAY,
        EGRESS_ONLY_GATEWAY,
        NAT_GATEWAY,
        TRANSIT_GATEWAY,
        TRANSIT_ROUTE,
        VPN_GATEWAY,
        VPN_CONNECTION,
        PEERING,
        GATEWAY_ENDPOINT,
        /** A network interface that would have to forward. */
        APPLIANCE,
        /** The address by which the internet finds it. */
        PUBLIC_ADDRESS,
        /** The machine itself: it runs or not. */
        MACHINE,
        /** What is there to answer: a balancer's listeners, a database's port, NFS. */
        LISTENER,
        /** Nothing is known to be there. */
        NOTHING_THERE
    }

    /** What no rule says. */
    public enum Why {
        /** Both ends are in one subnet: no ACL and no route is asked. Never stops. */
        SAME_SUBNET,
        /** No rule of a group matches, or no route. */
        NO_RULE,
        NO_ROUTE,
        BLACKHOLE,
        /** The reply would leave another way than it came. */
        OTHER_WAY,
        NOT_ATTACHED,
        NOT_AVAILABLE,
        NO_PUBLIC_ADDRESS,
        TUNNELS_DOWN,
        /** The transit gateway has no subnet in the zone it comes from. */
        OTHER_ZONE,
        NOT_RUNNING,
        NOTHING_LISTENS,
        /** It drops what is not for its own addresses. */
        SOURCE_CHECK,
        /** It lets nobody in who was not asked: NAT, egress-only. */
        ONLY_OUT,
        /** NAT gateways carry TCP, UDP and ICMP. */
        PROTOCOL,
        NOT_TRANSITIVE,
        /** One family has no way to the other. */
        FAMILY,
        /** A host that is not known: it is taken to let everything out and in. */
        ASSUMED_HOST,
        /** The balancer hands on the client's address: its groups are what counts. */
        CLIENT_ADDRESS
    }
}
