package io.atalaya.noc.desk;

import io.atalaya.noc.desk.DeskEvent.Kind;
import java.time.Instant;
import java.util.List;

/** What a person does, brought to the desk. */
final class Acting {
    private Acting() {}

    static void on(PersonAct act, Desk.Work work) {
        switch (act) {
            case PersonAct.Mute it -> mute(it, work);
            case PersonAct.Unmute it -> unmute(it, work);
            case PersonAct.Acknowledge it -> {
                entry(it.key(), act, work);
                below(it, work);
            }
            case PersonAct.Take it -> entry(it.key(), act, work);
            case PersonAct.HandOver it -> entry(it.key(), act, work);
            case PersonAct.Note it -> entry(it.key(), act, work);
            case PersonAct.MarkSeen it -> entry(it.key(), act, work);
            case PersonAct.Snooze it -> entry(it.key(), act, work);
            case PersonAct.Unsnooze it -> entry(it.key(), act, work);
        }
    }

    /** Who knows of a composite alarm knows of the alarms below it that rang by then; of a later one nobody knows yet. */
    private static void below(PersonAct.Acknowledge act, Desk.Work work) {
        for (var each : List.copyOf(work.entries.values())) {
            if (act.key().equals(each.sight().parent()) && each.phase() != Entry.Phase.LEFT && !each.isAcknowledged()) {
                var said = new PersonAct.Acknowledge(each.key(), act.by(), each.severity());
                entry(each.key(), said, work);
            }
        }
    }

    private static void entry(String key, PersonAct act, Desk.Work work) {
        var entry = work.entries.get(key);
        if (entry == null || entry.phase() == Entry.Phase.LEFT) {
            return;
        }
        var at = entry.after(work.now);
        var said = said(act, entry, at, work);
        if (said != entry.attention()) {
            work.entries.put(key, entry.with(said));
        }
    }

    private static Attention said(PersonAct act, Entry entry, Instant at, Desk.Work work) {
        var said = entry.attention();
        return switch (act) {
            case PersonAct.Acknowledge it -> acknowledged(it, entry, at, work);
            case PersonAct.Take it -> owned(it.by(), Kind.TAKEN, it.by(), entry, at, work);
            case PersonAct.HandOver it -> owned(it.to(), Kind.HANDED_OVER, it.by(), entry, at, work);
            case PersonAct.Note it -> {
                if (entry.note().orElse("").equals(it.text())) {
                    yield said;
                }
                work.tell(Kind.NOTED, entry, work.now, it.by(), it.text());
                yield said.noted(new Stamped<>(it.text(), at, it.by()));
            }
            case PersonAct.MarkSeen it -> {
                if (!entry.over()) {
                    yield said; // it came back while the person pressed
                }
                work.tell(Kind.SEEN, entry, work.now, it.by(), "");
                yield said.seen(new Stamped<>(true, at, it.by()));
            }
            case PersonAct.Snooze it -> snoozed(it, entry, at, work);
            case PersonAct.Unsnooze it -> {
                if (entry.snoozedUntil(work.now).isEmpty()) {
                    yield said;
                }
                work.tell(Kind.UNSNOOZED, entry, work.now, it.by(), "");
                yield said.snoozed(new Stamped<>(new Snooze(null, entry.severity()), at, it.by()));
            }
            case PersonAct.Mute it -> said;
            case PersonAct.Unmute it -> said;
        };
    }

    private static Attention acknowledged(PersonAct.Acknowledge act, Entry entry, Instant at, Desk.Work work) {
        var said = entry.attention();
        var again = said.acknowledgements().stream()
                .anyMatch(each -> each.by().equals(act.by())
                        && !each.at().isBefore(entry.reopenedAt())
                        && !act.seen().worseThan(each.severity()));
        if (again) {
            return said;
        }
        work.tell(Kind.ACKNOWLEDGED, entry, work.now, act.by(), "");
        var more = said.acknowledged(new Acknowledgement(act.by(), at, act.seen()));
        return entry.owner().isPresent() ? more : more.owned(new Stamped<>(act.by(), at, act.by()));
    }

    private static Attention owned(String owner, Kind kind, String by, Entry entry, Instant at, Desk.Work work) {
        if (entry.owner().orElse("").equals(owner)) {
            return entry.attention();
        }
        work.tell(kind, entry, work.now, by, kind == Kind.HANDED_OVER ? owner : "");
        return entry.attention().owned(new Stamped<>(owner, at, by));
    }

    private static Attention snoozed(PersonAct.Snooze act, Entry entry, Instant at, Desk.Work work) {
        if (!act.until().isAfter(work.now)
                || entry.snoozedUntil(work.now).filter(act.until()::equals).isPresent()) {
            return entry.attention();
        }
        work.tell(Kind.SNOOZED, entry, work.now, act.by(), act.until().toString());
        return entry.attention().snoozed(new Stamped<>(new Snooze(act.until(), entry.severity()), at, act.by()));
    }

    private static void mute(PersonAct.Mute act, Desk.Work work) {
        if (work.mutes.containsKey(act.id())
                || (act.until() != null && !act.until().isAfter(work.now))) {
            return;
        }
        var rule = new MuteRule(act.id(), act.scope(), act.match(), act.until(), act.by(), work.now, act.why(), null);
        work.mutes.put(rule.id(), rule);
        work.tell(about(rule, Kind.MUTED, act.by(), act.why(), work));
    }

    private static void unmute(PersonAct.Unmute act, Desk.Work work) {
        var rule = work.mutes.get(act.id());
        if (rule == null || rule.endedAt() != null) {
            return;
        }
        work.mutes.put(rule.id(), rule.ended(work.now));
        work.tell(about(rule, Kind.UNMUTED, act.by(), "", work));
    }

    private static DeskEvent about(MuteRule rule, Kind kind, String by, String text, Desk.Work work) {
        return new DeskEvent(
                work.now,
                work.console,
                kind,
                rule.id(),
                rule.at(),
                Severity.UNKNOWN,
                Words.of("desk.mute." + rule.scope(), rule.match()),
                rule.match(),
                by,
                text);
    }
}
