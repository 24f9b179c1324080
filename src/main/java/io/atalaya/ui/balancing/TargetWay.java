package io.atalaya.ui.balancing;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.balancing.Routes;
import io.atalaya.deployment.balancing.TargetFacts;
import io.atalaya.deployment.diagnosis.Explanation;
import io.atalaya.ui.Reach;
import org.jspecify.annotations.Nullable;

/** The question of the perimeter whose answer shows, step by step, what a cause says is in the way of a target. */
final class TargetWay {
    private static final int NFS = 2049;
    private static final int HTTPS = 443;

    private TargetWay() {}

    /** Null where the cause is no matter of a path, or an end of it is none that can be asked of. */
    static @Nullable Reach of(Explanation explanation, TargetFacts facts, Routes routes) {
        var machine = place(facts, routes);
        if (machine == null) {
            return null;
        }
        return switch (explanation.cause()) {
            case NO_ROUTE, BALANCER_SHUT_IN, ACL_REFUSES, DOOR_SHUT, REPLY_REFUSED, PERIMETER_CHANGED ->
                check(machine, facts, routes);
            case WAY_OUT_CUT -> new Reach(machine, null, HTTPS);
            case FILES_UNREACHABLE -> to(machine, explanation.decider(), NFS);
            case DATABASE_UNREACHABLE -> to(machine, explanation.decider(), null);
            default -> null;
        };
    }

    /** Its instance; of a target that is an address whose it is: an instance or else the interface. */
    private static @Nullable ResourceRef place(TargetFacts facts, Routes routes) {
        var instance = facts.instance();
        if (instance != null) {
            return instance.ref();
        }
        var address = facts.target().targetId();
        return routes.index().deployment().items(Parts.NETWORK_INTERFACES).stream()
                .filter(each ->
                        each.privateIps().contains(address) || each.ipv6().contains(address))
                .findFirst()
                .map(each -> each.instanceId() == null
                        ? each.ref()
                        : new ResourceRef(ResourceType.INSTANCE, each.instanceId()))
                .orElse(null);
    }

    /** The way of the health check; of several balancers the first, by which {@code routes} names them. */
    private static @Nullable Reach check(ResourceRef machine, TargetFacts facts, Routes routes) {
        var group = routes.group(facts.target().targetGroupArn());
        if (group == null) {
            return null;
        }
        var checked = group.healthCheck().port();
        var port = checked.matches("\\d{1,5}")
                ? Integer.valueOf(checked)
                : facts.target().port();
        return routes.balancers(group).stream()
                .findFirst()
                .map(balancer -> new Reach(balancer.ref(), machine, port))
                .orElse(null);
    }

    private static @Nullable Reach to(ResourceRef from, @Nullable ResourceRef to, @Nullable Integer port) {
        return to == null || !Reach.ENDS.contains(to.type()) ? null : new Reach(from, to, port);
    }
}
