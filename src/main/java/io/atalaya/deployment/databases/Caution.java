package io.atalaya.deployment.databases;

import io.atalaya.deployment.State;
import java.util.List;

/**
 * Something about a database that a person should know before it matters.
 *
 * @param state degraded, or failed where it already matters
 * @param arguments of its sentence, as its kind says
 */
public record Caution(Kind kind, State state, List<Object> arguments) {
    /** What it is; with the arguments of its sentence. */
    public enum Kind {
        STORAGE_FULL,
        /** Duration until it is full. */
        STORAGE_ENDS,
        /** What RDS says. */
        REPLICATION_BROKEN,
        /** Instant. */
        CERTIFICATE_ENDS,
        /** Id of the authority, Instant. */
        AUTHORITY_ENDS,
        PUBLIC,
        NO_BACKUPS,
        /** Instant of the newest moment. */
        RESTORE_LATE,
        /** Open connections, limit. */
        CONNECTIONS_NEAR_LIMIT,
        SINGLE_ZONE,
        NOT_PROTECTED,
        NOT_ENCRYPTED,
        /** Parameter group. */
        PARAMETERS_PENDING
    }

    public Caution {
        arguments = List.copyOf(arguments);
    }
}
