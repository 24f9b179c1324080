package io.atalaya.app;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ProbeResult;
import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.noc.probe.Clocks;
import io.atalaya.noc.probe.Connector;
import io.atalaya.noc.probe.DnsWay;
import io.atalaya.noc.probe.Patience;
import io.atalaya.noc.probe.Prober;
import io.atalaya.noc.probe.RateLimit;
import io.atalaya.noc.probe.RefusedException;
import io.atalaya.noc.probe.Round;
import io.atalaya.noc.probe.Surroundings;
import io.atalaya.noc.probe.Trust;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.ProbesReader;
import io.atalaya.watch.Source;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The probes of one connection. What they need is made when the first is due, off the first frame: reading the authorities
 * takes longer than that may.
 */
final class ScopeProbes {
    /** Nothing is asked of anybody. */
    static final Surroundings NOWHERE = new Surroundings(
            (host, port, named, atMost) -> {
                throw new RefusedException(host + " is not of this sandbox");
            },
            new Trust(List.of()));

    private final Supplier<Catalogue> catalogue;
    private final Supplier<Surroundings> surroundings;
    private final InstantSource clock;
    private @Nullable Round round;

    private ScopeProbes(Supplier<Catalogue> catalogue, Supplier<Surroundings> surroundings, InstantSource clock) {
        this.catalogue = catalogue;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    /** Names that are real are asked of DNS. */
    static Source<ProbeResult> ofAws(Supplier<Catalogue> catalogue, FanOut fanOut, InstantSource clock) {
        return of(
                catalogue,
                () -> new Surroundings(
                        new DnsWay(InetAddress::getAllByName, Machinery.threads("atalaya-name-")), Trust.ofJava()),
                fanOut,
                clock);
    }

    /** @param surroundings asked once, when the first probe is due */
    static Source<ProbeResult> of(
            Supplier<Catalogue> catalogue, Supplier<Surroundings> surroundings, FanOut fanOut, InstantSource clock) {
        var probes = new ScopeProbes(catalogue, surroundings, clock);
        return new ProbesReader(probes::questions, fanOut).source();
    }

    /** Of one that is neither AWS nor a sandbox nobody knows whose the names are: nothing is asked. */
    static Source<ProbeResult> none(FanOut fanOut) {
        return new ProbesReader(known -> List.of(), fanOut).source();
    }

    private List<Callable<ProbeResult>> questions(Deployment known) {
        return round().questions(known);
    }

    private synchronized Round round() {
        var made = round;
        if (made == null) {
            var around = surroundings.get();
            made = new Round(
                    catalogue.get(),
                    new Prober(
                            around.way(),
                            Connector.DIRECT,
                            around.trust(),
                            new RateLimit(System::nanoTime),
                            "Atalaya/" + new ProgramVersion().text() + " (availability probe)",
                            Patience.USUAL,
                            new Clocks(clock, System::nanoTime)));
            round = made;
        }
        return made;
    }
}
