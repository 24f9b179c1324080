package io.atalaya.logs;

/** @param group ARN of the log group, as in {@link LogEvent} */
public record StreamName(String group, String stream) {}
