package io.atalaya.deployment.overview;

import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.State;
import java.util.List;
import java.util.stream.Stream;

/** Balancers and file systems that AWS itself calls broken. */
final class BalancerRule implements Rule {
    @Override
    public Stream<Finding> find(Situation situation) {
        return Stream.concat(
                situation.items(Parts.LOAD_BALANCERS).stream()
                        .filter(each -> bad(Conditions.of(each).state()))
                        .map(each -> new Finding(
                                FindingKind.BALANCER_NOT_ACTIVE,
                                Urgency.of(Conditions.of(each).state()),
                                each.ref(),
                                Parts.LOAD_BALANCERS,
                                null,
                                List.of(
                                        each.name(),
                                        each.state(),
                                        each.stateReason() == null ? "" : each.stateReason()))),
                situation.items(Parts.MOUNT_TARGETS).stream()
                        .filter(each -> bad(Conditions.of(each).state()))
                        .map(each -> new Finding(
                                FindingKind.MOUNT_TARGET_DOWN,
                                Urgency.of(Conditions.of(each).state()),
                                each.ref(),
                                Parts.MOUNT_TARGETS,
                                null,
                                List.of(each.name(), each.fileSystemId(), each.state()))));
    }

    private static boolean bad(State state) {
        return state == State.FAILED || state == State.DEGRADED;
    }
}
