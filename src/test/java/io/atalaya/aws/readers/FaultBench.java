package io.atalaya.aws.readers;

import io.atalaya.aws.CallLog;
import io.atalaya.aws.ClientFactory;
import io.atalaya.aws.ClientSettings;
import io.atalaya.aws.Endpoints;
import io.atalaya.aws.Guards;
import io.atalaya.aws.HttpClients;
import io.atalaya.sandbox.Sandbox;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.sandbox.server.fault.FaultMatch;
import io.atalaya.watch.CallPermits;
import io.atalaya.watch.Priority;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * A sandbox in which time stands still, with two sets of real clients before it: patient ones, and ones that wait a quarter of
 * a second instead of 20 s, so that a test of waiting in vain does not wait.
 */
final class FaultBench implements AutoCloseable {
    private static final Duration IMPATIENT = Duration.ofMillis(250);
    /** On a busy machine a request that was given up arrives after the read that sent it has ended. */
    private static final Duration LATE = Duration.ofSeconds(2);

    final Instant noon = Instant.parse("2026-03-03T12:00:00Z");
    /** The patient ones, or while something takes long the others. */
    final Clients clients;

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.calm(() -> noon));
    private final HttpClients http = new HttpClients();
    private final Sent sent = new Sent();
    private final ClientFactory patient = factory(Duration.ofSeconds(20));
    private final ClientFactory impatient = factory(IMPATIENT);

    private volatile Clients now = patient;

    FaultBench() {
        clients = (Clients) Proxy.newProxyInstance(
                Clients.class.getClassLoader(), new Class<?>[] {Clients.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(now, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private ClientFactory factory(Duration attempt) {
        var settings = ClientSettings.of(sandbox.region(), Endpoints.of(sandbox.endpoint()))
                .withTimeouts(attempt.multipliedBy(40), attempt);
        var key = sandbox.credentials();
        var credentials = StaticCredentialsProvider.create(AwsSessionCredentials.create(
                key.accessKeyId(), key.secretAccessKey(), Objects.requireNonNull(key.sessionToken())));
        var guards = Guards.of(veto -> {}, sent, new CallLog(() -> noon), () -> noon);
        return new ClientFactory(settings, credentials, guards, http);
    }

    /** From now on these calls, as IAM names them, go wrong. */
    void begin(Trouble trouble, Collection<String> calls) {
        if (trouble.takesLong()) {
            now = impatient;
        }
        for (var operation : operations(calls)) {
            sandbox.faults().plan(new FaultMatch(null, operation, 1, Integer.MAX_VALUE), trouble.fault());
        }
    }

    void end() {
        sandbox.faults().clear();
        now = patient;
    }

    /** How many of these calls the sandbox has received, of all that were sent up to now. */
    long received(Collection<String> calls) {
        var operations = operations(calls);
        try {
            sandbox.requests().await(it -> operations.contains(it.operation()), sent.of(operations), LATE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return sandbox.requests().count(request -> operations.contains(request.operation()));
    }

    private static Set<String> operations(Collection<String> calls) {
        return calls.stream().map(FaultBench::operation).collect(Collectors.toSet());
    }

    private static String operation(String call) {
        return call.substring(call.indexOf(':') + 1);
    }

    /** Lets every attempt pass and counts it. */
    private static final class Sent implements CallPermits {
        private final Map<String, LongAdder> attempts = new ConcurrentHashMap<>();

        @Override
        public void acquire(String api, Priority priority) {
            attempts.computeIfAbsent(operation(api), it -> new LongAdder()).increment();
        }

        long of(Set<String> operations) {
            return operations.stream()
                    .map(attempts::get)
                    .filter(Objects::nonNull)
                    .mapToLong(LongAdder::sum)
                    .sum();
        }

        @Override
        public void throttled(String api) {}

        @Override
        public void answered(String api, Duration latency) {}
    }

    @Override
    public void close() {
        sandbox.faults().clear();
        patient.close();
        impatient.close();
        http.close();
        sandbox.close();
    }
}
