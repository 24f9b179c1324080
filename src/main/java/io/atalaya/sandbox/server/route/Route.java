package io.atalaya.sandbox.server.route;

import io.atalaya.sandbox.server.codec.Protocol;
import java.util.Map;

/**
 * Where a request leads.
 *
 * @param service the service it is for
 * @param protocol the protocol it speaks, which may differ from the service's usual one
 * @param operation the wire name; empty when the request names none
 * @param pathParameters the values of a REST route's variables, unescaped
 */
public record Route(AwsService service, Protocol protocol, String operation, Map<String, String> pathParameters) {
    public Route {
        pathParameters = Map.copyOf(pathParameters);
    }
}
