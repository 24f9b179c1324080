package io.atalaya.connect;

/** How a profile gets its credentials; the ways of the AWS CLI. */
public enum SignInMethod {
    /** {@code aws_access_key_id} and {@code aws_secret_access_key}. */
    ACCESS_KEY,
    /** An access key with {@code aws_session_token}: it ends, and nobody but its maker can renew it. */
    SESSION_KEY,
    /** {@code role_arn}, assumed with the credentials of another profile or of the environment. */
    ROLE,
    /** {@code role_arn} and {@code mfa_serial}: a person types a code. */
    ROLE_MFA,
    /** {@code sso_session}, or the older {@code sso_start_url}: a person approves in the browser. */
    IDENTITY_CENTER,
    /** {@code credential_process}: a program prints them. */
    PROCESS,
    /** {@code web_identity_token_file} and {@code role_arn}. */
    WEB_IDENTITY,
    /** {@code AWS_ACCESS_KEY_ID} of this process. */
    ENVIRONMENT,
    /** The metadata service of the instance or container this runs on. */
    METADATA,
    /** The local AWS of this program. */
    SANDBOX,
    /** The profile exists and says nothing about credentials. */
    NONE
}
