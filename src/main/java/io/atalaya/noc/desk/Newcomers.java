package io.atalaya.noc.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What needs a person and did not a moment ago: it appeared, came back, became worse, or its rest ended. Told by one thread at a
 * time.
 */
public final class Newcomers {
    /** What flaps is told once in that time, however often it comes back. */
    static final Duration AT_MOST_EVERY = Duration.ofMinutes(5);

    private final Map<String, Instant> told = new HashMap<>();
    private Set<String> calling = Set.of();
    private boolean looked;

    /** Nothing at the first look: what was there when the program began is on screen. */
    public List<Entry> of(DeskState state, Instant now) {
        var waiting = state.calling(now);
        var keys = new HashSet<String>();
        waiting.forEach(each -> keys.add(identity(each)));
        var before = calling;
        calling = Set.copyOf(keys);
        if (!looked) {
            looked = true;
            return List.of();
        }
        told.values().removeIf(each -> each.plus(AT_MOST_EVERY).isBefore(now));
        return waiting.stream()
                .filter(each -> !before.contains(identity(each)))
                .filter(each -> told.putIfAbsent(each.key() + each.severity(), now) == null)
                .toList();
    }

    private static String identity(Entry entry) {
        return entry.key() + " " + entry.opened() + " " + entry.reopenedAt();
    }
}
