package io.atalaya.aws.logs;

import io.atalaya.logs.TailedGroup;
import org.jspecify.annotations.Nullable;

/** How log groups are named to CloudWatch Logs. */
final class GroupArn {
    private static final int ACCOUNT = 4;

    private GroupArn() {}

    /** Without the {@code :*} that DescribeLogGroups appends and no other call takes. */
    static String bare(String arn) {
        return arn.endsWith(":*") ? arn.substring(0, arn.length() - 2) : arn;
    }

    /** The name of a group in its ARN; of what is none, the text itself. */
    static String name(String arn) {
        int at = arn.indexOf(":log-group:");
        return bare(at < 0 ? arn : arn.substring(at + ":log-group:".length()));
    }

    static boolean isArn(String text) {
        return text.startsWith("arn:");
    }

    /** The account of an ARN; empty where it has none. */
    static String account(String arn) {
        var parts = arn.split(":", ACCOUNT + 2);
        return isArn(arn) && parts.length > ACCOUNT ? parts[ACCOUNT] : "";
    }

    /**
     * Whether a group must be named by its ARN: the name alone would mean the group of that name in the caller's own account.
     *
     * @param own the caller's account; null where it is not known
     */
    static boolean needsArn(TailedGroup group, @Nullable String own) {
        return isArn(group.arn()) && !account(group.arn()).equals(own);
    }
}
