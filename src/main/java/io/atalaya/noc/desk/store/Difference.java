package io.atalaya.noc.desk.store;

import io.atalaya.noc.desk.DeskState;
import io.atalaya.noc.desk.Entry;
import io.atalaya.noc.desk.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What one desk has that another has not, as a desk that merges with the other. */
final class Difference {
    /** That an entry was looked at again is written no more often. */
    private static final Duration LOOKED_AGAIN = Duration.ofMinutes(1);

    private Difference() {}

    /** Empty where nothing is worth writing. */
    static Optional<DeskState> between(DeskState before, DeskState after) {
        if (before == after) {
            return Optional.empty();
        }
        var entries = after.entries().entrySet().stream()
                .filter(each -> !isSame(before.entries().get(each.getKey()), each.getValue()))
                .collect(Collectors.toMap(java.util.Map.Entry::getKey, java.util.Map.Entry::getValue));
        var known = new HashSet<>(before.events());
        var events =
                after.events().stream().filter(each -> !known.contains(each)).toList();
        var rules = new HashSet<>(before.mutes());
        var mutes = after.mutes().stream().filter(each -> !rules.contains(each)).toList();
        return entries.isEmpty() && events.isEmpty() && mutes.isEmpty()
                ? Optional.empty()
                : Optional.of(new DeskState(entries, mutes, events, after.dueUntil()));
    }

    private static boolean isSame(@org.jspecify.annotations.Nullable Entry before, Entry after) {
        if (before == null) {
            return false;
        }
        if (before.equals(after)) {
            return true;
        }
        var was = before.sight();
        var is = after.sight();
        return Duration.between(was.judgedAt(), is.judgedAt()).compareTo(LOOKED_AGAIN) < 0
                && Objects.equals(at(before, was), at(after, was))
                && is.judgedBy().equals(was.judgedBy());
    }

    private static Entry at(Entry entry, Sight like) {
        var sight = entry.sight();
        Instant looked = like.judgedAt();
        return new Entry(
                entry.key(),
                entry.opened(),
                entry.worst(),
                entry.reopenedAt(),
                entry.flaps(),
                new Sight(
                        sight.kind(),
                        sight.severity(),
                        sight.what(),
                        sight.on(),
                        sight.where(),
                        sight.source(),
                        sight.parent(),
                        sight.since(),
                        like.evidenceAt(),
                        looked,
                        sight.judgedBy(),
                        sight.ended(),
                        sight.blind()),
                entry.attention());
    }
}
