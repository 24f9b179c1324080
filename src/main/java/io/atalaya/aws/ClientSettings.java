package io.atalaya.aws;

import java.time.Duration;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * What all clients of a connection have in common.
 *
 * @param profileFile what the SDK may read besides (FIPS, dual stack); never the files it would find by itself
 * @param profile the name in it
 * @param call the longest a call may take with its retries
 * @param attempt the longest one request may take; a page of a thousand instances takes half a second
 * @param attempts how often a request is sent at most, counting the first time; between two the SDK waits up to seconds
 */
public record ClientSettings(
        String region,
        Endpoints endpoints,
        ProfileFile profileFile,
        String profile,
        Duration call,
        Duration attempt,
        int attempts) {
    public static ClientSettings of(String region, Endpoints endpoints) {
        return new ClientSettings(
                region,
                endpoints,
                ProfileFile.aggregator().build(),
                "default",
                Duration.ofSeconds(60),
                Duration.ofSeconds(20),
                3);
    }

    public ClientSettings in(String otherRegion) {
        return new ClientSettings(otherRegion, endpoints, profileFile, profile, call, attempt, attempts);
    }

    public ClientSettings withProfile(ProfileFile file, String name) {
        return new ClientSettings(region, endpoints, file, name, call, attempt, attempts);
    }

    public ClientSettings withTimeouts(Duration newCall, Duration newAttempt) {
        return new ClientSettings(region, endpoints, profileFile, profile, newCall, newAttempt, attempts);
    }

    public ClientSettings withAttempts(int newAttempts) {
        return new ClientSettings(region, endpoints, profileFile, profile, call, attempt, newAttempts);
    }
}
