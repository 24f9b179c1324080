package io.atalaya.ui.perimeter;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.ui.common.Texts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Protocol and ports as a person writes them: {@code TCP 443}, {@code UDP 1024-65535}, {@code ICMP type 8}. */
final class TrafficText {
    private static final int LAST_PORT = 65_535;

    private final Texts texts;

    TrafficText(Texts texts) {
        this.texts = texts;
    }

    String of(SecurityRule rule) {
        return of(rule.protocol(), rule.fromPort(), rule.toPort());
    }

    String of(AclEntry entry) {
        return entry.icmpType() == null
                ? of(entry.protocol(), entry.fromPort(), entry.toPort())
                : of(entry.protocol(), entry.icmpType(), entry.icmpCode());
    }

    /**
     * @param protocol a name, a number of IANA's, or {@code -1} for all
     * @param from first port, or ICMP type; null or -1 for all
     * @param to last port, or ICMP code; null or -1 for all
     */
    String of(String protocol, @Nullable Integer from, @Nullable Integer to) {
        var name = protocol(protocol);
        return switch (name) {
            case "-1" -> texts.get("perimeter.traffic.all");
            case "TCP", "UDP" -> name + " " + ports(from, to);
            case "ICMP", "ICMPv6" -> icmp(name, from, to);
            default -> Character.isDigit(name.charAt(0)) ? texts.get("perimeter.traffic.protocol", name) : name;
        };
    }

    private String ports(@Nullable Integer from, @Nullable Integer to) {
        if (from == null || from < 0 || from == 0 && to != null && to == LAST_PORT) {
            return texts.get("perimeter.traffic.allPorts");
        }
        return to == null || to.equals(from) ? from.toString() : from + "-" + to;
    }

    private String icmp(String name, @Nullable Integer type, @Nullable Integer code) {
        if (type == null || type < 0) {
            return name;
        }
        return code == null || code < 0
                ? texts.get("perimeter.traffic.icmpType", name, type.toString())
                : texts.get("perimeter.traffic.icmpCode", name, type.toString(), code.toString());
    }

    private static String protocol(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "-1", "all" -> "-1";
            case "1", "icmp" -> "ICMP";
            case "6", "tcp" -> "TCP";
            case "17", "udp" -> "UDP";
            case "58", "icmpv6" -> "ICMPv6";
            default -> word.toUpperCase(Locale.ROOT);
        };
    }
}
