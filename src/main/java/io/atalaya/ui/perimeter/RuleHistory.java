package io.atalaya.ui.perimeter;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.watch.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who touched which rule last: what CloudTrail told, and what this console saw change while it looked. Nothing else. */
final class RuleHistory {
    /** Nothing is known. */
    static final RuleHistory NONE = new RuleHistory(List.of(), List.of());

    /** A rule that is there no more. */
    record Gone(RuleKey key, LastChange change) {}

    private record Of(String group, RuleKey key) {}

    private record OfEntry(String acl, boolean egress, int number) {}

    private final Map<Of, LastChange> rules = new HashMap<>();
    private final Map<OfEntry, LastChange> entries = new HashMap<>();
    private final List<TrailRule> told;

    /**
     * @param seen what this console saw, in any order
     * @param told what CloudTrail told, in any order
     */
    RuleHistory(List<Change> seen, List<TrailRule> told) {
        this.told = told.stream()
                .sorted(Comparator.comparing(each -> each.change().at()))
                .toList();
        seen.stream().sorted(Comparator.comparing(Change::at)).forEach(this::see);
        for (var each : this.told) {
            if (each.key() != null) {
                rules.merge(new Of(each.resource(), each.key()), each.change(), RuleHistory::better);
            }
            if (each.number() != null) {
                entries.put(new OfEntry(each.resource(), each.egress(), each.number()), each.change());
            }
        }
    }

    /** AWS's own word of the same thing is better than a difference between two answers; of another thing the later. */
    private static LastChange better(LastChange known, LastChange told) {
        return known.removed() == told.removed() || !known.at().isAfter(told.at()) ? told : known;
    }

    private void see(Change change) {
        if (change.field().equals("IpPermissions")) {
            var text = change.after() == null ? change.before() : change.after();
            if (text != null) {
                RuleKey.parse(text)
                        .ifPresent(key -> rules.put(
                                new Of(change.resource().id(), key),
                                new LastChange(change.at(), null, null, null, change.after() == null)));
            }
        }
    }

    @Nullable
    LastChange of(String groupId, RuleKey key) {
        var known = rules.get(new Of(groupId, key));
        return known == null || known.removed() ? null : known;
    }

    @Nullable
    LastChange of(String aclId, AclEntry entry) {
        return entries.get(new OfEntry(aclId, entry.egress(), entry.number()));
    }

    /** Rules of this group that were removed and are not there now, the newest first. */
    List<Gone> gone(SecurityGroup group) {
        var present = new HashSet<RuleKey>();
        group.rules().forEach(rule -> present.add(RuleKey.of(rule)));
        var gone = new ArrayList<Gone>();
        rules.forEach((of, change) -> {
            if (of.group().equals(group.id()) && change.removed() && !present.contains(of.key())) {
                gone.add(new Gone(of.key(), change));
            }
        });
        gone.sort(Comparator.comparing((Gone each) -> each.change().at())
                .reversed()
                .thenComparing(each -> each.key().toString()));
        return gone;
    }

    /** What CloudTrail told, the newest first. */
    List<TrailRule> told() {
        return told.reversed();
    }
}
