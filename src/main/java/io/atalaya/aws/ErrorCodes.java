package io.atalaya.aws;

import io.atalaya.deployment.Problem.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What AWS's error codes mean; the same thing has another name in almost every service. */
final class ErrorCodes {
    private static final Map<String, Kind> KINDS = kinds();

    private ErrorCodes() {}

    static Optional<Kind> kind(@Nullable String code) {
        if (code == null || code.isEmpty()) {
            return Optional.empty();
        }
        var plain = code.startsWith("Client.") ? code.substring("Client.".length()) : code;
        var known = KINDS.get(plain);
        if (known != null) {
            return Optional.of(known);
        }
        return isNotFound(plain) ? Optional.of(Kind.NOT_FOUND) : Optional.empty();
    }

    static boolean isThrottling(AwsServiceException failure) {
        var details = failure.awsErrorDetails();
        return failure.isThrottlingException()
                || (details != null
                        && kind(details.errorCode())
                                .filter(Kind.THROTTLED::equals)
                                .isPresent());
    }

    /** Codes by which an endpoint says that it does not know an operation; AWS itself uses some of them for other things. */
    static boolean saysUnknownOperation(@Nullable String code) {
        return code != null
                && Set.of(
                                "UnsupportedOperation",
                                "UnsupportedOperationException",
                                "InvalidAction",
                                "UnknownOperation",
                                "UnknownOperationException",
                                "NotImplemented",
                                "NotImplementedException",
                                "NotImplementedError",
                                "UnknownService",
                                "InternalFailure")
                        .contains(code);
    }

    private static boolean isNotFound(String code) {
        return code.endsWith("NotFound")
                || code.endsWith("NotFoundException")
                || code.endsWith("NotFoundFault")
                || code.endsWith(".NotFound")
                || code.startsWith("NoSuch");
    }

    private static Map<String, Kind> kinds() {
        var kinds = new HashMap<String, Kind>();
        put(
                kinds,
                Kind.THROTTLED,
                "Throttling",
                "ThrottlingException",
                "ThrottledException",
                "RequestThrottled",
                "RequestThrottledException",
                "RequestLimitExceeded",
                "TooManyRequestsException",
                "BandwidthLimitExceeded",
                "EC2ThrottledException",
                "PriorRequestNotComplete",
                "SlowDown");
        put(
                kinds,
                Kind.DENIED,
                "AccessDenied",
                "AccessDeniedException",
                "AccessDeniedFault",
                "UnauthorizedOperation",
                "UnauthorizedException",
                "AuthorizationError",
                "AuthorizationErrorException",
                "NotAuthorized",
                "NotAuthorizedException",
                "OperationNotPermitted",
                "OptInRequired",
                "ForbiddenException");
        put(
                kinds,
                Kind.EXPIRED,
                "ExpiredToken",
                "ExpiredTokenException",
                "ExpiredTokenId",
                "RequestExpired",
                "TokenRefreshRequired");
        put(
                kinds,
                Kind.INVALID_CREDENTIALS,
                "InvalidClientTokenId",
                "UnrecognizedClientException",
                "InvalidAccessKeyId",
                "AuthFailure",
                "InvalidToken",
                "SignatureDoesNotMatch",
                "InvalidSignatureException",
                "IncompleteSignature",
                "IncompleteSignatureException",
                "InvalidGrantException",
                "InvalidIdentityToken");
        put(
                kinds,
                Kind.NO_CREDENTIALS,
                "MissingAuthenticationToken",
                "MissingAuthenticationTokenException",
                "MissingAuthenticationToken Exception");
        put(kinds, Kind.CLOCK_SKEW, "RequestTimeTooSkewed", "RequestInTheFuture");
        return Map.copyOf(kinds);
    }

    private static void put(Map<String, Kind> kinds, Kind kind, String... codes) {
        for (var code : codes) {
            kinds.put(code, kind);
        }
    }
}
