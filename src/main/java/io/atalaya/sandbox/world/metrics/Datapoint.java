package io.atalaya.sandbox.world.metrics;

import java.time.Instant;

/** A statistic over one period. */
public record Datapoint(Instant at, double value) {}
