package io.atalaya.deployment.balancing;

import io.atalaya.deployment.Target;
import org.jspecify.annotations.Nullable;

/** Names one target in one group: the same machine may stand in several, and on several ports. */
public record Registration(
        String targetGroupArn, String targetId, @Nullable Integer port) {
    public static Registration of(Target target) {
        return new Registration(target.targetGroupArn(), target.targetId(), target.port());
    }
}
