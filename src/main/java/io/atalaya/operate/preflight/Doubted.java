package io.atalaya.operate.preflight;

import io.atalaya.deployment.reach.Doubt;
import java.util.List;

/** Why something cannot be told, for the sentences. */
final class Doubted {
    private Doubted() {}

    /** The number of the reason in the sentences. */
    static int reason(List<Doubt> doubts) {
        return doubts.isEmpty()
                ? 4
                : switch (doubts.getFirst().kind()) {
                    case NOT_READ, INCOMPLETE -> 0;
                    case GROUP_MISSING, GROUP_OF_ANOTHER_ACCOUNT, PREFIX_LIST_UNKNOWN, OTHER_VPC -> 1;
                    case ROUTE_NOT_FOLLOWED, APPLIANCE -> 2;
                    case GROUPS_UNKNOWN, ADDRESS_UNKNOWN, RESOURCE_MISSING, NO_INTERFACE_KNOWN, SUBNET_UNKNOWN -> 3;
                    case OUTSIDE,
                            TRANSIT_ROUTES_CUT,
                            TOO_MANY,
                            RULE_UNREADABLE,
                            TRANSIT_REFERENCES,
                            TRANSIT_ACL,
                            DIRECT_CONNECT,
                            BGP,
                            PUBLIC_ACCESS_BLOCKED,
                            CLIENT_ADDRESS -> 4;
                };
    }

    static String subject(List<Doubt> doubts) {
        if (doubts.isEmpty()) {
            return "?";
        }
        var first = doubts.getFirst();
        var part = first.part();
        var id = first.id();
        return part != null ? part.id() : id != null ? id : first.kind().name();
    }
}
