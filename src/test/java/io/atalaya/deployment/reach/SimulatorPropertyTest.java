package io.atalaya.deployment.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.address.Ip;
import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.address.Protocol;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** The answer is what an independent simulator finds, packet by packet, there and back. */
class SimulatorPropertyTest {
    private static final int PACKETS = 16;
    private static final int QUESTIONS = 2;
    private static final List<String> OUTSIDE = List.of(
            "203.0.113.5",
            "203.0.113.127",
            "203.0.113.128",
            "203.0.112.255",
            "203.0.114.0",
            "198.51.100.77",
            "8.8.8.8",
            "127.255.255.255",
            "128.0.0.0",
            "200.1.1.1",
            "2a00:1450::5",
            "2a00:1450:4000::1",
            "2a00:1450:5000::",
            "2600::1",
            "192.168.1.5",
            "192.168.1.255",
            "192.168.2.0",
            "192.168.0.9",
            "192.168.127.255",
            "192.168.128.0",
            "10.200.0.1",
            "172.16.0.1",
            "fd00::1");
    private static final int[] PORTS = {
        0, 21, 22, 23, 79, 80, 81, 443, 444, 1023, 1024, 3306, 32767, 32768, 60999, 61000, 65535
    };
    private static final int[] CLIENTS = {1024, 1025, 3306, 32767, 32768, 49152, 60999, 61000, 65535};
    private static final int[] MESSAGES = {
        8 << 8, 0, 3 << 8, 3 << 8 | 1, 13 << 8, 8 << 8 | 1, 128 << 8, 129 << 8, 1 << 8
    };

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void theAnswerIsWhatASimulatorFinds(@ForAll long seed) {
        check(seed, new EnumMap<>(Verdict.class));
    }

    /** So that the property above means something: every verdict occurs, often. */
    @Test
    void everyVerdictOccurs() {
        var verdicts = new EnumMap<Verdict, Integer>(Verdict.class);
        for (long seed = 0; seed < 600; seed++) {
            check(seed, verdicts);
        }
        assertThat(verdicts.get(Verdict.YES)).isGreaterThan(60);
        assertThat(verdicts.get(Verdict.PARTLY)).isGreaterThan(30);
        assertThat(verdicts.get(Verdict.NO)).isGreaterThan(200);
    }

    /** Those that failed once. */
    @Test
    void whatFailedOnceIsRight() {
        for (var seed : new long[] {74L, 1635L, 2503L, 17269L, 19282L, 38876L}) {
            check(seed, new EnumMap<>(Verdict.class));
        }
    }

    /** What is offered to turn a no into a yes does that; where there is one path, nothing of it could be left out. */
    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void theChangesMakeItPass(@ForAll long seed) {
        offered(seed);
    }

    @Test
    void whatWasOfferedWronglyOnceIsRight() {
        offered(659967L);
        offered(-16260634590715L);
    }

    private static void offered(long seed) {
        var thrown = new RandomWorld(seed);
        var deployment = thrown.world.deployment();
        var random = new Random(seed);
        var from = thrown.end(true);
        var outside = from instanceof End.Internet || from instanceof End.OnPremises || from instanceof End.Network;
        var answer = Reachability.of(deployment).answer(question(from, thrown.end(!outside), random));
        if (!answer.complete() || answer.changes().stream().anyMatch(each -> each instanceof Change.Mend)) {
            return;
        }
        assertThat(after(deployment, answer.changes(), answer))
                .as(seed + "L " + answer)
                .isEqualTo(Verdict.YES);
        // over a peering rules may name groups of the other side; before there is a route, whose side it is, is not
        // known
        var exact = answer.paths().size() == 1
                && answer.changes().stream()
                        .noneMatch(each -> each instanceof Change.AddRoute add
                                && add.route().via() == RouteVia.PEERING);
        for (var change : exact ? answer.changes() : List.<Change>of()) {
            var fewer = new ArrayList<>(answer.changes());
            fewer.remove(change);
            assertThat(after(deployment, fewer, answer))
                    .as(seed + "L without " + change + " of " + answer.changes())
                    .isNotEqualTo(Verdict.YES);
        }
    }

