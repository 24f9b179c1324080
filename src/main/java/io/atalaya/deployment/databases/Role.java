package io.atalaya.deployment.databases;

/**
 * What a database is among others.
 *
 * @param of the source of a replica, the cluster of a member; empty for one that stands alone
 */
public record Role(Kind kind, String of) {
    /** What it is. */
    public enum Kind {
        INSTANCE,
        REPLICA,
        WRITER,
        READER,
        /** Of a cluster that was not read. */
        MEMBER
    }
}
