package io.atalaya.deployment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a listener or rule does with a request.
 *
 * @param type {@code forward redirect fixed-response authenticate-oidc} ...
 * @param detail of a redirect or fixed response: {@code HTTPS 443 301}; null otherwise
 */
public record RuleAction(
        String type,
        List<WeightedTargetGroup> targetGroups,
        @Nullable String detail) {
    public RuleAction {
        targetGroups = List.copyOf(targetGroups);
    }
}
