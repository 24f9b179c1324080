package io.atalaya.deployment;

import java.time.Instant;

/**
 * One value of a metric; the time is the start of its period.
 */
public record MetricPoint(Instant at, double value) {}
