package io.atalaya.connect;

import java.time.Instant;

/**
 * A call the write gate did not let out.
 *
 * @param call as IAM names it
 * @param reason why: not on the read list, or what was wrong with its approval
 */
public record Veto(String call, String reason, Instant at) {}
