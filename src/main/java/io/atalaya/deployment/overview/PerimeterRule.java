package io.atalaya.deployment.overview;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.SecurityRule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Security groups that let the whole world reach what only administrators and machines should reach. */
final class PerimeterRule implements Rule {
    private static final int NAMED_USERS = 3;
    private static final Map<Integer, String> GUARDED = new TreeMap<>(Map.of(
            22, "SSH",
            3389, "RDP",
            2049, "NFS",
            3306, "MySQL",
            5432, "PostgreSQL",
            6379, "Redis",
            27017, "MongoDB"));

    @Override
    public Stream<Finding> find(Situation situation) {
        return situation.items(Parts.SECURITY_GROUPS).stream().flatMap(group -> of(group, situation));
    }

    private static Stream<Finding> of(SecurityGroup group, Situation situation) {
        var services = new TreeSet<String>();
        var sources = new TreeSet<String>();
        for (var rule : group.rules()) {
            if (rule.ingress() && world(rule) && tcp(rule)) {
                GUARDED.forEach((port, name) -> {
                    if (covers(rule, port)) {
                        services.add(name + " " + port);
                        sources.add(String.valueOf(rule.cidr()));
                    }
                });
            }
        }
        if (services.isEmpty()) {
            return Stream.empty();
        }
        var users = users(group, situation);
        return Stream.of(new Finding(
                FindingKind.OPEN_TO_WORLD,
                users.isEmpty() ? Urgency.NOTE : Urgency.DEGRADED,
                group.ref(),
                Parts.SECURITY_GROUPS,
                null,
                List.of(group.name(), String.join(", ", services), String.join(", ", sources), users)));
    }

    private static boolean world(SecurityRule rule) {
        return "0.0.0.0/0".equals(rule.cidr()) || "::/0".equals(rule.cidr());
    }

    private static boolean tcp(SecurityRule rule) {
        return rule.protocol().equals("tcp")
                || rule.protocol().equals("6")
                || rule.protocol().equals("-1");
    }

    private static boolean covers(SecurityRule rule, int port) {
        if (rule.protocol().equals("-1") || rule.fromPort() == null || rule.toPort() == null) {
            return true;
        }
        return rule.fromPort() <= port && port <= rule.toPort();
    }

    /** Who would be reached: the first few names, then a count. Empty when nothing known uses the group. */
    private static String users(SecurityGroup group, Situation situation) {
        var names = Stream.of(
                        situation.items(Parts.INSTANCES).stream()
                                .filter(each -> each.securityGroupIds().contains(group.id()))
                                .map(each -> each.name()),
                        situation.items(Parts.DATABASES).stream()
                                .filter(each -> each.securityGroupIds().contains(group.id()))
                                .map(each -> each.name()),
                        situation.items(Parts.LOAD_BALANCERS).stream()
                                .filter(each -> each.securityGroupIds().contains(group.id()))
                                .map(each -> each.name()))
                .flatMap(each -> each)
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
        var shown = names.entrySet().stream()
                .limit(NAMED_USERS)
                .map(each -> each.getValue() == 1 ? each.getKey() : each.getKey() + " (" + each.getValue() + ")")
                .collect(Collectors.joining(", "));
        return names.size() <= NAMED_USERS ? shown : shown + " +" + (names.size() - NAMED_USERS);
    }
}
