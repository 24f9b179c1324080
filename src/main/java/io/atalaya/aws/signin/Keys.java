package io.atalaya.aws.signin;

import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileProperty;

/** Access keys that lie in a profile. */
final class Keys {
    private Keys() {}

    /** Empty unless both halves are there. */
    static Optional<CredentialSource> of(Profile profile) {
        return CredentialPlanner.text(profile, ProfileProperty.AWS_ACCESS_KEY_ID)
                .flatMap(id -> CredentialPlanner.text(profile, ProfileProperty.AWS_SECRET_ACCESS_KEY)
                        .map(secret -> new CredentialSource.Keys(
                                profile.name(),
                                credentials(
                                        id,
                                        secret,
                                        CredentialPlanner.text(profile, ProfileProperty.AWS_SESSION_TOKEN)))));
    }

    /** Which half is missing, when one is there. */
    static Optional<String> missing(Profile profile) {
        var id = CredentialPlanner.text(profile, ProfileProperty.AWS_ACCESS_KEY_ID)
                .isPresent();
        var secret = CredentialPlanner.text(profile, ProfileProperty.AWS_SECRET_ACCESS_KEY)
                .isPresent();
        if (id == secret) {
            return Optional.empty();
        }
        return Optional.of((id ? "aws_secret_access_key" : "aws_access_key_id") + " is missing beside "
                + (id ? "aws_access_key_id" : "aws_secret_access_key"));
    }

    static AwsCredentials credentials(String id, String secret, Optional<String> token) {
        return token.<AwsCredentials>map(each -> AwsSessionCredentials.create(id, secret, each))
                .orElseGet(() -> AwsBasicCredentials.create(id, secret));
    }
}
