package io.atalaya.connect;

import java.net.URI;

/**
 * A sandbox that runs: where, and the key it takes.
 *
 * @param name of the deployment
 * @param accessKeyId of the sandbox only
 * @param secretAccessKey opens nothing but a server on 127.0.0.1; kept out of {@link #toString} by habit
 */
public record LocalAws(String name, URI endpoint, String region, String accessKeyId, String secretAccessKey) {
    @Override
    public String toString() {
        return "LocalAws[" + name + ", " + endpoint + ", " + region + "]";
    }
}
