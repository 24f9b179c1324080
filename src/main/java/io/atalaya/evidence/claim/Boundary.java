package io.atalaya.evidence.claim;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listener;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.SecurityRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What lets somebody in from outside. */
final class Boundary {
    /** Those of people and of data: SSH, RDP, and what databases and caches listen on. */
    private static final List<Integer> ADMIN = List.of(22, 3389, 1433, 1521, 3306, 5432, 6379, 9200, 11211, 27017);

    private static final Set<String> WORLD = Set.of("0.0.0.0/0", "::/0");
    private static final Set<String> ENCRYPTED = Set.of("HTTPS", "TLS", "SSL");

    private Boundary() {}

    static List<Point> adminPorts(Known known) {
        return Judging.each(known.deployment(), Parts.SECURITY_GROUPS, group -> {
            var open = group.rules().stream()
                    .filter(it -> it.ingress() && it.cidr() != null && WORLD.contains(it.cidr()))
                    .flatMap(rule -> ADMIN.stream().filter(port -> covers(rule, port)))
                    .distinct()
                    .toList();
            return Point.of(group.id(), "ports open to the world", open, open.isEmpty());
        });
    }

    private static boolean covers(SecurityRule rule, int port) {
        if (rule.protocol().equals("-1")) {
            return true;
        }
        var from = rule.fromPort();
        var to = rule.toPort();
        return rule.protocol().equals("tcp") && (from == null || from <= port) && (to == null || to >= port);
    }

    /** What a balancer of the internet listens on is encrypted, or leads to what is. */
    static List<Point> httpsOnly(Known known) {
        var deployment = known.deployment();
        var balancers = deployment.items(Parts.LOAD_BALANCERS).stream()
                .filter(it -> it.scheme().equals("internet-facing"))
                .collect(Collectors.toMap(LoadBalancer::arn, Function.identity(), (a, b) -> a));
        var unread = Judging.every(deployment, Parts.LOAD_BALANCERS, it -> List.of());
        var points = new ArrayList<>(unread);
        points.addAll(Judging.every(deployment, Parts.LISTENERS, it -> listener(it, balancers)));
        return points;
    }

    private static List<Point> listener(Listener listener, Map<String, LoadBalancer> balancers) {
        var balancer = balancers.get(listener.balancerArn());
        if (balancer == null) {
            return List.of();
        }
        var leads = !listener.defaultActions().isEmpty()
                && listener.defaultActions().stream()
                        .allMatch(it -> it.type().equals("redirect")
                                && it.detail() != null
                                && it.detail().startsWith("HTTPS"));
        return List.of(Point.of(
                balancer.name(),
                "listener " + listener.port(),
                listener.protocol() + (leads ? " redirect HTTPS" : ""),
                leads || ENCRYPTED.contains(listener.protocol())));
    }

    static List<Point> certificates(Known known) {
        return Judging.each(known.deployment(), Parts.CERTIFICATES, it -> {
            var end = it.notAfter();
            return end == null
                    ? Point.unknown(it.arn(), "NotAfter")
                    : Point.of(it.arn(), it.domain() + " NotAfter", end, valid(end, known.now()));
        });
    }

    private static boolean valid(Instant end, Instant now) {
        return end.isAfter(now);
    }

    static List<Point> databasesNotPublic(Known known) {
        return Judging.each(
                known.deployment(),
                Parts.DATABASES,
                it -> Point.of(it.id(), "PubliclyAccessible", it.publiclyAccessible(), !it.publiclyAccessible()));
    }

    static List<Point> encrypted(Known known) {
        Deployment deployment = known.deployment();
        var points = new ArrayList<Point>();
        points.addAll(Judging.each(
                deployment,
                Parts.DATABASES,
                it -> Point.of(it.id(), "StorageEncrypted", it.encrypted(), it.encrypted())));
        points.addAll(Judging.each(
                deployment, Parts.FILE_SYSTEMS, it -> Point.of(it.id(), "Encrypted", it.encrypted(), it.encrypted())));
        points.addAll(Judging.each(
                deployment, Parts.VOLUMES, it -> Point.of(it.id(), "Encrypted", it.encrypted(), it.encrypted())));
        return points;
    }
}
