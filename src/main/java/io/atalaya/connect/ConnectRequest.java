package io.atalaya.connect;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What to connect to, in the AWS CLI's words.
 *
 * @param profile {@code --profile}; null for what the AWS CLI would use without it (environment, AWS_PROFILE, default)
 * @param region {@code --region}; null for the profile's
 * @param endpointUrl {@code --endpoint-url}; null for the profile's, or AWS
 * @param sandbox the name of a deployment of the sandbox; null for anything else
 */
public record ConnectRequest(
        @Nullable String profile,
        @Nullable String region,
        @Nullable URI endpointUrl,
        @Nullable String sandbox) {
    /** What the AWS CLI would use without options. */
    public static ConnectRequest unnamed() {
        return new ConnectRequest(null, null, null, null);
    }

    public static ConnectRequest profile(String name) {
        return new ConnectRequest(name, null, null, null);
    }

    public static ConnectRequest sandbox(String name) {
        return new ConnectRequest(null, null, null, name);
    }

    public ConnectRequest in(@Nullable String region) {
        return new ConnectRequest(profile, region, endpointUrl, sandbox);
    }

    public ConnectRequest at(@Nullable URI endpointUrl) {
        return new ConnectRequest(profile, region, endpointUrl, sandbox);
    }
}
