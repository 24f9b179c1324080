package io.atalaya.app;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asked for, in the AWS CLI's words.
 *
 * @param profile of the shared config file; null for the environment's or the default
 * @param region null for the profile's or the environment's
 * @param endpointUrl another AWS than AWS's own; null for AWS
 * @param sandbox the name of a simulated deployment; null for none
 */
public record StartOptions(
        @Nullable String profile,
        @Nullable String region,
        @Nullable URI endpointUrl,
        @Nullable String sandbox) {

    /** The deployment a first start opens: no account is needed for it. */
    public static final String DEFAULT_SANDBOX = "checkop";

    /** Whether nothing was asked for, so that the sandbox is opened. */
    public boolean isEmpty() {
        return profile == null && region == null && endpointUrl == null && sandbox == null;
    }
}