    private static Verdict after(Deployment deployment, List<Change> changes, Answer answer) {
        return Reachability.of(Changes.apply(deployment, changes))
                .answer(answer.question())
                .verdict();
    }

    static void check(long seed, Map<Verdict, Integer> verdicts) {
        var thrown = new RandomWorld(seed);
        var deployment = thrown.world.deployment();
        // what was denied is there all the same: the simulator sees it
        var seen = thrown.chance(25) ? thrown.blind() : deployment;
        var reachability = Reachability.of(seen);
        var strict = new Simulator(deployment, false);
        var lenient = new Simulator(deployment, true);
        var random = new Random(seed);
        for (int i = 0; i < QUESTIONS; i++) {
            var from = thrown.end(true);
            var outside = from instanceof End.Internet || from instanceof End.OnPremises || from instanceof End.Network;
            var question = question(from, thrown.end(!outside), random);
            var answer = reachability.answer(question);
            verdicts.merge(answer.verdict(), 1, Integer::sum);
            compare(seed, deployment, strict, lenient, answer, random);
        }
    }

    private static Question question(End from, End to, Random random) {
        var ports =
                new Ports[] {Ports.of(443), Ports.of(22), Ports.range(0, 1023), Ports.ALL, Ports.range(3306, 40000)};
        return switch (random.nextInt(10)) {
            case 0 -> new Question(from, to, Protocol.UDP, ports[random.nextInt(ports.length)]);
            case 1 -> new Question(from, to, Protocol.ICMP, random.nextBoolean() ? Ports.ALL : Protocol.icmp(8, 0));
            case 2 -> new Question(from, to, Protocol.ICMPV6, random.nextBoolean() ? Ports.ALL : Protocol.icmp(128, 0));
            case 3 -> new Question(from, to, new Protocol(47), Ports.ALL);
            default -> new Question(from, to, Protocol.TCP, ports[random.nextInt(ports.length)]);
        };
    }

    private static void compare(
            long seed, Deployment deployment, Simulator simulator, Simulator lenient, Answer answer, Random random) {
        var question = answer.question();
        var sources = addresses(deployment, answer, true);
        var targets = addresses(deployment, answer, false);
        if (sources.isEmpty() || targets.isEmpty()) {
            return;
        }
        for (int i = 0; i < PACKETS; i++) {
            var from = sources.get(random.nextInt(sources.size()));
            var to = targets.get(random.nextInt(targets.size()));
            var port = port(question, random);
            var ported = question.protocol().hasPorts();
            var client = ported ? CLIENTS[random.nextInt(CLIENTS.length)] : 0;
            var nat = ported ? CLIENTS[random.nextInt(CLIENTS.length)] : 0;
            if (from.equals(to)
                    || from.contains(":") != to.contains(":")
                    || !question.protocol().fits(from.contains(":"))) {
                continue;
            }
            if (sameNic(deployment, from, to)) {
                continue;
            }
            var packet = new Simulator.Packet(from, to, question.protocol().number(), client, port);
            if (nowhere(answer, from) || nowhere(answer, to)) {
                assertThat(answer.verdict()).isNotEqualTo(Verdict.YES);
                continue;
            }
            var asker = at(deployment, simulator, answer, question.from(), from);
            var server = at(deployment, simulator, answer, question.to(), to);
            var passes = simulator.connects(asker, server, packet, nat);
            var mayPass = passes || lenient.connects(asker, server, packet, nat);
            var answered = answer.passing().stream()
                    .anyMatch(each -> each.from().contains(ip(from))
                            && each.to().contains(ip(to))
                            && each.ports().contains(port)
                            && each.clientPorts().contains(client)
                            && each.translatedPorts().contains(nat));
            var what = "seed " + seed + "L " + question + " " + packet + " nat " + nat + " " + answer.verdict();
            if (answer.verdict() == Verdict.CANNOT_TELL) {
                assertThat(!answered || passes).as(what).isTrue();
            } else {
                assertThat(mayPass).as("a guess: " + what).isEqualTo(passes);
                assertThat(answered).as(what).isEqualTo(passes);
                assertThat(passes ? Verdict.NO : Verdict.YES).as(what).isNotEqualTo(answer.verdict());
            }
        }
    }

