package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.WireFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The errors of elasticloadbalancing, v2, and its pages. */
final class ElbFaults {
    private static final int STANDARD_PAGE = 400;

    private ElbFaults() {}

    /** The one error of a list by ARN or name: the kind decides the code. */
    static WireFault notFound(String kind, String names) {
        return switch (kind) {
            case "LoadBalancer" ->
                new WireFault(400, "LoadBalancerNotFound", "Load balancers '[" + names + "]' not found");
            case "TargetGroup" -> new WireFault(400, "TargetGroupNotFound", "Target groups '" + names + "' not found");
            case "Listener" -> new WireFault(400, "ListenerNotFound", "One or more listeners not found");
            case "Rule" -> new WireFault(400, "RuleNotFound", "One or more rules not found");
            default -> throw new IllegalArgumentException(kind);
        };
    }

    static <T> Page<T> page(List<T> all, @Nullable Integer pageSize, @Nullable String marker) {
        if (pageSize != null && (pageSize < 1 || pageSize > STANDARD_PAGE)) {
            throw new WireFault(400, "ValidationError", "Page size must be between 1 and 400");
        }
        return Page.of(
                all, pageSize, STANDARD_PAGE, marker, new WireFault(400, "ValidationError", "The marker is not valid"));
    }
}
