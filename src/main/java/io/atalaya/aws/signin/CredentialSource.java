package io.atalaya.aws.signin;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** Where credentials come from: what the files say, resolved, before anybody was asked. */
sealed interface CredentialSource {
    /** The profile that says so. */
    String profile();

    /** A key that lies in a file or in the environment. The SDK's class keeps its secret out of {@code toString}. */
    record Keys(String profile, AwsCredentials credentials) implements CredentialSource {}

    /** A role, assumed with what {@code base} gives. */
    record Role(String profile, CredentialSource base, RoleSettings settings) implements CredentialSource {}

    /** A permission set of IAM Identity Center. */
    record IdentityCenter(String profile, SsoSettings sso, String account, String role) implements CredentialSource {}

    /** A program that prints credentials. */
    record Program(String profile, String command) implements CredentialSource {
        /** Arguments may hold secrets: only the program is shown. */
        @Override
        public String toString() {
            return "Program[" + profile + "]";
        }
    }

    /** A role for whoever holds the token in a file. */
    record WebIdentity(String profile, Path tokenFile, RoleSettings settings) implements CredentialSource {}

    /** The metadata service of the instance, or of the container, this runs on. */
    record Metadata(String profile, boolean container) implements CredentialSource {}

    /** The sandbox of this program. */
    record Local(String profile) implements CredentialSource {}

    /**
     * @param durationSeconds null for AWS's hour
     * @param sessionName null for one of our own
     */
    record RoleSettings(
            String roleArn,
            @Nullable String externalId,
            @Nullable String mfaSerial,
            @Nullable Integer durationSeconds,
            @Nullable String sessionName) {}

    /**
     * @param cacheKey what the AWS CLI names its token file after: the session's name, or the start URL of the older form
     * @param scopes empty for the older form, whose tokens cannot be refreshed
     */
    record SsoSettings(String startUrl, String region, String cacheKey, List<String> scopes) {
        public SsoSettings {
            scopes = List.copyOf(scopes);
        }
    }
}
