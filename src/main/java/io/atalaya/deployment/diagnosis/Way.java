package io.atalaya.deployment.diagnosis;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.deployment.address.Block;
import io.atalaya.deployment.address.Ip;
import io.atalaya.deployment.balancing.Routes;
import io.atalaya.deployment.balancing.TargetFacts;
import io.atalaya.deployment.reach.End;
import io.atalaya.deployment.reach.Hop;
import io.atalaya.deployment.reach.Path;
import io.atalaya.deployment.reach.Question;
import io.atalaya.deployment.reach.Reachability;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The way of a health check from the balancers of a group to a target and back, by the rules of the network. */
final class Way {
    private static final Set<Hop.Kind> ACLS = Set.of(Hop.Kind.ACL_OUT, Hop.Kind.ACL_IN);
    private static final Set<Hop.Kind> ROUTES = Set.of(
            Hop.Kind.ROUTE,
            Hop.Kind.INTERNET_GATEWAY,
            Hop.Kind.EGRESS_ONLY_GATEWAY,
            Hop.Kind.NAT_GATEWAY,
            Hop.Kind.TRANSIT_GATEWAY,
            Hop.Kind.TRANSIT_ROUTE,
            Hop.Kind.VPN_GATEWAY,
            Hop.Kind.VPN_CONNECTION,
            Hop.Kind.PEERING,
            Hop.Kind.APPLIANCE);

    private final Routes routes;
    private final Reachability network;
    private final TargetFacts target;

    Way(Routes routes, Reachability network, TargetFacts target) {
        this.routes = routes;
        this.network = network;
        this.target = target;
    }

    void look(Seen seen) {
        var group = routes.group(target.target().targetGroupArn());
        var port = group == null
                ? null
                : port(group.healthCheck().port(), target.target().port());
        if (group == null || port == null) {
            return;
        }
        var balancers = routes.balancers(group);
        var instance = target.instance();
        if (instance != null) {
            seen.put(Observation.DOOR_OPEN, new Groups(routes).letIn(balancers, instance, port));
        }
        if (instance == null && group.targetType().equals("ip")) {
            Ip.parse(target.target().targetId()).ifPresent(ip -> somebody(ip, seen));
        }
        end(group)
                .ifPresent(end -> follow(
                        balancers.stream()
                                .map(from -> Question.tcp(new End.Of(from.ref()), end, port))
                                .flatMap(question -> network.answer(question).paths().stream())
                                .toList(),
                        seen));
    }

    private static void follow(List<Path> paths, Seen seen) {
        put(seen, Observation.BALANCER_LETS_OUT, hops(paths, Path::there, Set.of(Hop.Kind.GROUPS_OUT)));
        put(seen, Observation.ACL_LETS_IN, hops(paths, Path::there, ACLS));
        put(seen, Observation.DOOR_OPEN, hops(paths, Path::there, Set.of(Hop.Kind.GROUPS_IN)));
        put(seen, Observation.ACL_LETS_REPLY, hops(paths, Path::back, ACLS));
        put(
                seen,
                Observation.ROUTED,
                Stream.concat(hops(paths, Path::there, ROUTES).stream(), hops(paths, Path::back, ROUTES).stream())
                        .toList());
    }

    /** Only for addresses of this deployment's own networks, and where all interfaces were read. */
    private void somebody(Ip ip, Seen seen) {
        var deployment = routes.index().deployment();
        var interfaces = deployment.observed(Parts.NETWORK_INTERFACES).value();
        var inside = deployment.items(Parts.SUBNETS).stream()
                .flatMap(subnet -> Block.parse(subnet.cidr()).stream())
                .anyMatch(block -> block.contains(ip));
        if (interfaces != null && interfaces.complete() && inside) {
            var address = target.target().targetId();
            seen.put(
                    Observation.SOMEBODY_THERE,
                    interfaces.items().stream()
                            .anyMatch(each -> each.privateIps().contains(address)
                                    || each.ipv6().contains(address)));
        }
    }

    /** Empty for functions and other balancers: those have no place in the network. */
    private Optional<End> end(TargetGroup group) {
        if (target.instance() != null) {
            return Optional.of(new End.Of(target.instance().ref()));
        }
        return !group.targetType().equals("ip")
                ? Optional.empty()
                : Ip.parse(target.target().targetId()).map(End.Host::new);
    }

    private static List<Hop> hops(List<Path> paths, Function<Path, List<Hop>> side, Set<Hop.Kind> kinds) {
        return paths.stream()
                .flatMap(path -> side.apply(path).stream())
                .filter(hop -> kinds.contains(hop.kind()))
                .toList();
    }

    /** Every node of a balancer checks by itself: one that cannot is enough. */
    private static void put(Seen seen, Observation what, List<Hop> hops) {
        var stop = hops.stream()
                .filter(hop -> hop.effect() == Hop.Effect.STOPS || hop.effect() == Hop.Effect.PARTLY)
                .findFirst();
        if (stop.isPresent()) {
            seen.put(what, false, decider(stop.get()));
        } else if (hops.stream().noneMatch(hop -> hop.effect() == Hop.Effect.UNKNOWN) && !hops.isEmpty()) {
            seen.put(what, true);
        }
    }

    private static @Nullable ResourceRef decider(Hop hop) {
        return hop.resource() != null ? hop.resource() : hop.place();
    }

    /** The port that a health check asks: its own, or that of the target. */
    static @Nullable Integer port(String checked, @Nullable Integer traffic) {
        return checked.matches("\\d{1,5}") ? Integer.valueOf(checked) : traffic;
    }
}
