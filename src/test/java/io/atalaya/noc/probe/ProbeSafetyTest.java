package io.atalaya.noc.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.HostedZone;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ProbeResult;
import io.atalaya.deployment.ProbeResult.Kind;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.Sample;
import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.noc.catalogue.Item;
import io.atalaya.noc.catalogue.ItemGroup;
import io.atalaya.noc.catalogue.PlaceKind;
import io.atalaya.noc.catalogue.ProbeSource;
import io.atalaya.noc.catalogue.Threshold;
import io.atalaya.noc.catalogue.Unit;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing leaves for a host that nobody configured: every name that is looked up and every connection is counted. */
class ProbeSafetyTest {
    private static final Trust NOBODY = new Trust(List.of());

    private final List<String> lookedUp = new CopyOnWriteArrayList<>();
    private final List<InetSocketAddress> connections = new CopyOnWriteArrayList<>();

    private Prober prober(Map<String, List<String>> dns) {
        DnsWay.Resolver resolver = name -> {
            lookedUp.add(name);
            var found = dns.get(name);
            if (found == null) {
                throw new UnknownHostException(name);
            }
            return found.stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
        };
        Connector nowhere = (to, deadline) -> {
            connections.add(to);
            throw new ConnectException("Connection refused");
        };
        return new Prober(
                new DnsWay(resolver, Thread.ofVirtual().factory()),
                nowhere,
                NOBODY,
                new RateLimit(System::nanoTime),
                "Atalaya/test",
                Probing.LONG,
                Probing.CLOCKS);
    }

    private static ProbeTarget target(String text) {
        return ProbeTarget.parse(text, Kind.HTTPS, 0).orElseThrow();
    }

    private static Catalogue catalogue(String... targets) {
        var source = new ProbeSource(PlaceKind.SITE, Kind.HTTPS, List.of(targets), 443);
        var item = new Item(
                "itsm-https",
                null,
                ItemGroup.HTTP,
                Unit.NONE,
                Threshold.NONE,
                List.of(source),
                List.of(),
                true,
                List.of(),
                null);
        return new Catalogue(List.of(item), Map.of(), 500, List.of());
    }

    private static RecordSet record(String name, String value) {
        return new RecordSet("Z1", name, "A", 60L, List.of(value), null, null, "simple", null);
    }

    private static Deployment with(List<RecordSet> records) {
        var zones = Sample.with(
                Sample.empty(), Parts.HOSTED_ZONES, List.of(new HostedZone("Z1", "checkop.co", false, 5, null)));
        return Sample.with(zones, Parts.RECORD_SETS, records);
    }

    @Provide
    Arbitrary<String> hosts() {
        var label = Arbitraries.of("a", "b", "www", "checkop", "co", "*", "x1");
        var names = label.list().ofMinSize(1).ofMaxSize(3).map(labels -> String.join(".", labels));
        var addresses = Arbitraries.integers().between(0, 255).list().ofSize(4).map(parts -> parts.stream()
                .map(String::valueOf)
                .collect(Collectors.joining(".")));
        return Arbitraries.oneOf(
                names, addresses, Arbitraries.of("localhost", "[::1]", "169.254.169.254", "A.B.", "127.1"));
    }

    @Property(tries = 400)
    void nothingLeavesForAHostThatIsNotConfigured(
            @ForAll("hosts") String asked,
            @ForAll List<@net.jqwik.api.From("hosts") String> named,
            @ForAll List<@net.jqwik.api.From("hosts") String> recorded) {
        lookedUp.clear();
        connections.clear();
        var catalogue = catalogue(named.toArray(String[]::new));
        var deployment =
                with(recorded.stream().map(it -> record(it, "203.0.113.9")).toList());
        var configured = Configured.of(deployment, catalogue);
        var mayBeAsked = new ArrayList<String>();
        java.util.stream.Stream.concat(named.stream(), recorded.stream())
                .flatMap(it -> Host.of(it).stream())
                .forEach(it -> mayBeAsked.add(it.name()));
        Host.of(asked).ifPresent(host -> {
            var target = new ProbeTarget(Kind.HTTPS, host, 443, "/", null);
            var prober = prober(Map.of(host.name() + '.', List.of("203.0.113.9")));
            var seen = prober.probe(target, configured);
            assertThat(seen.good()).isFalse();
            if (!mayBeAsked.contains(host.name())) {
                assertThat(lookedUp).isEmpty();
                assertThat(connections).isEmpty();
                assertThat(seen.failure()).startsWith("not asked: neither");
            } else {
                assertThat(lookedUp).isSubsetOf(host.name() + '.');
                assertThat(connections)
                        .allSatisfy(to -> assertThat(to.getPort()).isEqualTo(443));
            }
        });
        // what is made of a catalogue is always of it, or of the deployment
        assertThat(ProbeTargets.of(deployment, catalogue))
                .allSatisfy(each -> assertThat(configured.has(each.host())).isTrue());
    }

