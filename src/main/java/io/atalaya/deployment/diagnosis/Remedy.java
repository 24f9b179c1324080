package io.atalaya.deployment.diagnosis;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.balancing.Routes;
import io.atalaya.deployment.balancing.TargetFacts;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An act that may help against a cause.
 *
 * @param act by its name: {@code RebootInstance}
 * @param on what it is done on
 */
public record Remedy(String act, ResourceRef on) {

    /** What helps against a cause, the mildest first; empty where waiting or a person elsewhere does. */
    public static List<Remedy> of(Explanation explanation, TargetFacts target, Routes routes) {
        var group = routes.group(target.target().targetGroupArn());
        var instance = target.instance();
        return switch (explanation.cause()) {
            case LEAVING -> on(group == null ? null : group.ref(), "RegisterTarget");
            case CHECK_OFF, CHECK_WRONG, PATH_WRONG, PORT_WRONG, PROTOCOL_WRONG ->
                on(group == null ? null : group.ref(), "ModifyHealthCheck");
            case ZONE_NOT_ENABLED, ADDRESS_UNUSABLE, NOBODY_THERE, DISK_FULL ->
                on(group == null ? null : group.ref(), "DeregisterTarget");
            case MACHINE_STOPPED -> on(instance == null ? null : instance.ref(), "StartInstance");
            case BALANCER_SHUT_IN -> on(explanation.decider(), "AuthorizeSecurityGroupEgress");
            case DOOR_SHUT -> on(explanation.decider(), "AuthorizeSecurityGroupIngress");
            case ACL_REFUSES, REPLY_REFUSED ->
                on(explanation.decider(), "ReplaceNetworkAclEntry", "CreateNetworkAclEntry");
            case DATABASE_DOWN -> on(explanation.decider(), "RebootDatabase");
            case OUT_OF_MEMORY, MACHINE_BUSY, PROCESS_DOWN, WRONG_ANSWER ->
                on(instance == null ? null : instance.ref(), "RebootInstance");
            case MACHINE_IMPAIRED -> on(instance == null ? null : instance.ref(), "RebootInstance", "StopInstance");
            case NOT_SERVED,
                    PERIMETER_CHANGED,
                    NO_ROUTE,
                    FILES_UNREACHABLE,
                    DATABASE_UNREACHABLE,
                    WAY_OUT_CUT,
                    ZONE_IMPAIRED,
                    BALANCER_FAULT,
                    STARTING,
                    REGISTERING -> List.of();
        };
    }

    private static List<Remedy> on(@Nullable ResourceRef on, String... acts) {
        return on == null
                ? List.of()
                : Stream.of(acts).map(act -> new Remedy(act, on)).toList();
    }
}
