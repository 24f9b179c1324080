package io.atalaya.sandbox.server;

import io.atalaya.sandbox.server.route.AwsService;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkPojo;

/** Operations found on the SDK's client interfaces: the method's name with a capital is the wire name. */
final class Discovery {
    private Discovery() {}

    /** Every operation of a service that takes one request object and returns one response object. */
    static List<Method> operations(AwsService service) {
        return Arrays.stream(SdkClients.type(service).getMethods())
                .filter(method -> method.getParameterCount() == 1)
                .filter(method -> AwsRequest.class.isAssignableFrom(method.getParameterTypes()[0]))
                .filter(method -> AwsResponse.class.isAssignableFrom(method.getReturnType()))
                .toList();
    }

    static String wireName(Method operation) {
        String name = operation.getName();
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** Registers operations by their wire names, without an answer. */
    static void register(OperationRegistry registry, AwsService service, String... wireNames) {
        List<Method> all = operations(service);
        for (String wireName : wireNames) {
            Method operation = all.stream()
                    .filter(method -> wireName(method).equals(wireName))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(service + " has no " + wireName));
            register(registry, service, operation);
        }
    }

    static void register(OperationRegistry registry, AwsService service, Method operation) {
        register(
                registry,
                service,
                wireName(operation),
                operation.getParameterTypes()[0].asSubclass(SdkPojo.class),
                operation.getReturnType().asSubclass(SdkPojo.class));
    }

    private static <I extends SdkPojo, O extends SdkPojo> void register(
            OperationRegistry registry, AwsService service, String wireName, Class<I> request, Class<O> response) {
        registry.on(service.signingName(), wireName, request, response, (in, call) -> {
            throw new WireFault(500, "InternalFailure", "no handler");
        });
    }

    /** Calls the first operation of a service that only reads; what the client throws comes out as it is. */
    static void callSomeRead(AwsService service, SdkClients clients) throws Throwable {
        Method read = operations(service).stream()
                .filter(method -> wireName(method).matches("(List|Describe|Get|Register).*"))
                .findFirst()
                .orElseThrow();
        SdkPojo request = new RandomPojo(1, false).of(read.getParameterTypes()[0].asSubclass(SdkPojo.class));
        try {
            read.invoke(clients.client(service), request);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }
}