    private static int port(Question question, Random random) {
        var of = question.protocol().isIcmp() ? MESSAGES : question.protocol().hasPorts() ? PORTS : new int[] {0};
        for (int i = 0; i < 40; i++) {
            var port = of[random.nextInt(of.length)];
            if (question.ports().contains(port)) {
                return port;
            }
        }
        return question.ports().ranges().getFirst().first();
    }

    /** What was asked, of the addresses that some rule could tell apart. */
    private static List<String> addresses(Deployment deployment, Answer answer, boolean source) {
        var end = source ? answer.question().from() : answer.question().to();
        var all = new ArrayList<String>();
        switch (end) {
            case End.Of of ->
                deployment.items(Parts.NETWORK_INTERFACES).stream()
                        .filter(each -> of.resource().id().equals(each.instanceId()))
                        .forEach(each -> {
                            var internet = !source && answer.question().from() instanceof End.Internet;
                            if (internet) {
                                all.addAll(each.publicIps().keySet());
                            } else {
                                all.addAll(each.privateIps());
                            }
                            all.addAll(each.ipv6());
                        });
            case End.Host host -> all.add(host.address().toString());
            case End.Network network -> {
                var block = network.block();
                deployment.items(Parts.NETWORK_INTERFACES).stream()
                        .flatMap(each -> each.privateIps().stream())
                        .forEach(all::add);
                all.add(block.first().toString());
                all.add(block.last().toString());
                all.addAll(OUTSIDE);
                all.removeIf(each -> !block.contains(ip(each)));
            }
            default ->
                OUTSIDE.stream()
                        // a service never asks: of anybody on the internet it is not one
                        .filter(each -> !(source && end instanceof End.Internet && RandomWorld.ofService(each)))
                        .filter(each -> answer.paths().stream()
                                .map(path -> source ? path.from() : path.to())
                                .anyMatch(point -> point.addresses().contains(ip(each))))
                        .forEach(all::add);
        }
        return all;
    }

    private static Ip ip(String text) {
        return Ip.parse(text).orElseThrow();
    }

    private static boolean sameNic(Deployment deployment, String from, String to) {
        return deployment.items(Parts.NETWORK_INTERFACES).stream()
                .anyMatch(each -> holds(each, from) && holds(each, to));
    }

    private static boolean holds(io.atalaya.deployment.NetworkInterface nic, String address) {
        return nic.privateIps().contains(address) || nic.ipv6().contains(address);
    }

    private static Simulator.At at(Deployment deployment, Simulator simulator, Answer answer, End end, String address) {
        // which of the two a block outside is of, routes say: public ones may be on-premises
        var premises = end instanceof End.Network && is(answer, Point.Kind.ON_PREMISES, address);
        if (premises || end instanceof End.OnPremises) {
            return new Simulator.At.OnPremises();
        }
        if (end instanceof End.Internet || (end instanceof End.Network && is(answer, Point.Kind.INTERNET, address))) {
            return new Simulator.At.Internet();
        }
        return deployment.items(Parts.NETWORK_INTERFACES).stream()
                .filter(each -> holds(each, address))
                .<Simulator.At>map(Simulator.At.Nic::new)
                .findFirst()
                .orElseGet(() -> new Simulator.At.Hosts(deployment.items(Parts.SUBNETS).stream()
                        .filter(each -> each.blocks().stream().anyMatch(block -> simulator.in(address, block)))
                        .findFirst()
                        .orElseThrow()));
    }

    private static boolean is(Answer answer, Point.Kind kind, String address) {
        return answer.paths().stream()
                .flatMap(path -> java.util.stream.Stream.of(path.from(), path.to()))
                .anyMatch(point -> point.kind() == kind && point.addresses().contains(ip(address)));
    }

    /** Private addresses that nothing is known to have. */
    private static boolean nowhere(Answer answer, String address) {
        return !address.startsWith("10.1.")
                && !address.startsWith("10.2.")
                && !address.startsWith("2001:db8:")
                && !is(answer, Point.Kind.INTERNET, address)
                && !is(answer, Point.Kind.ON_PREMISES, address);
    }
}
