package io.atalaya.noc.desk;

import java.time.Instant;

/**
 * Somebody knows.
 *
 * @param severity the worst that the person saw: what is worse is not acknowledged
 */
public record Acknowledgement(String by, Instant at, Severity severity) {}
