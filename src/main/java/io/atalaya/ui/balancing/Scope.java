package io.atalaya.ui.balancing;

/** What is on screen above the detail. */
enum Scope {
    /** Everything there is room for. */
    ALL,
    BALANCERS,
    GROUPS,
    TARGETS
}
