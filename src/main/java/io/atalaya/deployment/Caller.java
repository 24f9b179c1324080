package io.atalaya.deployment;

import org.jspecify.annotations.Nullable;

/**
 * Who asks, as sts:GetCallerIdentity said.
 *
 * @param account 12 digits
 * @param alias of the account; null where iam:ListAccountAliases was denied or there is none
 */
public record Caller(
        String account, String arn, String userId, @Nullable String alias) {
    /** {@code aws}, {@code aws-cn}, {@code aws-us-gov}: second field of the ARN. */
    public String partition() {
        var fields = arn.split(":", 3);
        return fields.length > 2 ? fields[1] : "aws";
    }
}
