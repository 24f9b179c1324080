package io.atalaya.logs.tail;

import io.atalaya.deployment.Problem;

/** How much slower than it would like a reader goes: twice as slow with each refusal for the rate, then slowly back. */
final class Pace {
    private static final double SLOWEST = 8;
    private static final double QUICKER = 0.75;

    private double factor = 1;

    synchronized void failed(Problem problem) {
        if (problem.kind() == Problem.Kind.THROTTLED) {
            factor = Math.min(SLOWEST, 2 * factor);
        }
    }

    synchronized void answered() {
        factor = Math.max(1, QUICKER * factor);
    }

    synchronized double factor() {
        return factor;
    }
}
