package io.atalaya.operate.act;

import io.atalaya.deployment.AliasTarget;
import io.atalaya.deployment.RecordSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Route 53's rules for a record set, before it is sent: names, time to live, values of each type. */
final class RecordRules {
    private static final Set<String> TYPES =
            Set.of("A", "AAAA", "CAA", "CNAME", "DS", "MX", "NAPTR", "NS", "PTR", "SOA", "SPF", "SRV", "TXT");

    /** Labels of up to 63 letters, digits, hyphens and underscores; * as the first. */
    private static final Pattern NAME = Pattern.compile("(\\*\\.)?([A-Za-z0-9_-]{1,63}\\.)*[A-Za-z0-9_-]{1,63}\\.?");

    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:.*:)[0-9A-Fa-f:]{2,39}(\\.[0-9.]{5,13})?");
    private static final Pattern MX = Pattern.compile("[0-9]{1,5} (\\S+)");
    private static final Pattern SRV = Pattern.compile("[0-9]{1,5} [0-9]{1,5} [0-9]{1,5} (\\S+)");
    private static final Pattern CAA = Pattern.compile("[0-9]{1,3} [A-Za-z0-9]+ \"[^\"\\\\]*\"");
    /** Strings in quotes of up to 255 characters each, quotes and backslashes inside escaped. */
    private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\]|\\\\.){0,255}\"( \"([^\"\\\\]|\\\\.){0,255}\")*");

    private RecordRules() {}

    /** The record set with its names as Route 53 keeps them and the model shows them: in small letters, without final dot. */
    static RecordSet checked(RecordSet set) {
        check(set);
        var alias = set.alias();
        return new RecordSet(
                set.hostedZoneId(),
                kept(set.name()),
                set.recordType(),
                set.ttlSeconds(),
                set.values(),
                alias == null
                        ? null
                        : new AliasTarget(kept(alias.dnsName()), alias.hostedZoneId(), alias.evaluatesHealth()),
                set.setIdentifier(),
                set.routing(),
                set.healthCheckId());
    }

    private static String kept(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static void check(RecordSet set) {
        Input.identifier(set.hostedZoneId());
        Input.require(isName(set.name()), "operate.input.recordName");
        Input.require(TYPES.contains(set.recordType()), "operate.input.recordType");
        var identifier = set.setIdentifier();
        Input.require(
                identifier == null
                        || (!identifier.isBlank() && identifier.length() <= 128 && Input.visible(identifier)),
                "operate.input.setIdentifier");
        Routing.check(set.routing(), identifier);
        Input.identifier(set.healthCheckId(), false);
        var alias = set.alias();
        if (alias != null) {
            Input.require(isName(alias.dnsName()), "operate.input.aliasName");
            Input.identifier(alias.hostedZoneId());
            Input.require(set.values().isEmpty() && set.ttlSeconds() == null, "operate.input.alias");
            return;
        }
        var ttl = set.ttlSeconds();
        Input.require(ttl != null, "operate.input.ttl", 0, Integer.MAX_VALUE);
        Input.range("operate.input.ttl", ttl == null ? 0 : ttl, 0, Integer.MAX_VALUE);
        values(set.recordType(), set.values());
    }

    private static void values(String type, List<String> values) {
        Input.require(!values.isEmpty(), "operate.input.recordValues");
        Input.require(new HashSet<>(values).size() == values.size(), "operate.input.recordTwice");
        Input.require(values.size() == 1 || !Set.of("CNAME", "SOA").contains(type), "operate.input.recordOne", type);
        for (var value : values) {
            Input.require(value.length() <= 4000 && Input.visible(value), "operate.input.recordCharacters");
            Input.require(isValue(type, value), "operate.input.record." + type, value);
        }
    }

    private static boolean isValue(String type, String value) {
        return switch (type) {
            case "A" -> IPV4.matcher(value).matches();
            case "AAAA" -> IPV6.matcher(value).matches() && value.split("::", -1).length <= 2;
            case "CNAME", "NS", "PTR" -> isName(value);
            case "MX" -> {
                var mx = MX.matcher(value);
                yield mx.matches() && isName(mx.group(1));
            }
            case "SRV" -> {
                var srv = SRV.matcher(value);
                yield srv.matches() && isName(srv.group(1));
            }
            case "TXT", "SPF" -> TEXT.matcher(value).matches();
            case "CAA" -> CAA.matcher(value).matches();
            default -> !value.isBlank(); // DS, NAPTR, SOA: AWS judges
        };
    }

    /** Of at most 255 characters. Route 53 takes more characters, written as octal codes; this console does not. */
    private static boolean isName(String name) {
        return name.length() <= 255 && NAME.matcher(name).matches();
    }
}
