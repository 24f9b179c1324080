package io.atalaya.operate.preflight;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.SecurityRule;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a rule or an entry is about, in the words every network person reads: {@code TCP 443}, {@code ICMP}, {@code ALL}. */
final class Traffic {
    private Traffic() {}

    static String of(SecurityRule rule) {
        return words(rule.protocol(), rule.fromPort(), rule.toPort());
    }

    static String of(AclEntry entry) {
        var icmp = entry.icmpType() != null;
        return words(
                entry.protocol(), icmp ? entry.icmpType() : entry.fromPort(), icmp ? entry.icmpCode() : entry.toPort());
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
