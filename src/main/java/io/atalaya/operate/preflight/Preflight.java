package io.atalaya.operate.preflight;

import io.atalaya.deployment.Part;
import java.util.List;
import java.util.Set;

/**
 * What an act would do, as far as the deployment tells.
 *
 * @param consequences worst first
 * @param consulted parts on which it rests, to be kept current while somebody decides
 * @param unknown parts that were never read or are past their time, by their ids: what rests on them is not known, and says so
 */
public record Preflight(
        List<Consequence> consequences, Set<Part<?>> consulted, List<String> unknown, Confirmation confirmation) {
    public Preflight {
        consulted = Set.copyOf(consulted);
        consequences = List.copyOf(consequences);
        unknown = List.copyOf(unknown);
    }

    /**
     * Whether who saw this one has seen what another, made later of the same act, warns of: nothing of weight is new in it, it
     * endangers nothing else, it rests on no more that is unknown, and it asks for no more to confirm.
     */
    public boolean covers(Preflight later) {
        return later.confirmation.compareTo(confirmation) <= 0
                && unknown.containsAll(later.unknown)
                && later.consequences.stream()
                        .filter(each -> each.severity() != Severity.NOTE)
                        .allMatch(each -> consequences.stream().anyMatch(seen -> seen.covers(each)));
    }

    /** Whether it may be confirmed at all. */
    public boolean allowed() {
        return confirmation != Confirmation.NONE;
    }
}
