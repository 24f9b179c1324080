package io.atalaya.deployment;

import java.util.List;

/**
 * When a rule applies.
 *
 * @param field {@code path-pattern host-header http-header source-ip} ...
 */
public record RuleCondition(String field, List<String> values) {
    public RuleCondition {
        values = List.copyOf(values);
    }
}
