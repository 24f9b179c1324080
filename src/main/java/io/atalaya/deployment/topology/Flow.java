package io.atalaya.deployment.topology;

import io.atalaya.deployment.State;

/** What becomes of requests on an edge. */
public enum Flow {
    PASSES,
    /** On its way: a target that is starting or draining. */
    CHANGING,
    /** Not read, or not decidable from what was read. */
    UNKNOWN,
    /** No request passes. */
    STOPPED;

    /** What a target in this state receives. */
    static Flow of(State state) {
        return switch (state) {
            case HEALTHY -> PASSES;
            case CHANGING -> CHANGING;
            case UNKNOWN -> UNKNOWN;
            case DEGRADED, FAILED -> STOPPED;
        };
    }
}
