package io.atalaya.ui.common;

import io.atalaya.deployment.State;

/**
 * The shapes of the states as SVG paths in a box of 16 x 16, to be filled even-odd: what lies inside twice is a hole, so a
 * tick shows the ground behind it in every theme. The hollow form is what was last seen of a thing nobody has looked at since.
 */
public final class StateGlyphs {
    /** Side of the box in which the paths are drawn. */
    public static final double BOX = 16;

    /** A ring with a bar: not offered, not part of this deployment. Not a state. */
    public static final String NOT_OFFERED =
            "M8 1A7 7 0 1 1 8 15A7 7 0 1 1 8 1ZM8 2.2A5.8 5.8 0 1 1 8 13.8A5.8 5.8 0 1 1 8 2.2Z"
                    + "M3.4 4.4L4.4 3.4L12.6 11.6L11.6 12.6Z";

    private static final String DISC = "M8 1A7 7 0 1 1 8 15A7 7 0 1 1 8 1Z";
    private static final String OCTAGON = "M5.1 1L10.9 1L15 5.1L15 10.9L10.9 15L5.1 15L1 10.9L1 5.1Z";
    private static final String TRIANGLE =
            "M9.13 2.1L15.2 12.75Q16.2 14.6 14.1 14.6L1.9 14.6Q-.2 14.6 .8 12.75L6.87 2.1Q8 .3 9.13 2.1Z";

    private static final String HEALTHY = DISC + "M3.93 8.97L7.1 12.14L12.22 6.22L10.78 4.98L7 9.36L5.27 7.63Z";
    private static final String HEALTHY_HOLLOW = DISC + "M8 2.1A5.9 5.9 0 1 1 8 13.9A5.9 5.9 0 1 1 8 2.1Z"
            + "M4.54 8.66L7.23 11.35L11.59 6.33L10.61 5.47L7.17 9.45L5.46 7.74Z";
    private static final String DEGRADED =
            TRIANGLE + "M7.1 5.6L8.9 5.6L8.7 9.7L7.3 9.7ZM8 10.6A1 1 0 1 1 8 12.6A1 1 0 1 1 8 10.6Z";
    private static final String DEGRADED_HOLLOW = TRIANGLE
            + "M8.2 3.1L13.9 13.1Q14.05 13.4 13.7 13.4L2.3 13.4Q1.95 13.4 2.1 13.1L7.8 3.1Q8 2.8 8.2 3.1Z"
            + "M7.35 6.2L8.65 6.2L8.5 9.8L7.5 9.8ZM8 10.65A.85 .85 0 1 1 8 12.35A.85 .85 0 1 1 8 10.65Z";
    private static final String FAILED = OCTAGON + "M9.34 8L11.29 6.06L9.94 4.71L8 6.66L6.06 4.71L4.71 6.06L6.66 8"
            + "L4.71 9.94L6.06 11.29L8 9.34L9.94 11.29L11.29 9.94Z";
    private static final String FAILED_HOLLOW = OCTAGON
            + "M5.56 2.1L10.44 2.1L13.9 5.56L13.9 10.44L10.44 13.9L5.56 13.9L2.1 10.44L2.1 5.56Z"
            + "M8.92 8L10.72 6.2L9.8 5.28L8 7.08L6.2 5.28L5.28 6.2L7.08 8L5.28 9.8L6.2 10.72L8 8.92L9.8 10.72L10.72 9.8Z";
    private static final String UNKNOWN = "M6.42 1.18A7 7 0 0 1 9.58 1.18L9.24 2.64A5.5 5.5 0 0 0 6.76 2.64Z"
            + "M11.7 2.06A7 7 0 0 1 13.94 4.3L12.67 5.09A5.5 5.5 0 0 0 10.91 3.33Z"
            + "M14.82 6.42A7 7 0 0 1 14.82 9.58L13.36 9.24A5.5 5.5 0 0 0 13.36 6.76Z"
            + "M13.94 11.7A7 7 0 0 1 11.7 13.94L10.91 12.67A5.5 5.5 0 0 0 12.67 10.91Z"
            + "M9.58 14.82A7 7 0 0 1 6.42 14.82L6.76 13.36A5.5 5.5 0 0 0 9.24 13.36Z"
            + "M4.3 13.94A7 7 0 0 1 2.06 11.7L3.33 10.91A5.5 5.5 0 0 0 5.09 12.67Z"
            + "M1.18 9.58A7 7 0 0 1 1.18 6.42L2.64 6.76A5.5 5.5 0 0 0 2.64 9.24Z"
            + "M2.06 4.3A7 7 0 0 1 4.3 2.06L5.09 3.33A5.5 5.5 0 0 0 3.33 5.09Z"
            + "M8 6.7A1.3 1.3 0 1 1 8 9.3A1.3 1.3 0 1 1 8 6.7Z";
    private static final String HALF_RING = "M8 .7A7.3 7.3 0 0 1 8 15.3L8 12.4A4.4 4.4 0 0 0 8 3.6Z";
    private static final String HALF_RING_HOLLOW = "M8 1A7 7 0 0 1 8 15L8 13.2A5.2 5.2 0 0 0 8 2.8Z";
    private static final String RING = DISC + "M8 2.4A5.6 5.6 0 1 1 8 13.6A5.6 5.6 0 1 1 8 2.4Z";

    private StateGlyphs() {}

    /** The mark itself, in the colour of the state. */
    public static String mark(State state, boolean hollow) {
        return switch (state) {
            case HEALTHY -> hollow ? HEALTHY_HOLLOW : HEALTHY;
            case DEGRADED -> hollow ? DEGRADED_HOLLOW : DEGRADED;
            case FAILED -> hollow ? FAILED_HOLLOW : FAILED;
            case CHANGING -> hollow ? HALF_RING_HOLLOW : HALF_RING;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** What lies faint under the mark; empty for all but changing. */
    public static String ground(State state) {
        return state == State.CHANGING ? RING : "";
    }
}
