package io.atalaya.noc.history;

import java.time.Duration;
import java.time.Instant;

/**
 * What was measured within a minute or within five.
 *
 * @param at its beginning
 * @param length of it: a minute, or five where the minutes are not kept any more
 * @param values how many minutes of it have a value
 */
public record Span(Instant at, Duration length, double min, double average, double max, int values) {}
