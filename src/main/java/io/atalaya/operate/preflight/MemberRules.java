package io.atalaya.operate.preflight;

import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ScalingGroup;
import io.atalaya.operate.act.BadInputException;
import io.atalaya.operate.act.EnterStandby;
import io.atalaya.operate.act.Operation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Auto Scaling does about a member that stops answering: a group takes every member in service that does not run, or whose
 * checks fail, for unhealthy, terminates it and starts another. In standby it leaves it alone.
 */
final class MemberRules {
    /** Any of these suspended keeps a group from replacing. */
    private static final List<String> REPLACING = List.of("HealthCheck", "ReplaceUnhealthy", "Terminate");

    private MemberRules() {}

    /** A member that will not run. */
    static void stops(Instance instance, Known known, Findings found) {
        var group = group(instance, known);
        if (group == null) {
            return;
        }
        if (inStandby(instance, known)) {
            found.note("inStandby", group.name());
        } else if (replaces(group)) {
            found.offering(Severity.DANGER, standby(instance, group, known), "replaced", group.name());
        } else {
            found.note("notReplaced", group.name());
        }
    }

    /** A member that does not answer for a while, and goes on running. */
    static void pauses(Instance instance, Known known, Findings found) {
        var group = group(instance, known);
        if (group == null) {
            return;
        }
        if (inStandby(instance, known)) {
            found.note("inStandby", group.name());
        } else if (replaces(group)) {
            // with ELB checks a few failed ones are enough; EC2's own take minutes
            var severity = group.healthCheckType().contains("ELB") ? Severity.CAUTION : Severity.NOTE;
            found.offering(severity, standby(instance, group, known), "mayBeReplaced", group.name());
        }
    }

    private static @Nullable ScalingGroup group(Instance instance, Known known) {
        known.sure(Parts.SCALING_GROUPS);
        return known.index().scalingGroup(instance.id());
    }

    private static boolean inStandby(Instance instance, Known known) {
        var member = known.index().member(instance.id());
        return member != null && member.lifecycleState().endsWith("Standby");
    }

    static boolean replaces(ScalingGroup group) {
        return group.suspendedProcesses().stream().noneMatch(REPLACING::contains);
    }

    /** Desired goes down with it where the minimum allows; otherwise the group starts another meanwhile. */
    static Optional<Operation> standby(Instance instance, ScalingGroup group, Known known) {
        var member = known.index().member(instance.id());
        if (member == null || !member.lifecycleState().equals("InService")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new EnterStandby(group.name(), instance.id(), group.desired() - 1 >= group.min()));
        } catch (BadInputException strangeName) {
            return Optional.empty(); // AWS has names that this console does not send
        }
    }
}
