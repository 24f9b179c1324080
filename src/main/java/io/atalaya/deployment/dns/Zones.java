package io.atalaya.deployment.dns;

import io.atalaya.deployment.NameSeen;
import io.atalaya.deployment.ZoneDelegation;
import io.atalaya.deployment.dns.ZoneFacts.Delegated;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who answers for a domain, beside who should. */
final class Zones {
    private Zones() {}

    /** Names of servers compare without case and final dot. */
    static Set<String> bare(Collection<String> names) {
        return names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .map(name -> name.endsWith(".") ? name.substring(0, name.length() - 1) : name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * @param looksUp whether names are asked at all
     * @param delegation null where it was not read
     * @param seen null where it was not asked
     */
    static Delegated delegated(
            boolean isPrivate, boolean looksUp, @Nullable ZoneDelegation delegation, @Nullable NameSeen seen) {
        if (isPrivate) {
            return Delegated.PRIVATE;
        }
        if (!looksUp) {
            return Delegated.NOT_AWS;
        }
        if (seen == null || delegation == null) {
            return Delegated.NOT_ASKED;
        }
        return switch (seen.outcome()) {
            case NO_ANSWER -> Delegated.NO_ANSWER;
            case NOT_THERE -> Delegated.NOWHERE;
            case ANSWERED -> compared(bare(delegation.nameServers()), bare(seen.data()));
        };
    }

    private static Delegated compared(Set<String> given, Set<String> answered) {
        if (given.equals(answered)) {
            return Delegated.YES;
        }
        return given.stream().anyMatch(answered::contains) ? Delegated.PARTLY : Delegated.ELSEWHERE;
    }
}
