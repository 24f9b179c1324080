package io.atalaya.practice;

import io.atalaya.aws.AwsProblems;
import io.atalaya.aws.CallLog;
import io.atalaya.aws.ClientFactory;
import io.atalaya.aws.ClientSettings;
import io.atalaya.aws.Endpoints;
import io.atalaya.aws.Guards;
import io.atalaya.aws.HttpClients;
import io.atalaya.aws.readers.NocSources;
import io.atalaya.aws.readers.PageSize;
import io.atalaya.aws.readers.Sources;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.overview.AttentionList;
import io.atalaya.deployment.overview.Finding;
import io.atalaya.deployment.overview.Situation;
import io.atalaya.noc.catalogue.CatalogueFile;
import io.atalaya.noc.probe.Clocks;
import io.atalaya.noc.probe.Connector;
import io.atalaya.noc.probe.Patience;
import io.atalaya.noc.probe.Prober;
import io.atalaya.noc.probe.RateLimit;
import io.atalaya.noc.probe.RefusedException;
import io.atalaya.noc.probe.Round;
import io.atalaya.noc.probe.Trust;
import io.atalaya.sandbox.Sandbox;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.watch.CallPermits;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Machine;
import io.atalaya.watch.Priority;
import io.atalaya.watch.ProbesReader;
import io.atalaya.watch.RefreshLoop;
import io.atalaya.watch.Source;
import io.atalaya.watch.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * A console's eyes on a calm sandbox of any deployment: real clients, real wire, the loop in virtual time. Reads run on the
 * thread that moves the clock, so that nothing is waited for.
 */
public final class Drill implements AutoCloseable {
    private static final List<Part<?>> NOC =
            List.of(Parts.METRIC_NAMES, Parts.NOC_SERIES, Parts.LOG_VALUES, Parts.PROBES);

    /** What is asked answers at once or never; a slow machine is given time. */
    private static final Patience PATIENT = new Patience(
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60));

    public final VirtualTime time = new VirtualTime();
    public final Sandbox sandbox;
    private final HttpClients http = new HttpClients();
    private final ClientFactory clients;
    private final RefreshLoop loop;
    private final List<Consumer<Deployment>> listeners = new ArrayList<>();
    private volatile Deployment newest;
    private RefreshLoop.Watching eyes = () -> {};

    public Drill(String deployment) {
        this(deployment, false);
    }

    /** @param probing whether it also reads what the shipped catalogue watches, and asks the hosts of the sandbox */
    public Drill(String deployment, boolean probing) {
        sandbox = Sandbox.start(
                SandboxOptions.calm(time).withDeployment(deployment).withSessionLife(Duration.ofDays(2)));
        newest = Deployment.empty(sandbox.region(), null);
        var settings = ClientSettings.of(sandbox.region(), Endpoints.of(sandbox.endpoint()))
                .withTimeouts(Duration.ofSeconds(60), Duration.ofSeconds(20))
                .withAttempts(1); // the SDK would wait in real time
        var key = sandbox.credentials();
        var credentials = StaticCredentialsProvider.create(AwsSessionCredentials.create(
                key.accessKeyId(), key.secretAccessKey(), Objects.requireNonNull(key.sessionToken())));
        clients = new ClientFactory(
                settings, credentials, Guards.of(veto -> {}, new Unlimited(), new CallLog(time), time), http);
        loop = new RefreshLoop(
                newest,
                sources(new FanOut(Thread.ofVirtual().factory(), 4), probing),
                new AwsProblems(time, false),
                new Machine(time, time, time, new Random(7)),
                snapshot -> {
                    newest = snapshot;
                    listeners.forEach(each -> each.accept(snapshot));
                });
    }

    private List<Source<?>> sources(FanOut fanOut, boolean probing) {
        var sources = new ArrayList<>(Sources.of(clients, fanOut, time, PageSize.LARGEST));
        if (probing) {
            sources.addAll(NocSources.of(clients, fanOut, time, CatalogueFile.shipped()));
            var site = sandbox.site();
            var prober = new Prober(
                    (host, port, named, atMost) -> List.of(site.where(host.name(), port)
                            .orElseThrow(() -> new RefusedException("not of this sandbox"))),
                    Connector.DIRECT,
                    new Trust(List.of(site.authority())),
                    new RateLimit(this::virtualNanos),
                    "Atalaya/test",
                    PATIENT,
                    new Clocks(time, System::nanoTime));
            sources.add(new ProbesReader(new Round(CatalogueFile.shipped(), prober)::questions, fanOut).source());
        }
        return sources;
    }

    private long virtualNanos() {
        return Duration.between(Instant.EPOCH, time.instant()).toNanos();
    }

    /** The SDK's own clients, behind the console's gate. */
    public ClientFactory aws() {
        return clients;
    }

    /** Reads everything once and looks from now on. */
    public Drill looking() {
        loop.start();
        look();
        return this;
    }

    private void look() {
        var all = new HashSet<Part<?>>(Parts.all());
        all.addAll(NOC);
        eyes = loop.watch(all);
        time.advance(Duration.ofSeconds(2));
    }

    /** This time passes with nobody looking, which is much quicker, but for its last two minutes. */
    public void doze(Duration duration) {
        var looked = Duration.ofMinutes(2);
        if (duration.compareTo(looked) > 0) {
            eyes.close();
            time.advance(duration.minus(looked));
            look();
        }
        time.advance(looked);
    }

    public void onSnapshot(Consumer<Deployment> listener) {
        listeners.add(listener);
    }

    public Deployment newest() {
        return newest;
    }

    /** A person wants these parts now. */
    public void askNow(Set<Part<?>> parts) {
        loop.askNow(parts);
    }

    public List<Finding> findings() {
        return AttentionList.of(Situation.of(newest, time.instant()));
    }

    @Override
    public void close() {
        loop.close();
        clients.close();
        http.close();
        sandbox.close();
    }

    /** Minutes of virtual time pass in a second: a budget, which has tests of its own, would wait for each. */
    private static final class Unlimited implements CallPermits {
        @Override
        public void acquire(String api, Priority priority) {}

        @Override
        public void throttled(String api) {}

        @Override
        public void answered(String api, Duration latency) {}
    }
}
