package io.atalaya.ui.topology;

import io.atalaya.deployment.State;
import io.atalaya.ui.common.Inks;

/** The colours of the plane, by role; their values come from the style sheet. */
enum Ink {
    GROUND,
    RAISED,
    FRAME,
    FRAME_QUIET,
    TEXT,
    MUTED,
    WAY,
    PATH,
    FOCUS,
    HEALTHY,
    DEGRADED,
    FAILED,
    CHANGING,
    UNKNOWN;

    static final Inks.Sheet<Ink> SHEET = new Inks.Sheet<>(Ink.class, "topology-inks");

    static Ink of(State state) {
        return switch (state) {
            case HEALTHY -> HEALTHY;
            case DEGRADED -> DEGRADED;
            case FAILED -> FAILED;
            case CHANGING -> CHANGING;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
