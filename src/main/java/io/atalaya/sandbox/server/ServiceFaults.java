package io.atalaya.sandbox.server;

import io.atalaya.sandbox.server.codec.Protocol;
import io.atalaya.sandbox.server.route.AwsService;

/** The same refusal in every service's own words: codes and status decide what the SDK throws and whether it retries. */
final class ServiceFaults {
    private static final String INVALID_TOKEN = "The security token included in the request is invalid.";
    private static final String EXPIRED_TOKEN = "The security token included in the request is expired";

    private ServiceFaults() {}

    static WireFault throttled(AwsService service) {
        return switch (service) {
            case EC2 -> new WireFault(503, "RequestLimitExceeded", "Request limit exceeded.");
            case EFS -> new WireFault(429, "ThrottlingException", "Rate exceeded");
            case SSO, SSO_OIDC -> new WireFault(429, "TooManyRequestsException", "HTTP 429 Unknown Code");
            case LOGS, ACM, CLOUDTRAIL -> new WireFault(400, "ThrottlingException", "Rate exceeded");
            default -> new WireFault(400, "Throttling", "Rate exceeded");
        };
    }

    static WireFault serverError(AwsService service, int status) {
        String message = "An internal error has occurred";
        if (status == 503) {
            String code = service == AwsService.EC2 ? "Unavailable" : "ServiceUnavailable";
            return new WireFault(status, code, "The service is unavailable. Please try again shortly.");
        }
        return switch (service.protocol()) {
            case EC2_QUERY -> new WireFault(status, "InternalError", message);
            case JSON, REST_JSON, RPC_CBOR -> new WireFault(status, "InternalServerError", message);
            case QUERY, REST_XML -> new WireFault(status, "InternalFailure", message);
        };
    }

    static WireFault unknownKey(AwsService service) {
        return switch (service.protocol()) {
            case EC2_QUERY ->
                new WireFault(401, "AuthFailure", "AWS was not able to validate the provided access credentials");
            case JSON -> new WireFault(400, "UnrecognizedClientException", INVALID_TOKEN);
            case REST_JSON, RPC_CBOR -> new WireFault(403, "UnrecognizedClientException", INVALID_TOKEN);
            case QUERY, REST_XML -> new WireFault(403, "InvalidClientTokenId", INVALID_TOKEN);
        };
    }

    static WireFault expiredKey(AwsService service) {
        return switch (service.protocol()) {
            case EC2_QUERY -> new WireFault(400, "RequestExpired", "Request has expired.");
            case JSON -> new WireFault(400, "ExpiredTokenException", EXPIRED_TOKEN);
            case REST_JSON, RPC_CBOR -> new WireFault(403, "ExpiredTokenException", EXPIRED_TOKEN);
            case QUERY, REST_XML -> new WireFault(403, "ExpiredToken", EXPIRED_TOKEN);
        };
    }

    static WireFault unsigned(AwsService service) {
        return switch (service.protocol()) {
            case EC2_QUERY, QUERY, REST_XML ->
                new WireFault(403, "MissingAuthenticationToken", "Request is missing Authentication Token");
            case JSON, REST_JSON, RPC_CBOR ->
                new WireFault(403, "MissingAuthenticationTokenException", "Missing Authentication Token");
        };
    }

    /** @param detail which time lies how far off, as AWS words it */
    static WireFault skewed(AwsService service, String detail) {
        return switch (service.protocol()) {
            case EC2_QUERY -> new WireFault(400, "RequestExpired", "Request has expired. " + detail);
            case JSON -> new WireFault(400, "InvalidSignatureException", detail);
            case REST_JSON, RPC_CBOR -> new WireFault(403, "InvalidSignatureException", detail);
            case QUERY, REST_XML -> new WireFault(403, "SignatureDoesNotMatch", detail);
        };
    }

    static WireFault denied(AwsService service, String operation, String principalArn, String resource) {
        String action = service.iamPrefix() + ':' + operation;
        String why = "User: " + principalArn + " is not authorized to perform: " + action + " on resource: " + resource
                + " because no identity-based policy allows the " + action + " action";
        return switch (service.protocol()) {
            case EC2_QUERY ->
                new WireFault(403, "UnauthorizedOperation", "You are not authorized to perform this operation. " + why);
            case JSON -> new WireFault(400, "AccessDeniedException", why);
            case REST_JSON, RPC_CBOR -> new WireFault(403, "AccessDeniedException", why);
            case QUERY, REST_XML -> new WireFault(403, "AccessDenied", why);
        };
    }

    static WireFault unsupported(String operation) {
        return new WireFault(400, "UnsupportedOperation", "The operation " + operation + " is not supported.");
    }

    static WireFault unknownOperation(Protocol protocol, String operation) {
        return switch (protocol) {
            case EC2_QUERY, QUERY ->
                operation.isEmpty()
                        ? new WireFault(400, "MissingAction", "No action was supplied with this request")
                        : new WireFault(
                                400,
                                "InvalidAction",
                                "The action " + operation + " is not valid for this web service.");
            case JSON -> new WireFault(400, "UnknownOperationException", "");
            case REST_JSON, REST_XML, RPC_CBOR -> new WireFault(404, "UnknownOperationException", "");
        };
    }

    static WireFault malformed(Protocol protocol, String message) {
        return switch (protocol) {
            case EC2_QUERY, QUERY -> new WireFault(400, "InvalidParameterValue", message);
            case JSON, REST_JSON, RPC_CBOR -> new WireFault(400, "SerializationException", message);
            case REST_XML -> new WireFault(400, "InvalidInput", message);
        };
    }
}
