package io.atalaya.noc.history;

import java.time.Instant;

/**
 * One value to keep.
 *
 * @param series what it is of: {@code cpu instance i-1}
 * @param at is kept to the minute; the last value of a minute stands
 */
public record Sample(String series, Instant at, double value) {}
