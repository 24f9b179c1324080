package io.atalaya.noc.probe;

import java.time.Duration;

/** How long each step of a probe may take, and all of them together. */
public record Patience(Duration name, Duration connect, Duration handshake, Duration answer, Duration all) {
    /** Five seconds in all: less than the cadence, more than a host that is well takes from anywhere. */
    public static final Patience USUAL = new Patience(
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofSeconds(3),
            Duration.ofSeconds(4),
            Duration.ofSeconds(5));
}
