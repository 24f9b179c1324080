package io.atalaya.sandbox.server.route;

import io.atalaya.sandbox.server.http.IncomingRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who signed a request and for what, from its Signature Version 4 Authorization header.
 *
 * @param accessKeyId the access key id
 * @param region the region the signature is for
 * @param signingName the service the signature is for
 */
public record CredentialScope(String accessKeyId, String region, String signingName) {
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256\\s.*?Credential=([^/,\\s]+)/\\d{8}/([^/,\\s]+)/([^/,\\s]+)/aws4_request.*");

    /** The scope of a signed request; empty for an unsigned one and for a bearer token. */
    public static Optional<CredentialScope> of(IncomingRequest request) {
        return request.header("authorization")
                .map(AUTHORIZATION::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> new CredentialScope(matcher.group(1), matcher.group(2), matcher.group(3)));
    }
}
