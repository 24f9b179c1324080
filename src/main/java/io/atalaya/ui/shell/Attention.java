package io.atalaya.ui.shell;

import io.atalaya.deployment.State;

/** How much of a view needs a person: the badge on the rail. */
public record Attention(int count, State worst) {
    /** Nothing; no badge. */
    public static final Attention NONE = new Attention(0, State.HEALTHY);
}
