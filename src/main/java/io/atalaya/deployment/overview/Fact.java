package io.atalaya.deployment.overview;

import java.util.List;

/** A number of a station; the words around it are made from the kind in the user's language. */
public record Fact(Kind kind, List<Object> arguments) {
    /** What is told; the arguments in their order. */
    public enum Kind {
        /** found, all: alias records whose target is a resource of this deployment. */
        ALIASES_FOUND,
        /** healthy, all: Route 53 checkers. */
        CHECKERS_HEALTHY,
        /** number. */
        RECORD_SETS,
        /** requests per second in the last finished period. */
        REQUESTS,
        /** errors per minute in the last finished period, greatest number of the hour. */
        ERRORS,
        /** zone names. */
        ZONES,
        /** number. */
        CONNECTIONS,
        /** used GiB, allocated GiB. */
        STORAGE,
        /** allocated GiB. */
        ALLOCATED,
        /** bytes, the time AWS measured it or an empty text. */
        SIZE,
        /** available, all: mount targets. */
        MOUNT_TARGETS
    }

    public Fact {
        arguments = List.copyOf(arguments);
    }

    static Fact of(Kind kind, Object... arguments) {
        return new Fact(kind, List.of(arguments));
    }
}
