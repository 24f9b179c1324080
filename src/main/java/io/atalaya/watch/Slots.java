package io.atalaya.watch;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Problem;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All sources of a connection and what they have to do with each other. Guarded by the loop's lock. */
final class Slots {
    private final Map<Part<?>, Slot<?>> byPart = new LinkedHashMap<>();

    Slots(List<Source<?>> sources) {
        for (var source : sources) {
            if (byPart.put(source.part(), new Slot<>(source)) != null) {
                throw new IllegalArgumentException("two sources for " + source.part());
            }
        }
    }

    Collection<Slot<?>> all() {
        return byPart.values();
    }

    /** The slots of these parts, with all they need, those first. */
    Set<Slot<?>> withNeeds(Set<Part<?>> parts) {
        var found = new LinkedHashSet<Slot<?>>();
        parts.forEach(part -> collect(part, found, new HashSet<>()));
        return found;
    }

    private void collect(Part<?> part, Set<Slot<?>> found, Set<Part<?>> seen) {
        var slot = byPart.get(part);
        if (slot != null && seen.add(part)) {
            slot.source.needs().forEach(need -> collect(need, found, seen));
            found.add(slot);
        }
    }

    /** Whether it is asked: always, or somebody looks at it, or somebody looks at what needs it. */
    boolean active(Slot<?> slot) {
        return slot.source.always()
                || slot.watchers > 0
                || slot.clicked
                || byPart.values().stream()
                        .anyMatch(
                                other -> other != slot && other.source.needs().contains(slot.part()) && active(other));
    }

    /** Parts that must be read to the end before this one can ask. */
    Set<Part<?>> blockers(Slot<?> slot) {
        return slot.source.needs().stream()
                .map(byPart::get)
                .filter(Objects::nonNull)
                .filter(need -> !need.read)
                .map(Slot::part)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Why the parts it needs have no answer; empty while none of them has failed. */
    Optional<Problem> blockedBy(Slot<?> slot, Deployment known) {
        return blockers(slot).stream()
                .map(need -> known.observed(need).problem())
                .<Problem>mapMulti((problem, next) -> {
                    if (problem != null) {
                        next.accept(problem);
                    }
                })
                .findFirst();
    }

    /** Whether a part it reads better with is still being read for the first time. */
    boolean waitsForOthers(Slot<?> slot) {
        return slot.source.uses().stream()
                .map(byPart::get)
                .filter(Objects::nonNull)
                .anyMatch(used -> !used.attempted && active(used));
    }

    /** Who may have waited for this part. */
    List<Slot<?>> dependents(Part<?> part) {
        return byPart.values().stream()
                .filter(slot ->
                        slot.source.needs().contains(part) || slot.source.uses().contains(part))
                .toList();
    }

    /** Who waits for an answer like this one, to be asked again. */
    List<Slot<?>> followers(Slot<?> answered) {
        return Herd.followers(answered, byPart.values());
    }

    /** In which herd a source that failed need not ask for itself; empty when it must. */
    Optional<Herd> herd(Slot<?> slot, Problem problem) {
        return Herd.followedBy(
                slot, problem, byPart.values().stream().filter(this::active).toList());
    }
}
