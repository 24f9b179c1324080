package io.atalaya.operate.preflight;

import io.atalaya.deployment.HealthCheckSettings;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.operate.act.ModifyHealthCheck;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** How a group judges its targets, and what becomes of them when that changes. */
final class HealthCheckRules {
    private static final Set<String> REQUESTS = Set.of("HTTP", "HTTPS");
    private static final Set<String> MUST_CHECK = Set.of("instance", "ip", "alb");

    private final Known known;
    private final Findings found;

    HealthCheckRules(Known known, Findings found) {
        this.known = known;
        this.found = found;
    }

    void modify(ModifyHealthCheck act) {
        known.subject(TargetGroup.class, ResourceType.TARGET_GROUP, act.targetGroupArn(), Parts.TARGET_GROUPS, found)
                .ifPresent(group -> modify(group, group.healthCheck(), act.settings()));
    }

    private void modify(TargetGroup group, HealthCheckSettings before, HealthCheckSettings after) {
        if (before.equals(after)) {
            found.blocked("nothingToDo", group.name());
            return;
        }
        if (!REQUESTS.contains(after.protocol()) && !after.protocol().equals("TCP")) {
            found.blocked("checkProtocolNever", after.protocol());
            return;
        }
        if (after.protocol().equals("TCP") && group.protocol() != null && REQUESTS.contains(group.protocol())) {
            found.blocked("checkProtocol", after.protocol(), group.protocol());
            return;
        }
        if (!after.enabled() && MUST_CHECK.contains(group.targetType())) {
            found.blocked("checkMustStay", group.targetType());
            return;
        }
        closedPort(group, after);
        var seconds = untilUnhealthy(after);
        if (asksOtherwise(before, after)) {
            healthy(group, after, seconds);
        }
        if (seconds > untilUnhealthy(before)) {
            found.caution("noticedLater", untilUnhealthy(before), seconds);
        } else if (seconds < untilUnhealthy(before)) {
            found.note("noticedSooner", untilUnhealthy(before), seconds);
        }
        replaced(group);
    }

    /** A check that asks something else fails where targets do not answer it: nobody knows before it is tried. */
    private void healthy(TargetGroup group, HealthCheckSettings after, int seconds) {
        known.sure(Parts.TARGETS);
        var targets = known.index().targets(group.arn());
        var healthy = targets == null
                ? 0
                : (int) targets.stream().filter(TargetsLeft::healthy).count();
        if (healthy > 0) {
            found.danger("checkMayFail", healthy, group.name(), asked(after), seconds);
        } else {
            found.caution("checkAsks", group.name(), asked(after));
        }
    }

    /** A port of its own must be open on the machines as well, or every check fails. */
    private void closedPort(TargetGroup group, HealthCheckSettings after) {
        if (after.port().equals("traffic-port") || !group.targetType().equals("instance")) {
            return;
        }
        known.sure(Parts.SECURITY_GROUPS);
        var port = Integer.parseInt(after.port());
        var targets = known.index().targets(group.arn());
        var closed = (targets == null ? List.<Target>of() : targets)
                .stream()
                        .map(it -> known.index().find(Instance.class, ResourceType.INSTANCE, it.targetId()))
                        .flatMap(Optional::stream)
                        .filter(it -> !mayBeOpen(it, port))
                        .map(Names::of)
                        .toList();
        if (!closed.isEmpty()) {
            found.danger("checkPortClosed", port, Names.some(closed));
        }
    }

    /** Whether some rule lets somebody in there; true as well while not all groups are known. */
    private boolean mayBeOpen(Instance instance, int port) {
        var groups = instance.securityGroupIds().stream()
                .map(it -> known.index().find(SecurityGroup.class, ResourceType.SECURITY_GROUP, it))
                .toList();
        return groups.isEmpty()
                || groups.stream().anyMatch(Optional::isEmpty)
                || groups.stream()
                        .flatMap(Optional::stream)
                        .flatMap(it -> it.rules().stream())
                        .anyMatch(it -> it.ingress() && covers(it, port));
    }

    private static boolean covers(SecurityRule rule, int port) {
        var from = rule.fromPort();
        var to = rule.toPort();
        return rule.protocol().equals("-1")
                || (Set.of("tcp", "6").contains(rule.protocol())
                        && (from == null || to == null || (port >= from && port <= to)));
    }

    /** With ELB checks a group of machines follows its balancer's judgement. */
    private void replaced(TargetGroup group) {
        known.items(Parts.SCALING_GROUPS).stream()
                .filter(it -> it.targetGroupArns().contains(group.arn())
                        && it.healthCheckType().contains("ELB")
                        && MemberRules.replaces(it))
                .forEach(it -> found.caution("failedAreReplaced", it.name()));
    }

    private static boolean asksOtherwise(HealthCheckSettings before, HealthCheckSettings after) {
        return !before.protocol().equals(after.protocol())
                || !before.port().equals(after.port())
                || !Objects.equals(before.path(), after.path())
                || !Objects.equals(before.matcher(), after.matcher())
                || after.timeoutSeconds() < before.timeoutSeconds();
    }

    private static String asked(HealthCheckSettings it) {
        return it.protocol() + " " + it.port() + (it.path() == null ? "" : " " + it.path())
                + (it.matcher() == null ? "" : " → " + it.matcher());
    }

    /** Seconds from the first failed check until a target counts as unhealthy. */
    static int untilUnhealthy(HealthCheckSettings it) {
        return it.intervalSeconds() * it.unhealthyThreshold();
    }
}
