package io.atalaya.deployment.dns;

import io.atalaya.deployment.HostedZone;
import io.atalaya.deployment.NameSeen;
import io.atalaya.deployment.State;
import io.atalaya.deployment.ZoneDelegation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hosted zone and who answers for its domain.
 *
 * @param delegation Route 53's name servers of the zone; null where they were not read
 * @param ownServers values of the NS record at its apex
 * @param seen what is answered here for the domain's NS; null where it was not asked
 * @param records how many of its records were read
 * @param troubled how many of them need attention
 */
public record ZoneFacts(
        HostedZone zone,
        @Nullable ZoneDelegation delegation,
        List<String> ownServers,
        @Nullable NameSeen seen,
        Delegated delegated,
        int records,
        int troubled) {
    /** Whether the world asks Route 53 for this domain. */
    public enum Delegated {
        /** The same name servers here and there. */
        YES(State.HEALTHY),
        /** Some of them: the registrar's list has others too, or lacks some. */
        PARTLY(State.DEGRADED),
        /** Others: what is changed in this zone has no effect. */
        ELSEWHERE(State.FAILED),
        /** The domain has no name servers: it is not registered, or has lapsed. */
        NOWHERE(State.FAILED),
        /** Nobody answered. */
        NO_ANSWER(State.UNKNOWN),
        /** Not asked yet. */
        NOT_ASKED(State.UNKNOWN),
        /** A private zone is not delegated: it is answered in its networks. */
        PRIVATE(State.HEALTHY),
        /** Not asked: the endpoint is not AWS. */
        NOT_AWS(State.UNKNOWN);

        private final State state;

        Delegated(State state) {
            this.state = state;
        }

        public State state() {
            return state;
        }
    }

    public ZoneFacts {
        ownServers = List.copyOf(ownServers);
    }

    /** Whether the NS record in the zone names others than Route 53 gave it: resolvers that ask the zone itself go astray. */
    public boolean ownServersDiffer() {
        return delegation != null
                && !delegation.nameServers().isEmpty()
                && !ownServers.isEmpty()
                && !Zones.bare(ownServers).equals(Zones.bare(delegation.nameServers()));
    }
}
