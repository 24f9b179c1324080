package io.atalaya.sandbox.server.route;

import io.atalaya.sandbox.server.codec.Protocol;
import io.atalaya.sandbox.server.http.IncomingRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds service and operation of a request, as AWS's front door does: the service from the signature's scope, because all
 * services share one address here; the operation from Action, X-Amz-Target or method and path.
 */
public final class ServiceRouter {
    private static final Pattern RPC_PATH = Pattern.compile("/service/[^/]+/operation/([A-Za-z0-9]+)");

    /** How targets of CloudWatch Logs, the one service that knows only JSON, begin; its version follows. */
    private static final String TARGETS = "Logs_";

    private ServiceRouter() {}

    /**
     * The route of a request; empty when it is for no service the sandbox knows.
     *
     * @param scope the signature's scope; null for unsigned requests, which only STS (web identity, SAML) and the Identity
     *     Center services accept, but which the others refuse in their own words
     */
    public static Optional<Route> route(IncomingRequest request, @Nullable CredentialScope scope) {
        return scope == null
                ? unsigned(request)
                : service(request, scope.signingName()).map(service -> routeIn(service, request));
    }

    private static Optional<AwsService> service(IncomingRequest request, String signingName) {
        List<AwsService> candidates = Arrays.stream(AwsService.values())
                .filter(service -> service.signingName().equals(signingName))
                .toList();
        String version = request.parameter("Version").orElse("");
        return candidates.stream()
                .filter(service ->
                        candidates.size() == 1 || service.apiVersion().equals(version))
                .findFirst();
    }

    private static Route routeIn(AwsService service, IncomingRequest request) {
        return switch (protocol(service, request)) {
            case EC2_QUERY -> named(service, Protocol.EC2_QUERY, request.parameter("Action"));
            case QUERY -> named(service, Protocol.QUERY, request.parameter("Action"));
            case JSON ->
                named(service, Protocol.JSON, request.header("x-amz-target").map(ServiceRouter::afterDot));
            case RPC_CBOR -> {
                var path = RPC_PATH.matcher(request.rawPath());
                yield named(service, Protocol.RPC_CBOR, path.matches() ? Optional.of(path.group(1)) : Optional.empty());
            }
            case REST_JSON, REST_XML ->
                rest(service, request).orElse(named(service, service.protocol(), Optional.empty()));
        };
    }

    /** CloudWatch is spoken to in three ways; which one, the request itself says. */
    private static Protocol protocol(AwsService service, IncomingRequest request) {
        if (request.header("smithy-protocol").orElse("").equals("rpc-v2-cbor")) {
            return Protocol.RPC_CBOR;
        }
        return request.header("x-amz-target").isPresent() ? Protocol.JSON : service.protocol();
    }

    private static Optional<Route> unsigned(IncomingRequest request) {
        String version = request.parameter("Version").orElse("");
        String target = request.header("x-amz-target").orElse("");
        Optional<Route> named = Arrays.stream(AwsService.values())
                .filter(service -> service.protocol() == Protocol.JSON
                        ? target.startsWith(TARGETS + service.apiVersion().replace("-", "") + '.')
                        : service.apiVersion().equals(version))
                .map(service -> routeIn(service, request))
                .findFirst();
        return named.or(() -> Arrays.stream(AwsService.values())
                .flatMap(service -> rest(service, request).stream())
                .findFirst());
    }

    private static Optional<Route> rest(AwsService service, IncomingRequest request) {
        return RestRoutes.of(service).stream()
                .flatMap(route -> route.match(request.method(), request.rawPath()).stream()
                        .map(variables -> new Route(service, service.protocol(), route.operation(), variables)))
                .findFirst();
    }

    private static Route named(AwsService service, Protocol protocol, Optional<String> operation) {
        return new Route(service, protocol, operation.orElse(""), Map.of());
    }

    private static String afterDot(String target) {
        return target.substring(target.lastIndexOf('.') + 1);
    }
}
