package io.atalaya.deployment;

/** How a thing is. Drawn as shape, word and colour; staleness is not a state but a {@link Freshness} of what was last seen. */
public enum State {
    HEALTHY,
    CHANGING,
    UNKNOWN,
    DEGRADED,
    FAILED;

    /** The one that needs attention more: failed before degraded before unknown before changing before healthy. */
    public State worse(State other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
