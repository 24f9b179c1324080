package io.atalaya.watch;

/**
 * What AWS allows an account in one region.
 *
 * @param bucket the calls that share it: one API, or a family such as {@code route53:*}
 * @param perSecond calls a second that go on for ever
 * @param burst calls at once after a rest
 */
public record Quota(String bucket, double perSecond, double burst) {}
