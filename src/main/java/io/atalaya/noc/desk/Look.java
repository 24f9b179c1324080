package io.atalaya.noc.desk;

import java.time.Duration;
import java.time.Instant;

/** What the sources say, brought to the desk. */
final class Look {
    private Look() {}

    static void at(Signals signals, Desk.Work work) {
        var byKey = signals.byKey();
        for (var signal : signals.all()) {
            var entry = work.entries.get(signal.key());
            work.entries.put(
                    signal.key(),
                    entry == null
                            ? appeared(signal, work)
                            : entry.over() ? returned(entry, signal, work) : lasting(entry, signal, work));
        }
        for (var entry : java.util.List.copyOf(work.entries.values())) {
            if (!entry.over() && !byKey.containsKey(entry.key())) {
                work.entries.put(entry.key(), missing(entry, signals, work));
            }
        }
    }

    private static Entry appeared(Signal signal, Desk.Work work) {
        return first(signal, Instant.EPOCH, begun(signal, work.now), Attention.NONE, work);
    }

    private static Entry first(Signal signal, Instant reopened, Instant opened, Attention said, Desk.Work work) {
        var entry = new Entry(
                signal.key(), opened, signal.severity(), reopened, 0, Sight.of(signal, work.console, work.now), said);
        work.tell(DeskEvent.Kind.APPEARED, entry);
        return entry;
    }

    private static Entry lasting(Entry entry, Signal signal, Desk.Work work) {
        if (!signal.sees()) {
            return blind(entry, work);
        }
        var was = entry.severity();
        var next = entry.with(entry.sight().anew(signal, work.console, work.now));
        if (entry.sight().blind()) {
            work.tell(DeskEvent.Kind.SIGHTED, next);
        }
        if (signal.severity().worseThan(was)) {
            next = entry.covers(signal.severity()) ? next : next.reopened(next.after(work.now));
            work.tell(DeskEvent.Kind.WORSENED, next);
        } else if (was.worseThan(signal.severity())) {
            work.tell(DeskEvent.Kind.BETTERED, next);
        }
        return next;
    }

    private static Entry missing(Entry entry, Signals signals, Desk.Work work) {
        if (!signals.canSee(entry.sight().source(), entry.key())) {
            return blind(entry, work);
        }
        var over = entry.with(entry.sight().over(work.console, work.now));
        work.tell(over.held() ? DeskEvent.Kind.RECOVERED_UNSEEN : DeskEvent.Kind.RECOVERED, over);
        return over;
    }

    private static Entry blind(Entry entry, Desk.Work work) {
        var sight = entry.sight();
        var anothersEyes = !sight.judgedBy().equals(work.console)
                && Duration.between(sight.judgedAt(), work.now).abs().compareTo(Desk.BORROWED_SIGHT) < 0;
        if (sight.blind() || anothersEyes) {
            return entry;
        }
        var blinded = entry.with(sight.blinded());
        work.tell(DeskEvent.Kind.BLINDED, blinded);
        return blinded;
    }

    private static Entry returned(Entry entry, Signal signal, Desk.Work work) {
        var ended = java.util.Objects.requireNonNull(entry.ended());
        var now = entry.sight().anew(signal, work.console, work.now);
        var sameToSource =
                signal.since() != null && signal.since().equals(entry.sight().since());
        if (sameToSource || !signal.evidenceAt().isAfter(ended)) {
            return entry.with(now); // it never was over, or this answer is older than the one that said so
        }
        var start = begun(signal, work.now);
        var from = start.isAfter(ended) ? start : work.now;
        var quiet = Duration.between(ended, from).compareTo(Desk.FLAP_WINDOW) > 0;
        if (quiet && entry.phase() == Entry.Phase.LEFT) {
            return first(signal, from, from, entry.attention(), work);
        }
        var back = entry.with(now).flapped();
        if (quiet || !entry.covers(signal.severity())) {
            back = back.reopened(back.after(work.now));
        }
        work.tell(DeskEvent.Kind.FLAPPED, back);
        return back;
    }

    /** As the source says, where it says something that can be. */
    private static Instant begun(Signal signal, Instant now) {
        var since = signal.since();
        return since == null || since.isAfter(now) ? now : since;
    }
}
