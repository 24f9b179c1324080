package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.DatabaseCluster;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.address.Protocol;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Protocols and ports as they are typed: {@code tcp 443}, {@code https}, {@code 8080}, {@code udp 53}, {@code ping}. */
final class TrafficBook {
    private static final int LAST_PORT = 65_535;
    private static final int NFS = 2049;
    private static final int ECHO = 8;
    private static final int ECHO_SIX = 128;
    private static final List<Integer> USUAL = List.of(443, 80, 22, 3389, 3306, 5432, NFS, 1433, 6379, 25);

    private final Texts texts;

    TrafficBook(Texts texts) {
        this.texts = texts;
    }

    /** A port of TCP. */
    static TrafficChoice tcp(int port) {
        return ports(Protocol.TCP, "TCP", port, port);
    }

    private static TrafficChoice ports(Protocol protocol, String name, int first, int last) {
        return new TrafficChoice(
                name + " " + (first == last ? String.valueOf(first) : first + "-" + last),
                first == last && protocol.equals(Protocol.TCP)
                        ? PortNames.of(first).orElse("")
                        : "",
                protocol,
                Ports.range(first, last));
    }

    /** Empty when it is none. */
    Optional<TrafficChoice> parse(@Nullable String typed) {
        var text = typed == null ? "" : typed.strip().toUpperCase(Locale.ROOT).replace('/', ' ');
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.equals("PING") || text.equals("ICMP")) {
            return Optional.of(ping());
        }
        if (text.equals("PING6") || text.equals("ICMPV6")) {
            return Optional.of(new TrafficChoice("ping6", "ICMPv6", Protocol.ICMPV6, Protocol.icmp(ECHO_SIX, 0)));
        }
        var protocol = Protocol.TCP;
        var name = "TCP";
        var words = new ArrayList<>(List.of(text.split("\\s+", -1)));
        if (words.removeIf(each -> each.equals("UDP"))) {
            protocol = Protocol.UDP;
            name = "UDP";
        } else if (words.removeIf(each -> each.equals("TCP"))) {
            name = "TCP";
        }
        if (words.isEmpty() || words.getFirst().equals("*")) {
            return Optional.of(new TrafficChoice(
                    name + " *", texts.get("perimeter.traffic.allPorts"), protocol, Ports.range(1, LAST_PORT)));
        }
        var number = words.getFirst();
        if (number.matches("\\d{1,5}(-\\d{1,5})?")) {
            var dash = number.indexOf('-');
            var first = Integer.parseInt(dash < 0 ? number : number.substring(0, dash));
            var last = dash < 0 ? first : Integer.parseInt(number.substring(dash + 1));
            return first <= last && last <= LAST_PORT
                    ? Optional.of(ports(protocol, name, first, last))
                    : Optional.empty();
        }
        var spoken = PortNames.port(String.join(" ", words));
        return spoken.isPresent() ? Optional.of(ports(protocol, name, spoken.get(), spoken.get())) : Optional.empty();
    }

    private TrafficChoice ping() {
        return new TrafficChoice("ping", "ICMP", Protocol.ICMP, Protocol.icmp(ECHO, 0));
    }

    /** What answers at this end, as far as the snapshot tells, in the order of likelihood. */
    List<TrafficChoice> at(Deployment deployment, @Nullable EndChoice end) {
        var found = new LinkedHashMap<String, TrafficChoice>();
        var resource = end == null ? null : end.resource();
        if (resource == null) {
            return List.of();
        }
        switch (resource.type()) {
            case LOAD_BALANCER ->
                deployment.index().listeners(resource.id()).forEach(each -> {
                    var name = each.protocol().contains("UDP") ? "UDP" : "TCP";
                    put(found, ports(name.equals("UDP") ? Protocol.UDP : Protocol.TCP, name, each.port(), each.port()));
                });
            case DATABASE ->
                deployment
                        .index()
                        .find(Database.class, ResourceType.DATABASE, resource.id())
                        .map(Database::port)
                        .ifPresent(port -> put(found, tcp(port)));
            case DATABASE_CLUSTER ->
                deployment
                        .index()
                        .find(DatabaseCluster.class, ResourceType.DATABASE_CLUSTER, resource.id())
                        .map(DatabaseCluster::port)
                        .ifPresent(port -> put(found, tcp(port)));
            case FILE_SYSTEM, MOUNT_TARGET -> put(found, tcp(NFS));
            case INSTANCE ->
                deployment.index().targetsOf(resource.id()).forEach(each -> {
                    var port = each.port();
                    if (port != null) {
                        put(found, tcp(port));
                    }
                });
            default -> {}
        }
        return List.copyOf(found.values());
    }

    private static void put(Map<String, TrafficChoice> found, TrafficChoice choice) {
        found.putIfAbsent(choice.text(), choice);
    }

    /** What it may become: first what answers there. */
    List<TrafficChoice> complete(@Nullable String typed, Deployment deployment, @Nullable EndChoice to, int most) {
        var text = typed == null ? "" : typed.strip();
        var found = new LinkedHashMap<String, TrafficChoice>();
        parse(text).ifPresent(each -> put(found, each));
        at(deployment, to).forEach(each -> offer(found, each, text));
        USUAL.forEach(port -> offer(found, tcp(port), text));
        PortNames.all().keySet().stream().sorted().forEach(port -> offer(found, tcp(port), text));
        offer(found, ports(Protocol.UDP, "UDP", 53, 53), text);
        offer(found, ports(Protocol.UDP, "UDP", 123, 123), text);
        offer(found, ping(), text);
        return found.values().stream().limit(most).toList();
    }

    private static void offer(Map<String, TrafficChoice> found, TrafficChoice choice, String typed) {
        if (Words.admits(typed, choice.text() + " " + choice.detail())) {
            put(found, choice);
        }
    }
}
