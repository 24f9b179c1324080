package io.atalaya.sandbox.server;

import io.atalaya.sandbox.server.route.AwsService;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Registered operations by service and wire name. The service is known by the package of the request class, which tells
 * classic from v2 balancers.
 */
final class OperationIndex {
    private final Map<String, OperationRegistry.Registered<?, ?>> byName = new HashMap<>();

    OperationIndex(OperationRegistry registry) {
        for (var operation : registry.all()) {
            byName.put(key(operation.requestType().getPackageName(), operation.wireName()), operation);
        }
    }

    Optional<OperationRegistry.Registered<?, ?>> find(AwsService service, String wireName) {
        return Optional.ofNullable(byName.get(key(service.modelPackage(), wireName)));
    }

    private static String key(String modelPackage, String wireName) {
        return modelPackage + '/' + wireName;
    }
}
