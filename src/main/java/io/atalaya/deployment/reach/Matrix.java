package io.atalaya.deployment.reach;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.address.Protocol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which tiers reach which.
 *
 * @param tiers in the order of a request
 * @param cells for each pair of tiers that was asked, in the order of the tiers
 */
public record Matrix(List<Tier> tiers, List<Cell> cells) {
    public Matrix {
        tiers = List.copyOf(tiers);
        cells = List.copyOf(cells);
    }

    /** Over TCP, UDP and ICMP. */
    public static Matrix of(Deployment deployment) {
        return of(NetworkIndex.of(deployment));
    }

    public static Matrix of(NetworkIndex index) {
        return new MatrixScan(index).run();
    }

    /** What sort of tier, in the order of a request. */
    public enum Kind {
        INTERNET,
        ON_PREMISES,
        BALANCER,
        INSTANCES,
        DATABASES,
        FILE_SYSTEMS
    }

    /**
     * Resources that are asked as one.
     *
     * @param name of the balancer, or of the scaling group or security group the instances have in common; null where the kind
     *     says it
     */
    public record Tier(Kind kind, @Nullable String name, List<ResourceRef> members) {
        public Tier {
            members = List.copyOf(members);
        }
    }

    /**
     * One tier to another.
     *
     * @param everyone what each member of one reaches at each member of the other, by protocol
     * @param someone what some member of one reaches at some member of the other; as much or more
     * @param doubts why more cannot be told
     */
    public record Cell(Tier from, Tier to, List<Open> everyone, List<Open> someone, List<Doubt> doubts) {
        public Cell {
            everyone = List.copyOf(everyone);
            someone = List.copyOf(someone);
            doubts = List.copyOf(doubts);
        }
    }

    /** Ports of a protocol; all messages of ICMP where it is that. */
    public record Open(Protocol protocol, Ports ports) {}
}
