package io.atalaya.sandbox.world;

/** Whether the deployment's scripted trouble happens. */
public enum Story {
    /** It comes and goes, some minutes of every twenty: the default of a sandbox that somebody looks at. */
    REPEATING,
    /** It never happens: for tests of other things, and for pictures of a healthy deployment. */
    CALM,
    /** It is in the middle of happening from the first moment on, and nobody repairs it: for pictures and tests. */
    INCIDENT
}
