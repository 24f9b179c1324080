package io.atalaya.practice;

/** What came of wanting to start an exercise. */
public sealed interface Outcome {
    /** It runs. */
    record Started() implements Outcome {}

    /** Another one runs, or what it broke has not healed. */
    record Busy(String exercise) implements Outcome {}

    /** The deployment has nothing for it. */
    record Unfit(String lack) implements Outcome {}
}
