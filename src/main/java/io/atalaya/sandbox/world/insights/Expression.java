package io.atalaya.sandbox.world.insights;

import org.jspecify.annotations.Nullable;

/** What a row is asked. */
@FunctionalInterface
interface Expression {
    /** Null where a field is absent. */
    @Nullable
    Object of(Row row);
}
