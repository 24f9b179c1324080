package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.operate.act.Settling.Progress;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * elasticloadbalancing:RegisterTargets of one target.
 *
 * @param targetId instance id, IP address, function or balancer ARN, as the group's target type has it
 * @param port null for the group's own
 */
public record RegisterTarget(
        String targetGroupArn, String targetId, @Nullable Integer port) implements Operation {
    public RegisterTarget {
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
        return Membership.request("RegisterTargets", targetGroupArn, targetId, port);
    }

    /** Until it is healthy, or AWS says that nobody asks: {@code unused} without a balancer, {@code unavailable} without checks. */
    @Override
    public Settling settling() {
        return Watched.one(
                Parts.TARGETS,
                Duration.ofMinutes(10),
                it -> Membership.is(it, targetGroupArn, targetId, port),
                (before, now) -> {
                    if (now == null) {
                        return Progress.underWay("");
                    }
                    return switch (now.state()) {
                        case "healthy", "unused", "unavailable" -> Progress.done(Membership.words(now));
                        default -> Progress.underWay(Membership.words(now));
                    };
                });
    }

    @Override
    public Optional<Operation> undo(Deployment before) {
        return Optional.of(new DeregisterTarget(targetGroupArn, targetId, port));
    }
}
