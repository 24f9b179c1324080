package io.atalaya.operate.preflight;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.reach.Change;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What following paths gave last. A sheet asks again at every snapshot and once more when it is confirmed: while the network says
 * the same, nothing is followed twice. May be used on any thread; who asks waits for another who asks.
 */
public final class PathMemory {
    /** What every path rests on. */
    static final List<Part<?>> NETWORK = List.of(
            Parts.SECURITY_GROUPS,
            Parts.NETWORK_ACLS,
            Parts.VPCS,
            Parts.SUBNETS,
            Parts.ROUTE_TABLES,
            Parts.INTERNET_GATEWAYS,
            Parts.NAT_GATEWAYS,
            Parts.PEERINGS,
            Parts.VPN_GATEWAYS,
            Parts.VPN_CONNECTIONS,
            Parts.TRANSIT_GATEWAYS,
            Parts.TRANSIT_ATTACHMENTS,
            Parts.TRANSIT_ROUTES,
            Parts.PREFIX_LISTS,
            Parts.NETWORK_INTERFACES,
            Parts.ELASTIC_IPS,
            Parts.LOAD_BALANCERS,
            Parts.LISTENERS,
            Parts.TARGET_GROUPS,
            Parts.TARGETS,
            Parts.INSTANCES,
            Parts.DATABASES,
            Parts.MOUNT_TARGETS);

    /** What may make an answer another one. */
    private static final List<Part<?>> RESTS_ON = Stream.concat(
                    NETWORK.stream(), Stream.of(Parts.VPC_ENDPOINTS, Parts.TARGET_GROUP_ATTRIBUTES))
            .toList();

    /**
     * What was found.
     *
     * @param same whether nothing changes on any of the paths that were looked at
     */
    record Followed(List<Consequence> consequences, boolean same) {
        Followed {
            consequences = List.copyOf(consequences);
        }
    }

    private record Last(PathSide before, Change change, Followed followed) {}

    private @Nullable PathSide before;
    private @Nullable Last last;

    /** What a change does to the paths of a snapshot: as found last where that was the same question. */
    synchronized Followed followed(Deployment now, Change change, Function<PathSide, Followed> follow) {
        var side = before;
        if (side == null || !now.saysSame(side.deployment(), RESTS_ON)) {
            side = new PathSide(now);
            before = side;
        }
        var known = last;
        if (known != null && known.before() == side && known.change().equals(change)) {
            return known.followed();
        }
        var followed = follow.apply(side);
        last = new Last(side, change, followed);
        return followed;
    }
}
