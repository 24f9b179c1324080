package io.atalaya.evidence.document.chapter;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.evidence.document.Cell;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules as sentences. Each keeps a short form in no language, by which it is compared and can be written in a baseline. */
final class RuleWords {
    /** The number of the entry that AWS itself puts last. */
    static final int LAST = 32_767;

    private static final int LAST_PORT = 65_535;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(21, "FTP"),
            Map.entry(22, "SSH"),
            Map.entry(25, "SMTP"),
            Map.entry(53, "DNS"),
            Map.entry(80, "HTTP"),
            Map.entry(389, "LDAP"),
            Map.entry(443, "HTTPS"),
            Map.entry(445, "SMB"),
            Map.entry(1433, "SQL Server"),
            Map.entry(1521, "Oracle"),
            Map.entry(2049, "NFS"),
            Map.entry(3306, "MySQL"),
            Map.entry(3389, "RDP"),
            Map.entry(5432, "PostgreSQL"),
            Map.entry(6379, "Redis"),
            Map.entry(8983, "Solr"),
            Map.entry(27017, "MongoDB"));

    private final TableMaker tables;

    RuleWords(TableMaker tables) {
        this.tables = tables;
    }

    /** {@code Allows TCP 443 (HTTPS) from anywhere on the internet}; kept as {@code tcp 443 0.0.0.0/0}. */
    Cell of(SecurityRule rule) {
        var traffic = traffic(rule.protocol(), rule.fromPort(), rule.toPort());
        var peer = peer(rule);
        return new Cell.Words(
                traffic.plain() + " " + peer.plain(),
                rule.ingress() ? "rule.allow.in" : "rule.allow.out",
                List.of(traffic, peer));
    }

    /** {@code Refuses TCP 22 (SSH) from anywhere on the internet}; kept as {@code deny tcp 22 0.0.0.0/0}. */
    Cell of(AclEntry entry) {
        if (entry.number() >= LAST) {
            return Cell.words("rule.last");
        }
        var icmp = entry.icmpType() != null;
        var traffic = traffic(
                entry.protocol(), icmp ? entry.icmpType() : entry.fromPort(), icmp ? entry.icmpCode() : entry.toPort());
        var peer = block(entry.cidr());
        return new Cell.Words(
                (entry.allow() ? "allow " : "deny ") + traffic.plain() + " " + peer.plain(),
                (entry.allow() ? "rule.allow" : "rule.refuse") + (entry.egress() ? ".out" : ".in"),
                List.of(traffic, peer));
    }

    private Cell.Words peer(SecurityRule rule) {
        if (rule.cidr() != null) {
            return block(rule.cidr());
        }
        if (rule.groupId() != null) {
            var name = tables.nameOf(ResourceType.SECURITY_GROUP, rule.groupId());
            return new Cell.Words(name, "peer.group", List.of(name));
        }
        var list = String.valueOf(rule.prefixListId());
        return new Cell.Words(list, "peer.prefixList", List.of(tables.nameOf(ResourceType.PREFIX_LIST, list)));
    }

    private static Cell.Words block(String cidr) {
        var key =
                switch (cidr) {
                    case "0.0.0.0/0" -> "peer.anyone";
                    case "::/0" -> "peer.anyone6";
                    default -> cidr.endsWith("/32") || cidr.endsWith("/128") ? "peer.address" : "peer.block";
                };
        return new Cell.Words(cidr, key, List.of(cidr.replaceAll("/(32|128)$", "")));
    }

    private static Cell.Words traffic(String protocol, @Nullable Integer from, @Nullable Integer to) {
        var word = protocol(protocol);
        return switch (word) {
            case "all" -> new Cell.Words("all", "traffic.all", List.of());
            case "TCP", "UDP" -> ports(word, from, to);
            case "ICMP", "ICMPv6" -> icmp(word, from, to);
            default -> new Cell.Words(word.toLowerCase(Locale.ROOT), "traffic.protocol", List.of(word));
        };
    }

    private static Cell.Words ports(String protocol, @Nullable Integer from, @Nullable Integer to) {
        var low = protocol.toLowerCase(Locale.ROOT) + " ";
        if (from == null || from < 0 || from == 0 && to != null && to == LAST_PORT) {
            return new Cell.Words(low + "all", "traffic.allPorts", List.of(protocol));
        }
        if (to != null && !to.equals(from)) {
            var range = from + "-" + to;
            return new Cell.Words(low + range, "traffic.port", List.of(protocol, range));
        }
        var name = NAMES.get(from);
        return name == null
                ? new Cell.Words(low + from, "traffic.port", List.of(protocol, from.toString()))
                : new Cell.Words(low + from, "traffic.known", List.of(protocol, from.toString(), name));
    }

    private static Cell.Words icmp(String protocol, @Nullable Integer type, @Nullable Integer code) {
        var low = protocol.toLowerCase(Locale.ROOT);
        if (type == null || type < 0) {
            return new Cell.Words(low, "traffic.icmp", List.of(protocol));
        }
        var what = code == null || code < 0 ? type.toString() : type + "/" + code;
        return new Cell.Words(low + " " + what, "traffic.icmpType", List.of(protocol, what));
    }

    private static String protocol(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "-1", "all" -> "all";
            case "1", "icmp" -> "ICMP";
            case "6", "tcp" -> "TCP";
            case "17", "udp" -> "UDP";
            case "58", "icmpv6" -> "ICMPv6";
            default -> word.toUpperCase(Locale.ROOT);
        };
    }
}
