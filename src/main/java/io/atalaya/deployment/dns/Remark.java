package io.atalaya.deployment.dns;

import io.atalaya.deployment.State;
import java.util.List;

/**
 * Something about a record that its administrator should know.
 *
 * @param state failed or degraded where it needs attention; unknown for what is only worth knowing
 * @param facts names and addresses the sentence is filled with
 */
public record Remark(Kind kind, State state, List<String> facts) {
    public Remark {
        facts = List.copyOf(facts);
    }

    static Remark of(Kind kind, State state, String... facts) {
        return new Remark(kind, state, List.of(facts));
    }

    /** What there is to say. */
    public enum Kind {
        /** The name it leads to: nothing of that name exists here, and whoever makes it next receives the requests. */
        DANGLING,
        /** The id of a health check that does not exist. */
        CHECK_MISSING,
        /** Name of the pair: a primary with no secondary, or the other way round. */
        PAIR_INCOMPLETE,
        /** An Elastic IP that is associated with nothing. */
        ADDRESS_FREE,
        /** An address in one of the deployment's subnets that no instance, mount target or balancer node known here has. */
        ADDRESS_OF_NOBODY,
        /** Name and state of an instance that is not running. */
        INSTANCE_NOT_RUNNING,
        /** Address and instance: it is not an Elastic IP and is another one after a stop. */
        ADDRESS_NOT_KEPT,
        /** Nothing: a primary that no health check and no target's health can take out of service. */
        NEVER_FAILS_OVER,
        /** Name of a health check that is disabled, which Route 53 counts as healthy. */
        CHECK_DISABLED,
        /** Name of a health check that is disabled and inverted, which Route 53 counts as unhealthy. */
        CHECK_DISABLED_INVERTED
    }
}
