package io.atalaya.deployment;

import org.jspecify.annotations.Nullable;

/**
 * How a replica reads from its source ({@code StatusInfos}).
 *
 * @param status {@code replicating}, {@code error}, {@code stopped}, {@code terminated}
 * @param message of the error; null where there is none
 */
public record ReplicationStatus(
        String status, boolean normal, @Nullable String message) {}
