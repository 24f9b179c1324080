package io.atalaya.aws.operations;

import io.atalaya.aws.AwsProblems;
import io.atalaya.aws.CallLog;
import io.atalaya.aws.ClientFactory;
import io.atalaya.aws.ClientSettings;
import io.atalaya.aws.Endpoints;
import io.atalaya.aws.Guards;
import io.atalaya.aws.HttpClients;
import io.atalaya.operate.act.AwsRequest;
import io.atalaya.operate.run.Permits;
import io.atalaya.operate.run.Sender;
import io.atalaya.sandbox.Sandbox;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFilter;
import io.atalaya.watch.CallPermits;
import io.atalaya.watch.Priority;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkPojo;

/** A sender in front of a sandbox that remembers every request as its handlers read it. */
final class ActWire implements AutoCloseable {
    final Sandbox sandbox;
    final ClientFactory clients;
    final List<Priority> priorities = new ArrayList<>();
    /** What happens while a call waits for its turn. */
    Runnable whileWaiting = () -> {};

    private final HttpClients http = new HttpClients();
    private final Sender sender;
    private final List<SdkPojo> arrived = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();

    ActWire() {
        this(InstantSource.system());
    }

    ActWire(InstantSource clock) {
        sandbox = Sandbox.start(SandboxOptions.calm(clock));
        sandbox.wire().use(new WireFilter() {
            @Override
            public SdkPojo request(Call call, SdkPojo request) {
                synchronized (arrived) {
                    arrived.add(request);
                    calls.add(call);
                }
                return request;
            }
        });
        var key = sandbox.credentials();
        var credentials = StaticCredentialsProvider.create(AwsSessionCredentials.create(
                key.accessKeyId(), key.secretAccessKey(), Objects.requireNonNull(key.sessionToken())));
        var settings = ClientSettings.of(sandbox.region(), Endpoints.of(sandbox.endpoint()))
                .withTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(4));
        var wall = InstantSource.system();
        clients = new ClientFactory(
                settings, credentials, Guards.of(veto -> {}, new Noted(), new CallLog(wall), wall), http);
        sender = new AwsSender(clients, new AwsProblems(wall, false));
    }

    Sender.Sent send(AwsRequest request) {
        return sender.send(request, Permits.of(UUID.randomUUID().toString()));
    }

    Sender sender() {
        return sender;
    }

    /** What arrived since the last look. */
    List<SdkPojo> arrived() {
        synchronized (arrived) {
            var all = List.copyOf(arrived);
            arrived.clear();
            return all;
        }
    }

    /** Where to what arrived since the last look at this went. */
    List<Call> calls() {
        synchronized (arrived) {
            var all = List.copyOf(calls);
            calls.clear();
            return all;
        }
    }

    @Override
    public void close() {
        clients.close();
        http.close();
        sandbox.close();
    }

    /** Lets everything through and notes how urgent it was. */
    private final class Noted implements CallPermits {
        @Override
        public void acquire(String api, Priority priority) {
            priorities.add(priority);
            whileWaiting.run();
        }

        @Override
        public void throttled(String api) {}

        @Override
        public void answered(String api, Duration latency) {}
    }
}
