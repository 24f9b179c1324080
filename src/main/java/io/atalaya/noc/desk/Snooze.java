package io.atalaya.noc.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Put aside for a while.
 *
 * @param until when it comes back; null when it was taken back
 * @param severity what it was when it was put aside: it comes back at once when worse
 */
public record Snooze(@Nullable Instant until, Severity severity) {}
