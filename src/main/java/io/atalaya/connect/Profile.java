package io.atalaya.connect;

import io.atalaya.deployment.Problem;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One profile of the AWS CLI's files, or the environment's credentials. Holds no secret.
 *
 * @param name as {@code --profile} takes it; {@link #ENVIRONMENT} for the environment
 * @param region null where the files name none
 * @param account 12 digits, where the files show it (role ARN, {@code sso_account_id}, {@code aws_account_id}); null otherwise
 * @param roleArn of {@code role_arn}; null without
 * @param roleName the permission set of IAM Identity Center; null otherwise
 * @param mfaSerial ARN or serial of the device; null without
 * @param sourceProfile whose credentials assume the role; null without
 * @param endpointUrl {@code endpoint_url} for all services; null without
 * @param problem why it cannot be used as the files stand; null when it can
 */
public record Profile(
        String name,
        SignInMethod method,
        @Nullable String region,
        @Nullable String account,
        @Nullable String roleArn,
        @Nullable String roleName,
        @Nullable String mfaSerial,
        @Nullable String sourceProfile,
        @Nullable URI endpointUrl,
        CredentialHint credentials,
        @Nullable Problem problem) {
    /** The name of the entry that stands for the credentials in the environment. */
    public static final String ENVIRONMENT = "(environment)";
}
