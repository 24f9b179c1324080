package io.atalaya.connect;

/**
 * A region of AWS.
 *
 * @param id {@code us-east-1}
 * @param name AWS's name for it, {@code US East (N. Virginia)}
 * @param partition {@code aws}, {@code aws-cn} ...
 */
public record AwsRegion(String id, String name, String partition) {
    /** The place alone, {@code N. Virginia}; the whole name where it has no brackets. */
    public String place() {
        var open = name.indexOf('(');
        var close = name.lastIndexOf(')');
        return open >= 0 && close > open ? name.substring(open + 1, close) : name;
    }
}
