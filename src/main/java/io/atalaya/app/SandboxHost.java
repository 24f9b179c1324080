package io.atalaya.app;

import io.atalaya.connect.LocalAws;
import io.atalaya.connect.LocalAwsStarter;
import io.atalaya.noc.probe.RefusedException;
import io.atalaya.noc.probe.Surroundings;
import io.atalaya.noc.probe.Trust;
import io.atalaya.practice.Practice;
import io.atalaya.sandbox.Sandbox;
import io.atalaya.sandbox.SandboxOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The sandboxes of this program: each started when it is first opened, all of them gone with the program. */
final class SandboxHost implements LocalAwsStarter, AutoCloseable {
    private static final Duration RENEW_BEFORE = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final UnaryOperator<SandboxOptions> tuning;
    private final Map<String, Sandbox> running = new HashMap<>();
    private final Map<String, Instant> begun = new HashMap<>();

    /** @param tuning changes the options of a sandbox before it starts: clock and story of pictures and tests */
    SandboxHost(InstantSource clock, UnaryOperator<SandboxOptions> tuning) {
        this.clock = clock;
        this.tuning = tuning;
    }

    @Override
    public synchronized LocalAws start(String deployment) {
        begun.putIfAbsent(deployment, clock.instant());
        var sandbox = running.computeIfAbsent(
                deployment,
                name -> Sandbox.start(tuning.apply(SandboxOptions.defaults().withDeployment(name))));
        var key = sandbox.credentials();
        if (key.expiredAt(clock.instant().plus(RENEW_BEFORE))) {
            key = sandbox.renew();
        }
        return new LocalAws(
                deployment,
                sandbox.endpoint(),
                sandbox.region(),
                key.accessKeyId(),
                key.secretAccessKey(),
                key.sessionToken(),
                key.expiration());
    }

    /** Where incidents are practised; empty for a deployment that does not run. */
    synchronized Optional<Practice> practice(@Nullable String deployment) {
        return Optional.ofNullable(deployment)
                .map(running::get)
                .map(sandbox ->
                        new SandboxPractice(sandbox.scenarios(), begun.getOrDefault(deployment, clock.instant())));
    }

    /** How its names are reached, and whom to believe there; empty for a deployment that does not run. */
    synchronized Optional<Surroundings> surroundings(@Nullable String deployment) {
        return Optional.ofNullable(deployment).map(running::get).map(sandbox -> {
            var site = sandbox.site();
            return new Surroundings(
                    (host, port, named, atMost) -> List.of(site.where(host.name(), port)
                            .orElseThrow(() -> new RefusedException(host + " is not of this sandbox"))),
                    new Trust(List.of(site.authority())));
        });
    }

    /** One that runs, for tests that look at what arrived there. */
    synchronized Optional<Sandbox> running(String deployment) {
        return Optional.ofNullable(running.get(deployment));
    }

    @Override
    public synchronized void close() {
        running.values().forEach(Sandbox::close);
        running.clear();
    }
}
