package io.atalaya.sandbox.scenario;

/** What came of wanting to start one. */
public sealed interface Start {
    /** It runs. */
    record Started(Course course) implements Start {}

    /** Another one runs, or its consequences are not over: whose doing a thing was must stay clear. */
    record Busy(String scenario) implements Start {}

    /** The deployment has nothing for it. */
    record Unfit(Lack lack) implements Start {}
}
