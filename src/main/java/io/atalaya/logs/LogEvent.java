package io.atalaya.logs;

/**
 * One event as CloudWatch Logs told it. Two events with the same group, stream, times and message are two, if CloudWatch Logs
 * has both: they are counted, not made one.
 *
 * @param group the group's ARN without {@code :*}, or its name where no ARN is known
 * @param stream the stream's name
 * @param timestamp when it happened as its writer says, milliseconds since the epoch; may lie in the future
 * @param ingested when CloudWatch Logs had it, milliseconds since the epoch
 * @param message as it came, of any length and content
 */
public record LogEvent(String group, String stream, long timestamp, long ingested, String message) {}
