package io.atalaya.deployment.files;

import io.atalaya.deployment.State;
import java.util.List;

/**
 * Something about a file system that its administrator should know.
 *
 * @param state failed or degraded where it needs attention; unknown for what is only worth knowing
 * @param facts what the sentence is filled with: numbers of bytes, durations, names
 */
public record Remark(Kind kind, State state, List<Object> facts) {
    public Remark {
        facts = List.copyOf(facts);
    }

    /** What there is to say. */
    public enum Kind {
        /** Mount target, its zone, AWS's word for its state. */
        MOUNT_DOWN,
        /** Zone, names of instances: security groups stop their requests, while others of the same file system pass. */
        SHUT_OUT,
        /** Time until burst credits are used up. */
        CREDITS_EMPTYING,
        /** Per cent of the permitted throughput. */
        THROUGHPUT_HIGH,
        /** Per cent of what general purpose mode can do. */
        IO_LIMIT_HIGH,
        /** Bytes above the planned size. */
        ABOVE_PLAN,
        /** Time until the planned size. */
        PLAN_NEAR,
        /** Zones with running instances of its network, without a mount target. */
        ZONE_WITHOUT_MOUNT,
        /** Nothing. */
        NO_BACKUP,
        /** Nothing. */
        NOT_ENCRYPTED,
        /** Nothing. */
        NO_LIFECYCLE,
        /** Nothing: measured, and nobody was there. */
        NO_CLIENTS
    }
}
