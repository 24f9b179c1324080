package io.atalaya.deployment.dns;

import io.atalaya.deployment.DnsAnswer;
import io.atalaya.deployment.NameSeen;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.State;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether DNS as seen from here says what Route 53 says. */
public enum Agreement {
    /** The same values, or for names with many values at least one of them. */
    SAME(State.HEALTHY),
    /** There was an answer, and nothing of Route 53 to set beside it. */
    ANSWERED(State.UNKNOWN),
    /** Other values: another name server answers, or a cache has an older answer. */
    DIFFERENT(State.DEGRADED),
    /** Route 53 has the name and DNS as seen from here does not. */
    NOT_THERE(State.FAILED),
    /** No name server answered in time, or the answer was an error: nothing is known of the name. */
    NO_ANSWER(State.UNKNOWN),
    /** Not asked yet, or beyond how many names are asked. */
    NOT_ASKED(State.UNKNOWN),
    /** The name is private: this computer is not in its networks. */
    PRIVATE(State.UNKNOWN),
    /** A wildcard, or a type that is not compared. */
    NOT_COMPARED(State.UNKNOWN),
    /** The endpoint is not AWS: its names are not real, and asking public DNS for them would say something about others. */
    NOT_AWS(State.UNKNOWN);

    private final State state;

    Agreement(State state) {
        this.state = state;
    }

    public State state() {
        return state;
    }

    /**
     * @param isPrivate whether the zone is
     * @param looksUp whether names are asked at all: only where the endpoint is AWS itself
     * @param siblings all records of the same name and type
     * @param said what Route 53 answers; null where it was not asked
     * @param seen what is answered here; null where it was not asked
     */
    static Agreement of(
            RecordSet record,
            boolean isPrivate,
            boolean looksUp,
            List<RecordSet> siblings,
            @Nullable DnsAnswer said,
            @Nullable NameSeen seen) {
        if (isPrivate) {
            return PRIVATE;
        }
        if (!Names.canBeAsked(record)) {
            return NOT_COMPARED;
        }
        if (!looksUp) {
            return NOT_AWS;
        }
        return seen == null ? NOT_ASKED : compared(record, siblings, said, seen);
    }

    private static Agreement compared(
            RecordSet record, List<RecordSet> siblings, @Nullable DnsAnswer said, NameSeen seen) {
        if (seen.outcome() == NameSeen.Outcome.NO_ANSWER) {
            return NO_ANSWER;
        }
        var expected = bare(
                said != null
                        ? said.data()
                        : siblings.stream().flatMap(it -> it.values().stream()).toList());
        if (seen.outcome() == NameSeen.Outcome.NOT_THERE) {
            return said != null && said.data().isEmpty() ? SAME : NOT_THERE;
        }
        var found = bare(seen.data());
        if (said == null && siblings.stream().anyMatch(it -> it.alias() != null)) {
            return ANSWERED;
        }
        if (siblings.size() == 1 && record.alias() == null) {
            return found.equals(expected) ? SAME : DIFFERENT;
        }
        // aliases and policies answer some of many addresses, and not the same ones each time
        found.retainAll(expected);
        return found.isEmpty() ? DIFFERENT : SAME;
    }

    private static TreeSet<String> bare(Collection<String> values) {
        return values.stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .map(value -> value.endsWith(".") ? value.substring(0, value.length() - 1) : value)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
