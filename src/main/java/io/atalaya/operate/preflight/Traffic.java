package io.atalaya.operate.preflight;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.address.Protocol;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a rule or an entry is about, in the words every network person reads: {@code TCP 443}, {@code ICMP}, {@code ALL}. */
final class Traffic {
    private static final int RANGES = 3;

    private Traffic() {}

    static String of(SecurityRule rule) {
        return words(rule.protocol(), rule.fromPort(), rule.toPort());
    }

    static String of(AclEntry entry) {
        var icmp = entry.icmpType() != null;
        return words(
                entry.protocol(), icmp ? entry.icmpType() : entry.fromPort(), icmp ? entry.icmpCode() : entry.toPort());
    }

    /** What passes: {@code TCP 22}, {@code TCP 80, 443, 8000-8100 +2}. */
    static String of(Protocol protocol, Ports ports) {
        var name = words(String.valueOf(protocol.number()), null, null);
        if (!protocol.hasPorts() || ports.containsAll(Ports.range(1, 65_535))) {
            return name;
        }
        var ranges = ports.ranges();
        return name + " " + ranges.stream().limit(RANGES).map(Object::toString).collect(Collectors.joining(", "))
                + (ranges.size() > RANGES ? " +" + (ranges.size() - RANGES) : "");
    }

    private static String words(String protocol, @Nullable Integer from, @Nullable Integer to) {
        var name =
                switch (protocol) {
                    case "-1" -> "ALL";
                    case "6" -> "TCP";
                    case "17" -> "UDP";
                    case "1" -> "ICMP";
                    case "58" -> "ICMPV6";
                    default -> protocol.toUpperCase(Locale.ROOT);
                };
        if (from == null || from == -1) {
            return name;
        }
        return to == null || to == -1 || to.equals(from) ? name + " " + from : name + " " + from + "-" + to;
    }
}
