package io.atalaya.sandbox;

import io.atalaya.sandbox.world.Story;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How to start a sandbox. {@link #defaults()} is what a first start of the console wants; tests take {@link #calm} or
 * {@link #incident} with a clock of their own.
 *
 * @param deployment one of {@link Deployments#names()}
 * @param seed everything that looks like chance comes from it
 * @param clock simulated time
 * @param sessionLife how long the credentials last that the sandbox gives its own caller
 * @param port 0 for one the system chooses
 */
public record SandboxOptions(
        String deployment, long seed, Story story, InstantSource clock, Duration sessionLife, int port) {
    /** CheckOP in real time, with trouble every twenty minutes, on a free port. */
    public static SandboxOptions defaults() {
        return new SandboxOptions("checkop", 7, Story.REPEATING, InstantSource.system(), Duration.ofHours(12), 0);
    }

    /** Nothing goes wrong. */
    public static SandboxOptions calm(InstantSource clock) {
        return defaults().withStory(Story.CALM).withClock(clock);
    }

    /** AUTOChOp in us-east-1d does not answer, from the first moment on and for good. */
    public static SandboxOptions incident(InstantSource clock) {
        return defaults().withStory(Story.INCIDENT).withClock(clock);
    }

    public SandboxOptions withDeployment(String name) {
        return new SandboxOptions(name, seed, story, clock, sessionLife, port);
    }

    public SandboxOptions withSeed(long other) {
        return new SandboxOptions(deployment, other, story, clock, sessionLife, port);
    }

    public SandboxOptions withStory(Story other) {
        return new SandboxOptions(deployment, seed, other, clock, sessionLife, port);
    }

    public SandboxOptions withClock(InstantSource other) {
        return new SandboxOptions(deployment, seed, story, other, sessionLife, port);
    }

    public SandboxOptions withSessionLife(Duration other) {
        return new SandboxOptions(deployment, seed, story, clock, other, port);
    }

    public SandboxOptions withPort(int other) {
        return new SandboxOptions(deployment, seed, story, clock, sessionLife, other);
    }
}
