package io.atalaya.ui.balancing;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.balancing.Routes;
import io.atalaya.deployment.balancing.TargetFacts;
import io.atalaya.deployment.diagnosis.Explanation;
import io.atalaya.ui.Reach;
import org.jspecify.annotations.Nullable;

/** The question of the perimeter whose answer shows, step by step, what a cause says is in the way of a target. */
final class TargetWay {
    private static final int NFS = 2049;

    private TargetWay() {}

    /** Null where the cause is no matter of a path, or an end of it is none that can be asked of. */
    static @Nullable Reach of(Explanation explanation, TargetFacts facts, Routes routes) {
        var instance = facts.instance();
        if (instance == null) {
            return null;
        }
        return switch (explanation.cause()) {
            case NO_ROUTE, BALANCER_SHUT_IN, ACL_REFUSES, DOOR_SHUT, REPLY_REFUSED -> check(facts, routes);
            case FILES_UNREACHABLE -> to(instance.ref(), explanation.decider(), NFS);
            case DATABASE_UNREACHABLE -> to(instance.ref(), explanation.decider(), null);
            default -> null;
        };
    }

    /** The way of the health check; of several balancers the first, by which {@code routes} names them. */
    private static @Nullable Reach check(TargetFacts facts, Routes routes) {
        var group = routes.group(facts.target().targetGroupArn());
        var instance = facts.instance();
        if (group == null || instance == null) {
            return null;
        }
        var target = instance.ref();
        var checked = group.healthCheck().port();
        var port = checked.matches("\\d{1,5}")
                ? Integer.valueOf(checked)
                : facts.target().port();
        return routes.balancers(group).stream()
                .findFirst()
                .map(balancer -> new Reach(balancer.ref(), target, port))
                .orElse(null);
    }

    private static @Nullable Reach to(ResourceRef from, @Nullable ResourceRef to, @Nullable Integer port) {
        return to == null || !Reach.ENDS.contains(to.type()) ? null : new Reach(from, to, port);
    }
}
