package io.atalaya.deployment.topology;

/** The six columns, in the direction in which a request goes. */
public enum Layer {
    DNS,
    BALANCERS,
    LISTENERS,
    TARGET_GROUPS,
    TARGETS,
    DATA
}
