package io.atalaya.deployment.audit;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.SecurityRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Groups that nothing has, that others repeat, and that AWS made. */
final class Groups {
    private record Said(
            boolean ingress,
            String protocol,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable String cidr,
            @Nullable String group,
            @Nullable String list) {}

    private record Rules(@Nullable String vpcId, Set<Said> rules) {}

    private Groups() {}

    static List<Finding> find(Deployment deployment) {
        var users = users(deployment);
        var named = new HashSet<String>();
        var groups = deployment.items(Parts.SECURITY_GROUPS);
        for (var group : groups) {
            group.rules().stream()
                    .map(SecurityRule::groupId)
                    .filter(each -> each != null && !each.equals(group.id()))
                    .forEach(named::add);
        }
        var findings = new ArrayList<Finding>();
        for (var group : groups) {
            var mine = users.getOrDefault(group.id(), Set.of());
            if (group.name().equals("default")) {
                if (!mine.isEmpty()) {
                    findings.add(Finding.about(
                            Finding.Kind.DEFAULT_GROUP_USED, severity(group), group.ref(), List.copyOf(mine)));
                }
            } else if (mine.isEmpty() && !named.contains(group.id())) {
                findings.add(Finding.about(Finding.Kind.UNUSED_GROUP, Finding.Severity.LOW, group.ref(), List.of()));
            }
        }
        findings.addAll(twins(groups));
        return findings;
    }

    /** As AWS made it, it lets in only its own. */
    private static Finding.Severity severity(SecurityGroup group) {
        return group.rules().stream()
                        .anyMatch(each -> each.ingress() && !group.id().equals(each.groupId()))
                ? Finding.Severity.MEDIUM
                : Finding.Severity.LOW;
    }

    /** Everything that has a group has it on an interface; what is being made names its groups before. */
    private static Map<String, Set<ResourceRef>> users(Deployment deployment) {
        var users = new HashMap<String, Set<ResourceRef>>();
        deployment.items(Parts.NETWORK_INTERFACES).forEach(each -> use(users, each, each.securityGroupIds()));
        deployment.items(Parts.INSTANCES).forEach(each -> use(users, each, each.securityGroupIds()));
        deployment.items(Parts.LOAD_BALANCERS).forEach(each -> use(users, each, each.securityGroupIds()));
        deployment.items(Parts.DATABASES).forEach(each -> use(users, each, each.securityGroupIds()));
        deployment.items(Parts.MOUNT_TARGETS).forEach(each -> use(users, each, each.securityGroupIds()));
        deployment.items(Parts.VPC_ENDPOINTS).forEach(each -> use(users, each, each.securityGroupIds()));
        return users;
    }

    private static void use(Map<String, Set<ResourceRef>> users, Resource resource, List<String> groups) {
        groups.forEach(each ->
                users.computeIfAbsent(each, unused -> new LinkedHashSet<>()).add(resource.ref()));
    }

    private static List<Finding> twins(List<SecurityGroup> groups) {
        var same = new LinkedHashMap<Rules, List<SecurityGroup>>();
        for (var group : groups) {
            var rules = new HashSet<Said>();
            for (var each : group.rules()) {
                var own = group.id().equals(each.groupId());
                rules.add(new Said(
                        each.ingress(),
                        each.protocol(),
                        each.fromPort(),
                        each.toPort(),
                        each.cidr(),
                        own ? "" : each.groupId(),
                        each.prefixListId()));
            }
            if (rules.stream().anyMatch(Said::ingress)) {
                same.computeIfAbsent(new Rules(group.vpcId(), rules), unused -> new ArrayList<>())
                        .add(group);
            }
        }
        var findings = new ArrayList<Finding>();
        for (var some : same.values()) {
            if (some.size() > 1) {
                findings.add(Finding.about(
                        Finding.Kind.DUPLICATE_GROUP,
                        Finding.Severity.LOW,
                        some.getFirst().ref(),
                        some.stream().skip(1).map(Resource::ref).toList()));
            }
        }
        return findings;
    }
}
