package io.atalaya.aws.readers;

import io.atalaya.aws.AwsProblems;
import io.atalaya.aws.CallLog;
import io.atalaya.aws.ClientFactory;
import io.atalaya.aws.ClientSettings;
import io.atalaya.aws.Endpoints;
import io.atalaya.aws.Guards;
import io.atalaya.aws.HttpClients;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.sandbox.Sandbox;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.watch.CallPermits;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Machine;
import io.atalaya.watch.Priority;
import io.atalaya.watch.RefreshLoop;
import io.atalaya.watch.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * A console's eyes on a sandbox: real clients, real wire, the loop in virtual time. Reads run on the test's own thread when it
 * moves the clock, so that nothing is waited for.
 */
final class Wire implements AutoCloseable {
    final VirtualTime time = new VirtualTime();
    final Sandbox sandbox;
    private final HttpClients http = new HttpClients();
    private final ClientFactory clients;
    private final RefreshLoop loop;
    private RefreshLoop.Watching eyes = () -> {};
    private volatile Deployment newest = Deployment.empty("us-east-1", null);

    /** Patient with the sandbox. */
    Wire(PageSize pageSize) {
        this(pageSize, Duration.ofSeconds(20));
    }

    /** @param attempt the longest one request may take, in real time */
    Wire(PageSize pageSize, Duration attempt) {
        this(pageSize, attempt, "checkop");
    }

    /** @param deployment of the sandbox */
    Wire(PageSize pageSize, Duration attempt, String deployment) {
        this(pageSize, attempt, deployment, null);
    }

    /** @param catalogue of the NOC, whose sources are read too; null for none */
    Wire(PageSize pageSize, Duration attempt, String deployment, @Nullable Catalogue catalogue) {
        sandbox = Sandbox.start(SandboxOptions.calm(time).withDeployment(deployment));
        var settings = ClientSettings.of(sandbox.region(), Endpoints.of(sandbox.endpoint()))
                .withTimeouts(attempt.multipliedBy(3), attempt);
        var key = sandbox.credentials();
        var credentials = StaticCredentialsProvider.create(AwsSessionCredentials.create(
                key.accessKeyId(), key.secretAccessKey(), Objects.requireNonNull(key.sessionToken())));
        clients = new ClientFactory(
                settings, credentials, Guards.of(veto -> {}, new Unlimited(), new CallLog(time), time), http);
        var fanOut = new FanOut(Thread.ofVirtual().factory(), 4);
        var sources = new ArrayList<>(Sources.of(clients, fanOut, time, pageSize));
        if (catalogue != null) {
            sources.addAll(NocSources.of(clients, fanOut, time, catalogue));
        }
        loop = new RefreshLoop(
                newest,
                sources,
                new AwsProblems(time, false),
                new Machine(time, time, time, new Random(7)),
                snapshot -> newest = snapshot);
    }

    /** Reads everything once. */
    Wire readAll() {
        loop.start();
        look();
        return this;
    }

    private void look() {
        eyes = loop.watch(Set.copyOf(Parts.all()));
        time.advance(Duration.ofSeconds(2));
    }

    /** This time passes with nobody looking, which is much quicker, but for its last three minutes. */
    void doze(Duration duration) {
        var looked = Duration.ofMinutes(3);
        eyes.close();
        time.advance(duration.minus(looked));
        look();
        time.advance(looked);
    }

    Deployment deployment() {
        return newest;
    }

    RefreshLoop loop() {
        return loop;
    }

    <T> List<T> items(Part<T> part) {
        return newest.items(part);
    }

    <T> Observed<Listing<T>> observed(Part<T> part) {
        return newest.observed(part);
    }

    @Nullable
    Problem problem(Part<?> part) {
        return newest.observed(part).problem();
    }

    /** Parts whose last attempt failed. */
    List<String> failing() {
        return Parts.all().stream()
                .filter(part -> problem(part) != null)
                .map(Part::id)
                .toList();
    }

    @Override
    public void close() {
        loop.close();
        clients.close();
        http.close();
        sandbox.close();
    }

    /** Minutes of virtual time pass in a second: a budget, which has tests of its own, would wait for each. */
    static final class Unlimited implements CallPermits {
        @Override
        public void acquire(String api, Priority priority) {}

        @Override
        public void throttled(String api) {}

        @Override
        public void answered(String api, Duration latency) {}
    }
}
