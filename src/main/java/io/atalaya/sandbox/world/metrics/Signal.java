package io.atalaya.sandbox.world.metrics;

/** A measured quantity as a function of time. */
@FunctionalInterface
public interface Signal {
    /**
     * What was measured in the slot that begins then; NaN when nobody measured.
     *
     * @param epochSecond UTC
     */
    double at(long epochSecond);

    /** This signal, silent whenever the condition does not hold. */
    default Signal when(Condition condition) {
        return t -> condition.holds(t) ? at(t) : Double.NaN;
    }

    /** Something that holds or not at a moment. */
    @FunctionalInterface
    interface Condition {
        boolean holds(long epochSecond);
    }
}
