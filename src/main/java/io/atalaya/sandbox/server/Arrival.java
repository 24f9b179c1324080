package io.atalaya.sandbox.server;

import io.atalaya.sandbox.server.http.IncomingRequest;
import io.atalaya.sandbox.server.route.AwsService;
import io.atalaya.sandbox.server.route.CredentialScope;
import io.atalaya.sandbox.server.route.Route;
import org.jspecify.annotations.Nullable;

/**
 * A request that found its way to a service.
 *
 * @param scope who signed it; null for unsigned requests
 */
record Arrival(
        IncomingRequest request, Route route, @Nullable CredentialScope scope) {
    /** What the SDK takes an unsigned call to be in; such calls name no region. */
    private static final String DEFAULT_REGION = "us-east-1";

    AwsService service() {
        return route.service();
    }

    String operation() {
        return route.operation();
    }

    /** Empty for unsigned requests. */
    String accessKeyId() {
        return scope == null ? "" : scope.accessKeyId();
    }

    String region() {
        return scope == null ? DEFAULT_REGION : scope.region();
    }
}
