package io.atalaya.aws.signin;

import io.atalaya.connect.Profile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What the environment of this process gives. */
record EnvironmentCredentials(Map<String, String> env, Path home) {
    /** {@code AWS_ACCESS_KEY_ID} and its companions. */
    Optional<CredentialSource> keys() {
        return value("AWS_ACCESS_KEY_ID").flatMap(id -> value("AWS_SECRET_ACCESS_KEY")
                .map(secret -> new CredentialSource.Keys(
                        Profile.ENVIRONMENT, Keys.credentials(id, secret, value("AWS_SESSION_TOKEN")))));
    }

    /** {@code AWS_WEB_IDENTITY_TOKEN_FILE} with {@code AWS_ROLE_ARN}. */
    Optional<CredentialSource> webIdentity() {
        return value("AWS_WEB_IDENTITY_TOKEN_FILE").flatMap(file -> value("AWS_ROLE_ARN")
                .map(role -> new CredentialSource.WebIdentity(
                        Profile.ENVIRONMENT,
                        AwsFiles.expand(file, home),
                        new CredentialSource.RoleSettings(
                                role,
                                null,
                                null,
                                null,
                                value("AWS_ROLE_SESSION_NAME").orElse(null)))));
    }

    /** The container's credentials, where this runs in one. */
    Optional<CredentialSource> container(String profile) {
        return value("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")
                .or(() -> value("AWS_CONTAINER_CREDENTIALS_FULL_URI"))
                .map(uri -> new CredentialSource.Metadata(profile, true));
    }

    /** The instance's credentials; whether this is an instance is known when they are asked for. */
    Optional<CredentialSource> instance(String profile) {
        return value("AWS_EC2_METADATA_DISABLED")
                        .filter("true"::equalsIgnoreCase)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(new CredentialSource.Metadata(profile, false));
    }

    /** What a profile's {@code credential_source} names. */
    Optional<CredentialSource> named(String credentialSource, String profile) {
        return switch (credentialSource) {
            case "Environment" -> keys();
            case "Ec2InstanceMetadata" -> instance(profile);
            case "EcsContainer" -> container(profile);
            default -> Optional.empty();
        };
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(env.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Not the environment: it may hold a secret key. */
    @Override
    public String toString() {
        return "EnvironmentCredentials";
    }
}
