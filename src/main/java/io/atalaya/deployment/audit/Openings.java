package io.atalaya.deployment.audit;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.address.Protocol;
import io.atalaya.deployment.reach.Exposure;
import io.atalaya.deployment.reach.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the internet reaches, by resource and protocol, and whether all of it does: as bad as what answers. */
final class Openings {
    /** Remote control, and files and data that no one should offer the world. */
    private static final List<Integer> DELICATE = List.of(
            22, 23, 135, 139, 445, 1433, 1521, 2049, 2375, 2376, 3306, 3389, 5432, 5900, 5985, 5986, 6379, 9200, 9300,
            11_211, 27_017);

    private static final Ports WEB = Ports.of(80).union(Ports.of(443));
    /** More ports than this are a range nobody thought about. */
    private static final int MANY = 100;

    private record Key(ResourceRef resource, Protocol protocol, boolean everyone) {}

    private static final class Open {
        private Ports ports = Ports.NONE;
        private final Set<Rule> rules = new LinkedHashSet<>();
        private Exposure.Answers answers = Exposure.Answers.OTHER;
    }

    private Openings() {}

    static List<Finding> find(Deployment deployment, Exposure exposure) {
        var open = new LinkedHashMap<Key, Open>();
        for (var each : exposure.openings()) {
            var one = open.computeIfAbsent(
                    new Key(each.resource(), each.protocol(), each.everyone()), unused -> new Open());
            one.ports = one.ports.union(each.ports());
            one.rules.addAll(each.rules());
            one.answers = each.answers();
        }
        var findings = new ArrayList<Finding>();
        open.forEach((key, one) -> findings.add(finding(key, one)));
        for (var database : deployment.items(Parts.DATABASES)) {
            if (database.publiclyAccessible() && open.keySet().stream().noneMatch(key -> is(key, database))) {
                findings.add(Finding.about(
                        Finding.Kind.DATABASE_PUBLIC, Finding.Severity.MEDIUM, database.ref(), List.of()));
            }
        }
        return findings;
    }

    private static boolean is(Key key, Database database) {
        return key.resource.equals(database.ref());
    }

    private static Finding finding(Key key, Open open) {
        var database = open.answers == Exposure.Answers.DATABASE;
        return new Finding(
                database ? Finding.Kind.DATABASE_REACHABLE : Finding.Kind.OPEN_TO_WORLD,
                severity(key, open),
                key.resource,
                key.protocol,
                open.ports,
                open.answers,
                List.copyOf(open.rules),
                List.of());
    }

    private static Finding.Severity severity(Key key, Open open) {
        if (open.answers == Exposure.Answers.DATABASE || open.answers == Exposure.Answers.FILE_SYSTEM) {
            return key.everyone ? Finding.Severity.CRITICAL : Finding.Severity.HIGH;
        }
        if (key.protocol.isIcmp()) {
            return Finding.Severity.LOW;
        }
        if (open.answers == Exposure.Answers.LISTENER && WEB.containsAll(open.ports)) {
            return Finding.Severity.INFO;
        }
        var delicate = DELICATE.stream().anyMatch(open.ports::contains);
        var many = open.ports.ranges().stream()
                        .mapToInt(each -> each.last() - each.first() + 1)
                        .sum()
                > MANY;
        if (delicate || many) {
            return key.everyone
                    ? delicate && many ? Finding.Severity.CRITICAL : Finding.Severity.HIGH
                    : Finding.Severity.MEDIUM;
        }
        return WEB.containsAll(open.ports) || !key.everyone ? Finding.Severity.LOW : Finding.Severity.MEDIUM;
    }
}
