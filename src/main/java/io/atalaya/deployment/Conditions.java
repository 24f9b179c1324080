package io.atalaya.deployment;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What AWS's words mean for the person who answers for the deployment: one rule per kind of resource, the same in every
 * view. A word this program does not know is {@link State#UNKNOWN}, never healthy.
 *
 * <p>A condition is that of the thing itself: a balancer whose targets all fail is still {@code active}; that no request
 * passes is said by the path, not by every node on it.
 */
public final class Conditions {
    /** More than this share of checkers must see an endpoint healthy before Route 53 calls it healthy. */
    private static final double HEALTHY_CHECKERS = 0.18;

    private Conditions() {}

    /**
     * An instance by its state and, while it runs, by its two status checks.
     *
     * @param check null where the checks were not read: a running instance counts by its state alone
     */
    public static Condition of(Instance instance, @Nullable InstanceCheck check) {
        var reason = instance.stateReason();
        return switch (instance.state()) {
            case "running" -> check == null ? Condition.of(State.HEALTHY, "running") : running(check);
            case "pending", "stopping", "shutting-down", "terminated" ->
                new Condition(State.CHANGING, instance.state(), reason);
            case "stopped" -> new Condition(State.DEGRADED, "stopped", reason);
            default -> new Condition(State.UNKNOWN, instance.state(), reason);
        };
    }

    private static Condition running(InstanceCheck check) {
        var planned = check.events().stream()
                .filter(event -> !event.description().startsWith("[Completed]")
                        && !event.description().startsWith("[Canceled]"))
                .map(ScheduledEvent::code)
                .findFirst();
        var system = checkState(check.systemStatus());
        var instance = checkState(check.instanceStatus());
        var worst = system.worse(instance);
        if (worst == State.HEALTHY) {
            return planned.map(code -> new Condition(State.DEGRADED, code, "running"))
                    .orElse(Condition.of(State.HEALTHY, "running"));
        }
        var words = "system " + check.systemStatus() + ", instance " + check.instanceStatus();
        var word = worst == system && system != State.HEALTHY ? check.systemStatus() : check.instanceStatus();
        return new Condition(worst, word, words);
    }

    private static State checkState(String status) {
        return switch (status) {
            case "ok", "not-applicable" -> State.HEALTHY;
            case "initializing" -> State.CHANGING;
            case "impaired" -> State.FAILED;
            default -> State.UNKNOWN;
        };
    }

    /** One target in one group; the word is AWS's reason code where it gave one. */
    public static Condition of(Target target) {
        var reason = target.reason() == null ? "" : target.reason();
        var state =
                switch (target.state()) {
                    case "healthy", "InService" -> State.HEALTHY;
                    case "initial", "draining" -> State.CHANGING;
                    case "unhealthy", "unhealthy.draining", "OutOfService" -> State.FAILED;
                    case "unused" ->
                        reason.equals("Target.InvalidState") || reason.equals("Target.IpUnusable")
                                ? State.FAILED
                                : State.DEGRADED;
                    default -> State.UNKNOWN;
                };
        var word = reason.isEmpty() || state == State.HEALTHY ? target.state() : reason;
        return new Condition(state, word, target.description());
    }

    /**
     * A target group by how many of its targets are healthy.
     *
     * @param targets null where their health was never read or denied
     */
    public static Condition of(TargetGroup group, @Nullable List<Target> targets) {
        if (targets == null) {
            return Condition.of(State.UNKNOWN, "unknown");
        }
        if (targets.isEmpty()) {
            return Condition.of(State.DEGRADED, "no targets");
        }
        var states = targets.stream().map(target -> of(target).state()).toList();
        var healthy = states.stream().filter(State.HEALTHY::equals).count();
        var word = healthy + " / " + targets.size() + " healthy";
        return new Condition(
                groupState(group, states, healthy),
                word,
                targets.stream()
                        .map(Conditions::of)
                        .filter(each -> each.state() == State.FAILED)
                        .map(Condition::word)
                        .findFirst()
                        .orElse(null));
    }

    private static State groupState(TargetGroup group, List<State> states, long healthy) {
        if (healthy == states.size()) {
            return State.HEALTHY;
        }
        if (!group.healthCheck().enabled() && states.stream().allMatch(State.UNKNOWN::equals)) {
            return State.UNKNOWN;
        }
        var bad = states.stream().anyMatch(each -> each == State.FAILED || each == State.DEGRADED);
        if (!bad) {
            return states.contains(State.UNKNOWN) ? State.UNKNOWN : State.CHANGING;
        }
        // A group in which nothing answers fails; that some are still starting does not help anybody's request.
        return healthy == 0 && states.contains(State.FAILED) ? State.FAILED : State.DEGRADED;
    }

    public static Condition of(LoadBalancer balancer) {
        var state =
                switch (balancer.state()) {
                    case "active" -> State.HEALTHY;
                    case "provisioning" -> State.CHANGING;
                    case "active_impaired" -> State.DEGRADED;
                    case "failed" -> State.FAILED;
                    default -> State.UNKNOWN;
                };
        return new Condition(state, balancer.state(), balancer.stateReason());
    }

    /**
     * A listener. AWS gives it no state, so a plain one counts as configured; one that needs a certificate is unknown as
     * long as nobody has read when that certificate expires.
     *
     * @param certificates those of the listener that were read
     */
    public static Condition of(Listener listener, List<Certificate> certificates) {
        if (listener.certificateArns().isEmpty()) {
            return Condition.of(State.HEALTHY, "configured");
        }
        return certificates.stream()
                .map(Conditions::of)
                .max(Comparator.comparing(Condition::state))
                .filter(worst -> worst.state() != State.HEALTHY
                        || certificates.size() == listener.certificateArns().size())
                .orElseGet(() -> Condition.of(State.UNKNOWN, "certificate not read"));
    }

    /** A certificate by AWS's own word; that it will end soon is said by a finding, which knows the time. */
    public static Condition of(Certificate certificate) {
        var state =
                switch (certificate.status()) {
                    case "ISSUED" -> State.HEALTHY;
                    case "PENDING_VALIDATION" -> State.CHANGING;
                    case "INACTIVE" -> State.DEGRADED;
                    case "EXPIRED", "VALIDATION_TIMED_OUT", "REVOKED", "FAILED" -> State.FAILED;
                    default -> State.UNKNOWN;
                };
        return new Condition(
                state,
                state == State.HEALTHY ? "configured" : "certificate " + certificate.status(),
                certificate.domain());
    }

    /** A rule: it has no state in AWS and is what its listener does. */
    public static Condition of(ListenerRule rule) {
        return rule.actions().isEmpty()
                ? Condition.of(State.UNKNOWN, "unknown")
                : Condition.of(State.HEALTHY, "configured");
    }

    /** A database instance, by AWS's word. */
    public static Condition of(Database database) {
        return DatabaseConditions.of(database.status());
    }

    /** A cluster of databases, by AWS's word; its instances have their own. */
    public static Condition of(DatabaseCluster cluster) {
        return DatabaseConditions.of(cluster.status());
    }

    /** A VPN connection by its tunnels: one of two is enough for traffic, and one failure away from none. */
    public static Condition of(VpnConnection connection) {
        if (!connection.state().equals("available")) {
            var going = Set.of("pending", "deleting", "deleted").contains(connection.state());
            return Condition.of(going ? State.CHANGING : State.UNKNOWN, connection.state());
        }
        if (connection.tunnels().isEmpty()) {
            return Condition.of(State.UNKNOWN, connection.state());
        }
        var word = connection.up() + " / " + connection.tunnels().size() + " UP";
        var why = connection.tunnels().stream()
                .filter(tunnel -> !tunnel.up())
                .map(VpnTunnel::statusMessage)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        var state = connection.up() == connection.tunnels().size()
                ? State.HEALTHY
                : connection.up() == 0 ? State.FAILED : State.DEGRADED;
        return new Condition(state, word, why);
    }

    public static Condition of(DatabaseSnapshot snapshot) {
        return DatabaseConditions.of(snapshot);
    }

    public static Condition of(FileSystem fileSystem) {
        return Condition.of(efsState(fileSystem.state()), fileSystem.state());
    }

    public static Condition of(MountTarget mountTarget) {
        return Condition.of(efsState(mountTarget.state()), mountTarget.state());
    }

    private static State efsState(String lifeCycleState) {
        return switch (lifeCycleState) {
            case "available" -> State.HEALTHY;
            case "creating", "updating", "deleting", "deleted" -> State.CHANGING;
            case "error" -> State.FAILED;
            default -> State.UNKNOWN;
        };
    }

    /** A scaling group by how many of the instances it wants are in service and healthy in its own eyes. */
    public static Condition of(ScalingGroup group) {
        var inService = group.members().stream()
                .filter(member -> member.lifecycleState().equals("InService"))
                .toList();
        var unhealthy = group.members().stream()
                .filter(member -> !member.healthStatus().equalsIgnoreCase("healthy"))
                .count();
        var starting = group.members().stream()
                .anyMatch(member -> member.lifecycleState().startsWith("Pending"));
        var word = inService.size() + " / " + group.desired() + " InService";
        State state;
        if (unhealthy > 0) {
            state = unhealthy >= inService.size() && group.desired() > 0 ? State.FAILED : State.DEGRADED;
        } else if (inService.size() < group.desired()) {
            state = starting ? State.CHANGING : inService.isEmpty() ? State.FAILED : State.DEGRADED;
        } else {
            state = inService.size() > group.desired() ? State.CHANGING : State.HEALTHY;
        }
        var why = unhealthy > 0
                ? unhealthy + " Unhealthy"
                : group.suspendedProcesses().isEmpty()
                        ? null
                        : "suspended: " + String.join(", ", group.suspendedProcesses());
        return new Condition(state, word, why);
    }

    public static Condition of(Volume volume) {
        var state =
                switch (volume.state()) {
                    case "available", "in-use" -> State.HEALTHY;
                    case "creating", "deleting", "deleted" -> State.CHANGING;
                    case "error" -> State.FAILED;
                    default -> State.UNKNOWN;
                };
        return Condition.of(state, volume.state());
    }

    public static Condition of(Image image) {
        var state =
                switch (image.state()) {
                    case "available" -> State.HEALTHY;
                    case "pending", "transient" -> State.CHANGING;
                    case "disabled", "deregistered" -> State.DEGRADED;
                    case "failed", "error", "invalid" -> State.FAILED;
                    default -> State.UNKNOWN;
                };
        return Condition.of(state, image.state());
    }

    /** An address that belongs to nothing costs money and serves nobody: degraded. */
    public static Condition of(ElasticIp address) {
        return address.associationId() == null && address.instanceId() == null && address.networkInterfaceId() == null
                ? Condition.of(State.DEGRADED, "not associated")
                : Condition.of(State.HEALTHY, "associated");
    }

    public static Condition of(Alarm alarm) {
        var state =
                switch (alarm.state()) {
                    case "OK" -> State.HEALTHY;
                    case "ALARM" -> State.FAILED;
                    default -> State.UNKNOWN;
                };
        return new Condition(state, alarm.state(), alarm.stateReason());
    }

    /** A health check, by Route 53's own rule: healthy when more than 18 % of its checkers see it healthy. */
    public static Condition of(HealthCheck check) {
        if (check.disabled()) {
            return Condition.of(State.UNKNOWN, "disabled");
        }
        if (check.checkers().isEmpty()) {
            return Condition.of(State.UNKNOWN, "unknown");
        }
        var seen = check.checkers().stream().filter(CheckerResult::healthy).count();
        var word = seen + " / " + check.checkers().size() + " healthy";
        var healthy = seen > check.checkers().size() * HEALTHY_CHECKERS;
        if (healthy == check.inverted()) {
            var why = check.checkers().stream()
                    .filter(each -> each.healthy() == check.inverted())
                    .map(CheckerResult::status)
                    .findFirst();
            return new Condition(State.FAILED, word, why.orElse(null));
        }
        return Condition.of(!check.inverted() && seen < check.checkers().size() ? State.DEGRADED : State.HEALTHY, word);
    }

    /**
     * A record set: where it leads, and what its health check says.
     *
     * @param lead what its value or alias stands for
     * @param check null where it has none, or it was not read
     */
    public static Condition of(RecordSet records, Lead lead, @Nullable HealthCheck check) {
        if (lead == Lead.DANGLING) {
            return Condition.of(State.FAILED, "dangling");
        }
        if (records.healthCheckId() != null) {
            return check == null ? Condition.of(State.UNKNOWN, "unknown") : of(check);
        }
        return lead == Lead.NOT_READ
                ? Condition.of(State.UNKNOWN, "unknown")
                : Condition.of(State.HEALTHY, lead == Lead.RESOLVED ? "resolves" : "configured");
    }

    /**
     * Any resource by the rules above, with what it depends on looked up.
     *
     * @return empty for resources that have no state: networks, security groups, launch templates, hosted zones
     */
    public static Optional<Condition> any(Resource resource, DeploymentIndex index) {
        return Optional.ofNullable(
                switch (resource) {
                    case Instance it -> of(it, index.check(it.id()));
                    case TargetGroup it -> of(it, index.targets(it.arn()));
                    case RecordSet it -> of(it, index.lead(it).kind(), index.healthCheck(it.healthCheckId()));
                    case LoadBalancer it -> of(it);
                    case Listener it -> of(it, index.certificates(it));
                    case ListenerRule it -> of(it);
                    case Database it -> of(it);
                    case DatabaseCluster it -> of(it);
                    case DatabaseSnapshot it -> of(it);
                    case FileSystem it -> of(it);
                    case MountTarget it -> of(it);
                    case ScalingGroup it -> of(it);
                    case VpnConnection it -> of(it);
                    case Volume it -> of(it);
                    case Image it -> of(it);
                    case ElasticIp it -> of(it);
                    case Alarm it -> of(it);
                    case HealthCheck it -> of(it);
                    default -> null;
                });
    }
}
