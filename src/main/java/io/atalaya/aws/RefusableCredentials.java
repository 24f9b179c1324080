package io.atalaya.aws;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Credentials that want to know when AWS calls them expired before their time. */
public interface RefusableCredentials extends AwsCredentialsProvider {
    /** @param accessKeyId which were refused; newer ones may have come since */
    void refused(String accessKeyId);
}
