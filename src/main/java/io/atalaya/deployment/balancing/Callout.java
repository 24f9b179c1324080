package io.atalaya.deployment.balancing;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.State;
import java.util.List;

/**
 * Something about the balancing that is set up so that it will hurt, or already does, and that no state of AWS's tells.
 *
 * @param subject what it is about
 * @param name what a person calls the subject
 * @param arguments in the order the kind states; AWS's words stay verbatim
 */
public record Callout(Kind kind, State state, ResourceRef subject, String name, List<Object> arguments) {
    /** What is called out; the worst first. */
    public enum Kind {
        /** target group, registered. */
        NO_HEALTHY_TARGET(State.FAILED),
        /** domain, valid until. */
        CERTIFICATE_EXPIRED(State.FAILED),
        /** target group: a listener sends requests there and nobody is registered. */
        NO_TARGET(State.FAILED),
        /** balancer. */
        NO_LISTENER(State.DEGRADED),
        /** target, AWS's state of the instance, target group. */
        REGISTERED_BUT_STOPPED(State.DEGRADED),
        /** target group, zone, targets: targets in a zone in which none of its balancers stands. */
        ZONE_NOT_ENABLED(State.DEGRADED),
        /** target group, zone, targets: all of them in one zone. */
        ONE_ZONE(State.DEGRADED),
        /** target group, zone, balancer: it takes requests there, and the group has nobody. */
        ZONE_UNUSED(State.DEGRADED),
        /** domain, valid until, time left, whether ACM renews it. */
        CERTIFICATE_EXPIRING(State.DEGRADED),
        /** rule, priority: all its groups have weight zero. */
        WEIGHTS_ZERO(State.DEGRADED),
        /** target group, registered. */
        NO_BALANCER(State.DEGRADED),
        /** target group. */
        CHECK_DISABLED(State.UNKNOWN);

        private final State state;

        Kind(State state) {
            this.state = state;
        }
    }

    public Callout {
        arguments = List.copyOf(arguments);
    }

    static Callout of(Kind kind, ResourceRef subject, String name, Object... arguments) {
        return new Callout(kind, kind.state, subject, name, List.of(arguments));
    }
}
