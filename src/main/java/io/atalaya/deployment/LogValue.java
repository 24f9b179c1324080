package io.atalaya.deployment;

import java.time.Instant;

/**
 * What a line of a log group says of something that no metric tells, as the version of a JVM (logs:FilterLogEvents).
 *
 * @param item for which item of the NOC's catalogue it was looked for
 * @param stream log stream, which usually names the host
 * @param text what the pattern found in the line: text of a log, shown as text
 * @param at when the line was written
 */
public record LogValue(String item, String logGroup, String stream, String text, Instant at) {}
