package io.atalaya.deployment.dns;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.HostedZone;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RecordSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which names of a deployment can be asked of DNS, and in which order where not all of them may be. */
public final class Names {
    /** Types whose answers are comparable with what the zone says. */
    private static final Set<String> TYPES = Set.of("A", "AAAA", "CNAME");

    /**
     * A question to DNS.
     *
     * @param name without the final dot
     */
    public record Name(String hostedZoneId, String name, String recordType) {}

    private Names() {}

    /**
     * Addresses and canonical names of public zones: first those of which a policy decides, then aliases, then the others.
     *
     * @param most how many at the most
     */
    public static List<Name> worthAsking(Deployment deployment, int most) {
        var open = deployment.items(Parts.HOSTED_ZONES).stream()
                .filter(zone -> !zone.isPrivate())
                .map(HostedZone::id)
                .collect(Collectors.toSet());
        var names = new LinkedHashMap<Name, Boolean>();
        deployment.items(Parts.RECORD_SETS).stream()
                .filter(record -> open.contains(record.hostedZoneId()) && canBeAsked(record))
                .sorted(Comparator.comparing((RecordSet it) -> it.routing().equals("simple"))
                        .thenComparing(it -> it.alias() == null))
                .forEach(it -> names.putIfAbsent(new Name(it.hostedZoneId(), it.name(), it.recordType()), true));
        return names.keySet().stream().limit(most).toList();
    }

    /** A wildcard is no name: nobody knows which of all names it stands for is meant. */
    static boolean canBeAsked(RecordSet record) {
        return TYPES.contains(record.recordType())
                && !record.name().isEmpty()
                && !record.name().startsWith("*");
    }
}
