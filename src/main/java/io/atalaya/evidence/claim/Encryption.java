package io.atalaya.evidence.claim;

import io.atalaya.deployment.Listener;
import io.atalaya.deployment.ListenerRule;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RuleAction;
import io.atalaya.deployment.address.Protocol;
import io.atalaya.deployment.reach.Exposure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether it is encrypted on its way and where it lies. */
final class Encryption {
    private static final Set<String> ENCRYPTED = Set.of("HTTPS", "TLS", "SSL");
    /** Passed on as it comes: what the client speaks is between it and the target. */
    private static final Set<String> PASSED_ON = Set.of("TCP", "UDP", "TCP_UDP", "QUIC", "TCP_QUIC");

    private Encryption() {}

    /**
     * What a balancer of the internet listens on is encrypted, or leads to what is, by every rule; and nothing else is open to
     * the internet of which it is not known what answers.
     */
    static List<Point> httpsOnly(Known known) {
        var deployment = known.deployment();
        var balancers = deployment.items(Parts.LOAD_BALANCERS).stream()
                .filter(it -> !it.scheme().equals("internal"))
                .collect(Collectors.toMap(LoadBalancer::arn, Function.identity(), (a, b) -> a));
        var read = Judging.read(deployment, Parts.LISTENER_RULES);
        var points = new ArrayList<>(Judging.every(deployment, Parts.LISTENERS, listener -> {
            var balancer = balancers.get(listener.balancerArn());
            return balancer == null
                    ? List.of()
                    : List.of(listener(
                            balancer,
                            listener,
                            deployment.items(Parts.LISTENER_RULES).stream()
                                    .filter(it -> it.listenerArn().equals(listener.arn()))
                                    .toList(),
                            read));
        }));
        var exposure = Exposure.of(deployment);
        for (var opening : exposure.openings()) {
            var port = opening.protocol().equals(Protocol.TCP)
                    || opening.protocol().equals(Protocol.UDP);
            if (port && opening.answers() != Exposure.Answers.LISTENER && Reach.world(opening.from())) {
                points.add(new Point(
                        opening.resource().id(),
                        opening.protocol().awsName() + " ports that the internet reaches without a balancer",
                        opening.ports().toString(),
                        null));
            }
        }
        points.addAll(Reach.doubts(exposure));
        return points;
    }

    private static Point listener(LoadBalancer balancer, Listener listener, List<ListenerRule> rules, boolean read) {
        var fact = "listener " + listener.port();
        var protocol = listener.protocol();
        if (ENCRYPTED.contains(protocol)) {
            return Point.of(balancer.name(), fact, protocol, true);
        }
        if (PASSED_ON.contains(protocol)) {
            return Point.perhaps(balancer.name(), fact, protocol, null);
        }
        var astray = rules.stream()
                .filter(it -> !leads(it.actions()))
                .map(ListenerRule::priority)
                .toList();
        if (!leads(listener.defaultActions())) {
            return Point.of(balancer.name(), fact, protocol, false);
        }
        return astray.isEmpty()
                ? Point.perhaps(balancer.name(), fact, protocol + " redirect HTTPS", read ? true : null)
                : Point.of(balancer.name(), fact, protocol + " redirect HTTPS, but not by the rules " + astray, false);
    }

    private static boolean leads(List<RuleAction> actions) {
        return !actions.isEmpty()
                && actions.stream()
                        .allMatch(it -> it.type().equals("redirect")
                                && it.detail() != null
                                && it.detail().startsWith("HTTPS"));
    }

    /** None has ended, and those that balancers show are among them. */
    static List<Point> certificates(Known known) {
        var deployment = known.deployment();
        var points = new ArrayList<>(Judging.each(deployment, Parts.CERTIFICATES, it -> {
            var end = it.notAfter();
            var fact = it.domain() + " NotAfter";
            return end == null
                    ? Point.perhaps(it.arn(), fact, it.status(), null)
                    : Point.of(
                            it.arn(),
                            fact,
                            end + " " + it.status(),
                            end.isAfter(known.now()) && !it.status().equals("REVOKED"));
        }));
        points.addAll(Judging.every(deployment, Parts.LISTENERS, listener -> listener.certificateArns().stream()
                .filter(arn -> deployment.items(Parts.CERTIFICATES).stream()
                        .noneMatch(it -> it.arn().equals(arn)))
                .map(arn -> Point.perhaps(arn, "shown on port", listener.port(), null))
                .toList()));
        return points;
    }

    static List<Point> atRest(Known known) {
        var deployment = known.deployment();
        var points = new ArrayList<Point>();
        points.addAll(
                Judging.each(deployment, Parts.DATABASES, it -> point(it.id(), "StorageEncrypted", it.encrypted())));
        points.addAll(Judging.each(
                deployment, Parts.DATABASE_CLUSTERS, it -> point(it.id(), "StorageEncrypted", it.encrypted())));
        points.addAll(
                Judging.each(deployment, Parts.DATABASE_SNAPSHOTS, it -> point(it.id(), "Encrypted", it.encrypted())));
        points.addAll(
                Judging.each(deployment, Parts.CLUSTER_SNAPSHOTS, it -> point(it.id(), "Encrypted", it.encrypted())));
        points.addAll(Judging.each(deployment, Parts.FILE_SYSTEMS, it -> point(it.id(), "Encrypted", it.encrypted())));
        points.addAll(Judging.each(deployment, Parts.VOLUMES, it -> point(it.id(), "Encrypted", it.encrypted())));
        points.addAll(
                Judging.each(deployment, Parts.VOLUME_SNAPSHOTS, it -> point(it.id(), "Encrypted", it.encrypted())));
        return points;
    }

    private static Point point(String id, String fact, boolean encrypted) {
        return Point.of(id, fact, encrypted, encrypted);
    }
}
