package io.atalaya.noc.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Two consoles' desks made one. */
final class Merging {
    private static final int MOST_EVENTS = 20_000;

    private static final Comparator<DeskEvent> BY_TIME = Comparator.comparing(DeskEvent::at)
            .thenComparing(DeskEvent::console)
            .thenComparing(DeskEvent::key)
            .thenComparing(DeskEvent::kind)
            .thenComparing(DeskEvent::by)
            .thenComparing(DeskEvent::text);

    private Merging() {}

    static DeskState of(DeskState one, DeskState other) {
        var entries = new HashMap<>(one.entries());
        other.entries().values().forEach(each -> entries.merge(each.key(), each, Merging::entry));
        var mutes = new LinkedHashMap<String, MuteRule>();
        Stream.of(one, other)
                .flatMap(each -> each.mutes().stream())
                .forEach(each -> mutes.merge(
                        each.id(),
                        each,
                        (mine, theirs) -> theirs.endedAt() == null ? mine : mine.ended(theirs.endedAt())));
        return new DeskState(
                entries,
                sorted(mutes.values()),
                Stream.concat(one.events().stream(), other.events().stream())
                        .distinct()
                        .sorted(BY_TIME)
                        .toList(),
                latest(one.dueUntil(), other.dueUntil()));
    }

    /** Of others' desks: what is known here, and what somebody was concerned with lately. */
    static DeskState lately(DeskState mine, DeskState others, Instant now) {
        var oldest = now.minus(Desk.KEPT);
        var young = new HashMap<>(others.entries());
        young.values().removeIf(each -> mine.entry(each.key()).isEmpty() && each.untouchedSince(oldest));
        return new DeskState(young, others.mutes(), others.events(), others.dueUntil());
    }

    private static Entry entry(Entry one, Entry other) {
        if (isAfterQuiet(one, other) || isAfterQuiet(other, one)) {
            var late = isAfterQuiet(one, other) ? other : one;
            var early = late == one ? other : one;
            return new Entry(
                    late.key(),
                    late.opened(),
                    late.worst(),
                    latest(latest(late.reopenedAt(), early.reopenedAt()), late.opened()),
                    late.flaps(),
                    Sight.later(one.sight(), other.sight()),
                    one.attention().merged(other.attention()));
        }
        return new Entry(
                one.key(),
                one.opened().isBefore(other.opened()) ? one.opened() : other.opened(),
                one.worst().worst(other.worst()),
                latest(one.reopenedAt(), other.reopenedAt()),
                Math.max(one.flaps(), other.flaps()),
                Sight.later(one.sight(), other.sight()),
                one.attention().merged(other.attention()));
    }

    /** Whether the second began when the first had been over for long: another trouble of the same key. */
    private static boolean isAfterQuiet(Entry first, Entry second) {
        var ended = first.ended();
        return ended != null && second.opened().isAfter(ended.plus(Desk.FLAP_WINDOW));
    }

    /** The state without what is older than it need be. */
    static DeskState kept(
            Map<String, Entry> entries,
            Collection<MuteRule> mutes,
            List<DeskEvent> events,
            List<DeskEvent> told,
            Instant due,
            Instant now) {
        var oldest = now.minus(Desk.KEPT);
        var young = new HashMap<>(entries);
        young.values().removeIf(each -> each.leftBefore(oldest));
        var lately = Stream.concat(events.stream(), told.stream())
                .filter(each -> !each.at().isBefore(oldest))
                .toList();
        return new DeskState(
                young,
                sorted(mutes.stream()
                        .filter(each ->
                                each.holds(now) || !latest(each.at(), end(each)).isBefore(oldest))
                        .toList()),
                lately.subList(Math.max(0, lately.size() - MOST_EVENTS), lately.size()),
                due);
    }

    private static Instant end(MuteRule rule) {
        var ended = rule.endedAt();
        var until = rule.until();
        return ended != null ? ended : until == null ? Instant.MAX : until;
    }

    private static List<MuteRule> sorted(Collection<MuteRule> rules) {
        return rules.stream()
                .sorted(Comparator.comparing(MuteRule::at).thenComparing(MuteRule::id))
                .toList();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
