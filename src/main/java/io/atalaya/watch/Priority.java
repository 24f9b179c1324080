package io.atalaya.watch;

/** Who goes first when calls are scarce: what a person clicked, then health, then the rest. */
public enum Priority {
    CLICK,
    HEALTH,
    BACKGROUND
}
