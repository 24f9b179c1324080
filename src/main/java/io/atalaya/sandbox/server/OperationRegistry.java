package io.atalaya.sandbox.server;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The operations a sandbox answers, registered one by one: what has no handler is not loaded (discovering every operation
 * of every service costs 10 s) and is answered as AWS answers an unknown action.
 */
public final class OperationRegistry {
    /** One registered operation. {@code service} is the signing name. */
    public record Registered<I extends SdkPojo, O extends SdkPojo>(
            String service, String wireName, Class<I> requestType, Class<O> responseType, Handler<I, O> handler) {}

    private final Map<String, Registered<?, ?>> byKey = new LinkedHashMap<>();

    /**
     * Registers an operation.
     *
     * @param service the signing name; classic and v2 balancers share {@code elasticloadbalancing} and differ by version, so
     *     their key also holds the request's package
     * @param wireName AWS's name on the wire, e.g. {@code DescribeDBInstances}
     * @throws IllegalStateException when it is there already
     */
    public <I extends SdkPojo, O extends SdkPojo> void on(
            String service, String wireName, Class<I> requestType, Class<O> responseType, Handler<I, O> handler) {
        var previous = byKey.putIfAbsent(
                key(service, wireName, requestType.getPackageName()),
                new Registered<>(service, wireName, requestType, responseType, handler));
        if (previous != null) {
            throw new IllegalStateException(service + ":" + wireName + " is registered twice");
        }
    }

    /** The operation of that service, wire name and SDK model package, if it has a handler. */
    public Optional<Registered<?, ?>> find(String service, String wireName, String modelPackage) {
        return Optional.ofNullable(byKey.get(key(service, wireName, modelPackage)));
    }

    /** Everything registered, in the order of registration. */
    public Collection<Registered<?, ?>> all() {
        return byKey.values();
    }

    private static String key(String service, String wireName, String modelPackage) {
        return service + '/' + modelPackage + '/' + wireName;
    }
}
