package io.atalaya.deployment.overview;

import io.atalaya.deployment.State;

/** How much a finding matters, worst first. */
public enum Urgency {
    FAILED,
    DEGRADED,
    /** Something cannot be judged: never OK. */
    UNKNOWN,
    /** Works as it was set up; a person should know that it is set up so. */
    NOTE;

    /** The state whose shape it is drawn with. */
    public State state() {
        return switch (this) {
            case FAILED -> State.FAILED;
            case DEGRADED -> State.DEGRADED;
            case UNKNOWN, NOTE -> State.UNKNOWN;
        };
    }

    static Urgency of(State state) {
        return switch (state) {
            case FAILED -> FAILED;
            case DEGRADED -> DEGRADED;
            case UNKNOWN -> UNKNOWN;
            case HEALTHY, CHANGING -> NOTE;
        };
    }
}
