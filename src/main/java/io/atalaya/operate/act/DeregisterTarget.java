package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.operate.act.Settling.Progress;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * elasticloadbalancing:DeregisterTargets of one target: no new requests reach it, those under way may end within the group's
 * deregistration delay.
 *
 * @param port null for every port on which it is registered
 */
public record DeregisterTarget(
        String targetGroupArn, String targetId, @Nullable Integer port) implements Operation {
    public DeregisterTarget {
        Input.identifier(targetGroupArn);
        Input.identifier(targetId);
        Input.port(port);
    }

    @Override
    public ResourceRef on() {
        return Membership.ref(targetGroupArn);
    }

    @Override
    public AwsRequest request() {
        return Membership.request("DeregisterTargets", targetGroupArn, targetId, port);
    }

    /** Until it is gone; the longest delay that AWS offers is an hour. */
    @Override
    public Settling settling() {
        return Watched.one(
                Parts.TARGETS,
                Duration.ofMinutes(65),
                it -> Membership.is(it, targetGroupArn, targetId, port),
                (before, now) -> now == null ? Progress.done("") : Progress.underWay(Membership.words(now)));
    }

    @Override
    public Optional<Operation> undo(Deployment before) {
        return Optional.of(new RegisterTarget(targetGroupArn, targetId, port));
    }
}
