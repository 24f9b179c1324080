package io.atalaya.deployment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a listener or rule does with a request.
 *
 * @param type {@code forward redirect fixed-response authenticate-oidc} ...
 * @param detail of a redirect or fixed response: {@code HTTPS 443 301}; null otherwise
 * @param stickySeconds how long a client stays with the target group it was sent to; null where it does not
 */
public record RuleAction(
        String type,
        List<WeightedTargetGroup> targetGroups,
        @Nullable String detail,
        @Nullable Integer stickySeconds) {
    /** One that keeps no client with a target group. */
    public RuleAction(String type, List<WeightedTargetGroup> targetGroups, @Nullable String detail) {
        this(type, targetGroups, detail, null);
    }

    public RuleAction {
        targetGroups = List.copyOf(targetGroups);
    }
}