    private ProbeResult ask(String url, String... addresses) {
        var target = target(url);
        var all = with(List.of(record(target.host().name(), addresses.length == 0 ? "" : addresses[0])));
        return prober(Map.of(target.host().name() + '.', List.of(addresses)))
                .probe(target, Configured.of(all, catalogue()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "169.254.169.254",
                "fd00:ec2::254",
                "::1",
                "0.0.0.0",
                "fe80::1",
                "64:ff9b::a9fe:a9fe"
            })
    void aNameThatLeadsWhereNoProbeMayGoIsNotConnected(String address) {
        var seen = ask("https://trap.checkop.co/", address);
        assertThat(seen.failure()).startsWith("not asked: trap.checkop.co is ");
        assertThat(connections).isEmpty();
        ask("https://trap.checkop.co/", "203.0.113.9", address);
        assertThat(connections)
                .as("nor where only one of its addresses is such")
                .isEmpty();
    }

    @Test
    void anAddressThatTheCatalogueNamesItselfMayBeAsked() {
        var local = target("https://127.0.0.1:8443/");
        prober(Map.of()).probe(local, Configured.of(Sample.empty(), catalogue("https://127.0.0.1:8443/")));
        assertThat(connections).hasSize(1);
        // but not a name that it names
        var name = target("https://localhost/");
        var seen = prober(Map.of("localhost.", List.of("127.0.0.1")))
                .probe(name, Configured.of(Sample.empty(), catalogue("localhost")));
        assertThat(seen.failure()).startsWith("not asked: localhost is 127.0.0.1, this machine itself");
        assertThat(connections).hasSize(1);
    }

    @Test
    void aNameIsAskedAsAWholeAndIpv6First() {
        var seen = ask("https://app.checkop.co/", "203.0.113.9", "203.0.113.10", "2001:db8::1");
        assertThat(seen.failure()).isEqualTo("connection refused");
        assertThat(lookedUp).containsExactly("app.checkop.co.");
        assertThat(connections.stream().map(it -> it.getAddress().getHostAddress()))
                .containsExactly("2001:db8:0:0:0:0:0:1", "203.0.113.9", "203.0.113.10");
    }

    @Test
    void aNameThatIsNotThere() {
        var target = target("https://app.checkop.co/");
        var seen = prober(Map.of()).probe(target, new Configured(Set.of(target.host()), Set.of()));
        assertThat(seen.failure()).isEqualTo("no such name");
        assertThat(connections).isEmpty();
    }

    @Test
    void aHostIsNotAskedMoreOftenThanItShould() {
        var now = new AtomicLong();
        var limit = new RateLimit(now::get);
        var host = target("https://app.checkop.co/").host();
        var other = target("https://www.checkop.co/").host();
        for (var i = 0; i < 12; i++) {
            assertThat(limit.permits(host)).isTrue();
        }
        assertThat(limit.permits(host)).isFalse();
        assertThat(limit.permits(other)).isTrue();
        now.addAndGet(3_000_000_001L);
        assertThat(limit.permits(host)).isTrue();
        assertThat(limit.permits(host)).isFalse();
    }

    @Test
    void allHostsTogetherAreNotAskedMoreOftenThanTheyShould() {
        var now = new AtomicLong();
        var limit = new RateLimit(now::get);
        var permitted = 0;
        for (var i = 0; i < 1000; i++) {
            permitted += limit.permits(target("https://h" + i + ".checkop.co/").host()) ? 1 : 0;
        }
        assertThat(permitted).isEqualTo(120);
        now.addAndGet(1_000_000_000L);
        permitted = 0;
        for (var i = 0; i < 1000; i++) {
            permitted += limit.permits(target("https://i" + i + ".checkop.co/").host()) ? 1 : 0;
        }
        assertThat(permitted).isEqualTo(5);
    }
}
