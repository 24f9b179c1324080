package io.atalaya.ui.perimeter;

import io.atalaya.deployment.SecurityRule;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What makes a rule of a group the same rule for AWS, whatever its description and id.
 *
 * @param from null for all
 * @param peer block, or id of a group or list
 */
record RuleKey(
        boolean ingress,
        String protocol,
        @Nullable Integer from,
        @Nullable Integer to,
        String peer) {
    static RuleKey of(SecurityRule rule) {
        var peer = rule.cidr() != null ? rule.cidr() : rule.groupId() != null ? rule.groupId() : rule.prefixListId();
        return of(rule.ingress(), rule.protocol(), rule.fromPort(), rule.toPort(), peer == null ? "" : peer);
    }

    static RuleKey of(boolean ingress, String protocol, @Nullable Integer from, @Nullable Integer to, String peer) {
        var name = protocol(protocol);
        var all = name.equals("-1") || from == null || from < 0;
        return new RuleKey(ingress, name, all ? null : from, all ? null : to == null ? from : to, peer);
    }

    /** As the deployment's history writes rules: {@code ingress tcp 2049 10.20.1.0/24}; empty when it is none. */
    static Optional<RuleKey> parse(String text) {
        var words = text.strip().split("\\s+", -1);
        if (words.length < 3 || words.length > 4 || !words[0].matches("ingress|egress")) {
            return Optional.empty();
        }
        Integer from = null;
        Integer to = null;
        if (words.length == 4) {
            if (!words[2].matches("\\d{1,5}(-\\d{1,5})?")) {
                return Optional.empty();
            }
            var dash = words[2].indexOf('-');
            from = Integer.valueOf(dash < 0 ? words[2] : words[2].substring(0, dash));
            to = Integer.valueOf(dash < 0 ? words[2] : words[2].substring(dash + 1));
        }
        return Optional.of(of(words[0].equals("ingress"), words[1], from, to, words[words.length - 1]));
    }

    /** As {@link #parse} takes it. */
    String text() {
        return (ingress ? "ingress " : "egress ")
                + (protocol.equals("-1") ? "all" : protocol)
                + (from == null ? "" : " " + (from.equals(to) ? from.toString() : from + "-" + to))
                + " "
                + peer;
    }

    /** The rule this is the key of, as far as it goes. */
    SecurityRule rule() {
        var group = peer.startsWith("sg-");
        var list = peer.startsWith("pl-");
        return new SecurityRule(
                ingress,
                protocol,
                from,
                to,
                group || list ? null : peer,
                group ? peer : null,
                list ? peer : null,
                null);
    }

    private static String protocol(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "all", "-1" -> "-1";
            case "6" -> "tcp";
            case "17" -> "udp";
            case "1" -> "icmp";
            case "58" -> "icmpv6";
            default -> word.toLowerCase(Locale.ROOT);
        };
    }
}
