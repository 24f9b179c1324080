package io.atalaya.deployment;

import org.jspecify.annotations.Nullable;

/**
 * A setting of an engine in a parameter group (rds:DescribeDBParameters).
 *
 * @param value a number, a word, or a formula over the class; null where the engine decides
 * @param source {@code user}, {@code system}, {@code engine-default}
 * @param applyType {@code static} needs a reboot, {@code dynamic} does not
 */
public record DatabaseParameter(
        String group,
        String name,
        @Nullable String value,
        String source,
        @Nullable String applyType) {}
