package io.atalaya.sandbox.world.logs;

/**
 * One log event.
 *
 * @param millis when it happened, since the epoch
 * @param ingested when CloudWatch Logs had it: until then nobody can read it
 * @param id unique over all groups
 */
public record LogLine(String group, String stream, long millis, long ingested, String id, String message) {}
