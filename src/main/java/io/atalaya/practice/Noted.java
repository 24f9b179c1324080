package io.atalaya.practice;

import java.time.Instant;

/**
 * A change this console saw without calling attention to it.
 *
 * @param resource id or ARN
 * @param text in AWS's words: {@code AvailabilityZone us-east-1a → us-east-1d}
 */
public record Noted(Instant at, String resource, String text) {}
