package io.atalaya.logs.insights;

/**
 * What a query has done so far.
 *
 * @param matched events that the query matched
 * @param scanned events that were looked at
 * @param bytes of these: what is billed
 */
public record Statistics(double matched, double scanned, double bytes) {
    public static final Statistics NONE = new Statistics(0, 0, 0);
}
