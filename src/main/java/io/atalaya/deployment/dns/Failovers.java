package io.atalaya.deployment.dns;

import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.HealthCheck;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.LoadBalancerType;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.State;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.deployment.dns.FailoverPair.Health;
import io.atalaya.deployment.dns.FailoverPair.Side;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Failover pairs with the side that Route 53 answers. */
public final class Failovers {
    static final String PRIMARY = "failover PRIMARY";
    static final String SECONDARY = "failover SECONDARY";

    private final DeploymentIndex index;

    private Failovers(DeploymentIndex index) {
        this.index = index;
    }

    /** All pairs, also those of which one side is missing; by name. */
    public static List<FailoverPair> of(DeploymentIndex index) {
        var rules = new Failovers(index);
        var sides = new HashMap<Names.Name, Map<String, RecordSet>>();
        for (var record : index.deployment().items(Parts.RECORD_SETS)) {
            if (record.routing().equals(PRIMARY) || record.routing().equals(SECONDARY)) {
                sides.computeIfAbsent(
                                new Names.Name(record.hostedZoneId(), record.name(), record.recordType()),
                                unused -> new HashMap<>())
                        .put(record.routing(), record);
            }
        }
        return sides.entrySet().stream()
                .map(each -> rules.pair(
                        each.getKey(),
                        each.getValue().get(PRIMARY),
                        each.getValue().get(SECONDARY)))
                .sorted(Comparator.comparing(FailoverPair::name).thenComparing(FailoverPair::recordType))
                .toList();
    }

    private FailoverPair pair(Names.Name name, @Nullable RecordSet primary, @Nullable RecordSet secondary) {
        var first = primary == null ? null : new Side(primary, health(primary));
        var second = secondary == null ? null : new Side(secondary, health(secondary));
        return new FailoverPair(
                name.hostedZoneId(),
                name.name(),
                name.recordType(),
                first,
                second,
                FailoverPair.answering(first == null ? null : first.health(), second == null ? null : second.health()));
    }

    /** A record is healthy when its health check is, and, where its alias evaluates health, what it leads to. */
    private Health health(RecordSet record) {
        var id = record.healthCheckId();
        var checked = id == null ? Health.HEALTHY : of(index.healthCheck(id));
        var alias = record.alias();
        var target = alias == null || !alias.evaluatesHealth() ? Health.HEALTHY : target(record);
        if (checked == Health.UNHEALTHY || target == Health.UNHEALTHY) {
            return Health.UNHEALTHY;
        }
        return checked == Health.UNKNOWN || target == Health.UNKNOWN ? Health.UNKNOWN : Health.HEALTHY;
    }

    /** Route 53 counts a disabled check as healthy, or unhealthy where it is inverted. */
    private static Health of(@Nullable HealthCheck check) {
        if (check == null) {
            return Health.UNKNOWN;
        }
        if (check.disabled()) {
            return check.inverted() ? Health.UNHEALTHY : Health.HEALTHY;
        }
        var state = Conditions.of(check).state();
        return state == State.UNKNOWN ? Health.UNKNOWN : state == State.FAILED ? Health.UNHEALTHY : Health.HEALTHY;
    }

    /** Route 53 sees the health of what is elsewhere, or no balancer; this console does not. */
    private Health target(RecordSet record) {
        return index.lead(record).resources().stream()
                .filter(ref -> ref.type() == ResourceType.LOAD_BALANCER)
                .map(this::balancer)
                .reduce(Failovers::worse)
                .orElse(Health.UNKNOWN);
    }

    /**
     * A balancer counts as healthy while each of its target groups does (Route 53, "Evaluate target health"). Of one that has no
     * target group AWS does not say what it counts as; a classic one has none, and of its instances nothing is said here.
     */
    private Health balancer(ResourceRef ref) {
        var balancer = index.find(LoadBalancer.class, ref.type(), ref.id());
        var groups = index.deployment().observed(Parts.TARGET_GROUPS).value();
        if (balancer.isEmpty()
                || balancer.get().balancerType() == LoadBalancerType.CLASSIC
                || groups == null
                || !groups.complete()) {
            return Health.UNKNOWN;
        }
        return groups.items().stream()
                .filter(group -> group.balancerArns().contains(ref.id()))
                .map(this::group)
                .reduce(Failovers::worse)
                .orElse(Health.UNKNOWN);
    }

    /**
     * A target group counts as healthy while one of its targets is; "a target group that has no registered targets is considered
     * unhealthy". Where it checks none of them, as with functions, their state is {@code unavailable} and says nothing.
     */
    private Health group(TargetGroup group) {
        var targets = index.targets(group.arn());
        if (targets == null) {
            return Health.UNKNOWN;
        }
        if (targets.stream().anyMatch(each -> each.state().equals("healthy"))) {
            return Health.HEALTHY;
        }
        return targets.stream().anyMatch(each -> each.state().equals("unavailable"))
                ? Health.UNKNOWN
                : Health.UNHEALTHY;
    }

    private static Health worse(Health one, Health other) {
        return one == Health.UNHEALTHY || other == Health.UNHEALTHY
                ? Health.UNHEALTHY
                : one == Health.UNKNOWN || other == Health.UNKNOWN ? Health.UNKNOWN : Health.HEALTHY;
    }
}
