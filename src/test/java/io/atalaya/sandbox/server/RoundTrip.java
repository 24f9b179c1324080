package io.atalaya.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.sandbox.server.route.AwsService;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The gate for every change of codec and SDK: sends random requests of every registered operation through the real client to
 * a real server, and random responses back, and holds both ends against each other.
 *
 * <p>The registry's own handlers are not called: only which operations it has matters here.
 */
public final class RoundTrip implements AutoCloseable {
    private static final int SEEDS = 3;

    private final OperationRegistry recorded = new OperationRegistry();
    private final AtomicReference<@Nullable SdkPojo> received = new AtomicReference<>();
    private final AtomicReference<@Nullable SdkPojo> answer = new AtomicReference<>();
    private final SandboxServer server;
    private final SdkClients clients;

    /** @param registry the operations to hold against the SDK's clients */
    public RoundTrip(OperationRegistry registry) {
        registry.all().forEach(this::record);
        server = SandboxServer.start(TestParts.of(recorded));
        clients = new SdkClients(server.endpoint());
    }

    private <I extends SdkPojo, O extends SdkPojo> void record(OperationRegistry.Registered<I, O> operation) {
        recorded.on(
                operation.service(),
                operation.wireName(),
                operation.requestType(),
                operation.responseType(),
                (request, call) -> {
                    received.set(request);
                    return operation.responseType().cast(Objects.requireNonNull(answer.get()));
                });
    }

    /** One test for each operation; closing the stream closes server and clients. */
    public Stream<DynamicTest> tests() {
        return recorded.all().stream()
                .map(operation -> DynamicTest.dynamicTest(name(operation), () -> {
                    for (long seed = 0; seed < SEEDS; seed++) {
                        check(operation, seed);
                    }
                }))
                .onClose(this::close);
    }

    private static String name(OperationRegistry.Registered<?, ?> operation) {
        return service(operation) + " " + operation.wireName();
    }

    /** Sends one random request and answers it with a random response. */
    private void check(OperationRegistry.Registered<?, ?> operation, long seed) throws ReflectiveOperationException {
        SdkPojo request = new RandomPojo(seed, false).of(operation.requestType());
        SdkPojo response = new RandomPojo(seed + 1, true).of(operation.responseType());
        received.set(null);
        answer.set(response);
        Object seen = method(operation).invoke(clients.client(service(operation)), request);
        assertSame(operation.wireName() + " request", request, received.get());
        assertSame(operation.wireName() + " response", response, (SdkPojo) seen);
    }

    private static void assertSame(String what, SdkPojo expected, @Nullable SdkPojo actual) {
        assertThat(actual)
                .as("%s%nexpected: %s%nactual:   %s%n", what, expected, actual)
                .matches(got -> got != null && got.equalsBySdkFields(expected), "the same");
    }

    private static AwsService service(OperationRegistry.Registered<?, ?> operation) {
        String modelPackage = operation.requestType().getPackageName();
        return Arrays.stream(AwsService.values())
                .filter(service -> service.modelPackage().equals(modelPackage))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no service for " + modelPackage));
    }

    private static Method method(OperationRegistry.Registered<?, ?> operation) {
        return Arrays.stream(SdkClients.type(service(operation)).getMethods())
                .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {operation.requestType()}))
                .filter(method -> method.getReturnType() == operation.responseType())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no client method for " + operation.wireName()));
    }

    @Override
    public void close() {
        clients.close();
        server.close();
    }
}
