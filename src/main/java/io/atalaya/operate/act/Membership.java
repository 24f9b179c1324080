package io.atalaya.operate.act;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What registering and deregistering a target share. */
final class Membership {
    private Membership() {}

    static ResourceRef ref(String targetGroupArn) {
        return new ResourceRef(ResourceType.TARGET_GROUP, targetGroupArn);
    }

    static AwsRequest request(String operation, String targetGroupArn, String targetId, @Nullable Integer port) {
        var target = new Structure().with("Id", targetId).with("Port", port);
        return AwsRequest.of(Service.ELASTIC_LOAD_BALANCING_V2, operation)
                .with("TargetGroupArn", targetGroupArn)
                .with("Targets", List.of(target.map()));
    }

    /** Whether this is the target; without a port, on whichever. */
    static boolean is(Target target, String targetGroupArn, String targetId, @Nullable Integer port) {
        return target.targetGroupArn().equals(targetGroupArn)
                && target.targetId().equals(targetId)
                && (port == null || port.equals(target.port()));
    }

    /** AWS's words for how it is. */
    static String words(Target target) {
        return target.reason() == null ? target.state() : target.state() + " " + target.reason();
    }
}
