package io.atalaya.noc.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything a desk knows at one moment. Immutable.
 *
 * @param entries by key, with those that left lately: they are what a return is counted against, and what another console's
 *     older copy is answered with
 * @param mutes with those that ended lately
 * @param events of the last days, by time
 * @param dueUntil up to when snoozes that end by themselves were told
 */
public record DeskState(Map<String, Entry> entries, List<MuteRule> mutes, List<DeskEvent> events, Instant dueUntil) {
    /** A desk that never saw anything. */
    public static final DeskState EMPTY = new DeskState(Map.of(), List.of(), List.of(), Instant.EPOCH);

    private static final Comparator<Entry> WORST_FIRST = Comparator.comparing(Entry::over)
            .thenComparing(Entry::severity)
            .thenComparing(Entry::isAcknowledged)
            .thenComparing(Entry::opened, Comparator.reverseOrder())
            .thenComparing(Entry::key);

    public DeskState {
        entries = Map.copyOf(entries);
        mutes = List.copyOf(mutes);
        events = List.copyOf(events);
    }

    public Optional<Entry> entry(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** What is on the desk, muted and put aside or not: what lasts before what is held, worst first, then the newest. */
    public List<Entry> queue() {
        return entries.values().stream()
                .filter(each -> each.phase() != Entry.Phase.LEFT)
                .sorted(WORST_FIRST)
                .toList();
    }

    /**
     * The entry that stands for this one too: the composite alarm that rings because of it, while it rings. What stands below
     * another is shown there, and does not call by itself.
     */
    public Optional<Entry> above(Entry entry) {
        var parent = entry.sight().parent();
        return parent == null ? Optional.empty() : entry(parent).filter(each -> !each.over());
    }

    /** What stands below an entry, worst first. */
    public List<Entry> below(Entry entry) {
        return queue().stream()
                .filter(each -> above(each).filter(entry::equals).isPresent())
                .toList();
    }

    private Stream<Entry> tops() {
        return queue().stream().filter(each -> above(each).isEmpty());
    }

    /** The queue without what stands below another, is muted or put aside. */
    public List<Entry> loud(Instant now) {
        return tops().filter(
                        each -> !isMuted(each, now) && each.snoozedUntil(now).isEmpty())
                .toList();
    }

    /** What is on the desk and muted: still watched and counted. */
    public List<Entry> muted(Instant now) {
        return tops().filter(each -> isMuted(each, now)).toList();
    }

    /** What is on the desk and put aside, not muted. */
    public List<Entry> snoozed(Instant now) {
        return tops().filter(
                        each -> !isMuted(each, now) && each.snoozedUntil(now).isPresent())
                .toList();
    }

    /** The rule that keeps quiet about an entry: of several the one that lasts longest. */
    public Optional<MuteRule> mutedBy(Entry entry, Instant now) {
        return mutes.stream()
                .filter(each -> each.holds(now) && each.covers(entry))
                .max(Comparator.comparing(each -> each.until() == null ? Instant.MAX : each.until()));
    }

    public boolean isMuted(Entry entry, Instant now) {
        return mutedBy(entry, now).isPresent();
    }

    /** What shall sound: it lasts, and nobody acknowledged, muted or put it aside. */
    public List<Entry> calling(Instant now) {
        return loud(now).stream()
                .filter(each -> !each.over() && !each.isAcknowledged())
                .toList();
    }
}
