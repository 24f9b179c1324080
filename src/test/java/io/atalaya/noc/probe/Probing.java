package io.atalaya.noc.probe;

import io.atalaya.deployment.ProbeResult;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A prober of tests: every name leads to one site on this machine. */
final class Probing {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final Clocks CLOCKS = new Clocks(() -> NOW, System::nanoTime);
    /** For what is never answered: tests need not wait as long as a person would. */
    static final Patience SHORT = new Patience(
            Duration.ofMillis(300),
            Duration.ofMillis(300),
            Duration.ofMillis(300),
            Duration.ofMillis(300),
            Duration.ofMillis(600));
    /** For what begins to be answered. */
    static final Patience SOME = new Patience(
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(3),
            Duration.ofSeconds(40));
    /** For what is answered, however slow the machine is. */
    static final Patience LONG = new Patience(
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(40));

    private Probing() {}

    static ProbeResult probe(Site site, Trust trust, Patience patience, String url) {
        Way way = (host, port, named, atMost) -> List.of(new InetSocketAddress(site.address(), site.port()));
        return probe(way, Connector.DIRECT, trust, patience, url);
    }

    static ProbeResult probe(Way way, Connector connector, Trust trust, Patience patience, String url) {
        var kind = ProbeResult.Kind.valueOf(url.substring(0, url.indexOf(':')).toUpperCase(java.util.Locale.ROOT));
        var target = ProbeTarget.parse(url, kind, 0).orElseThrow();
        return new Prober(way, connector, trust, new RateLimit(System::nanoTime), "Atalaya/test", patience, CLOCKS)
                .probe(target, new Configured(Set.of(target.host()), Set.of()));
    }
}
