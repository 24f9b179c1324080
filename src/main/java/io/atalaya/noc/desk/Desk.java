package io.atalaya.noc.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the desk, as a pure function: what was, what the sources say, what a person did, and a moment give what is.
 *
 * <ul>
 *   <li>What recovered while nobody acknowledged it is held until somebody confirms to have seen it.
 *   <li>What is acknowledged leaves when it recovers.
 *   <li>What comes back within {@link #FLAP_WINDOW} is the same entry and counts a flap; its acknowledgement holds. What comes
 *       back later asks anew; while the old one is still held it is still one entry.
 *   <li>What becomes worse than what was acknowledged or put aside asks anew.
 *   <li>That a signal is missing means "over" only where its source sees. Else the entry keeps its last state, as unknown.
 *   <li>What is muted or put aside stays on the desk and is counted.
 * </ul>
 *
 * The same input again changes nothing. Clock and people are arguments.
 *
 * @param console name of this console, unique in its team
 */
public record Desk(String console) {
    /** What comes back within this time after it was over is the same trouble flapping. */
    public static final Duration FLAP_WINDOW = Duration.ofMinutes(10);

    /** How long what left the desk, ended mutes and events are kept. */
    public static final Duration KEPT = Duration.ofDays(7);

    /** How long another console's eyes are trusted where this one is blind. */
    static final Duration BORROWED_SIGHT = Duration.ofMinutes(2);

    /**
     * One step of the desk.
     *
     * @param state after it
     * @param events what happened, in order; they are in the state too
     */
    public record Step(DeskState state, List<DeskEvent> events) {
        public Step {
            events = List.copyOf(events);
        }
    }

    /**
     * What the sources say, then what a person did.
     *
     * @param signals null: nobody looked
     * @param act null: nobody acted
     */
    public Step next(DeskState state, @Nullable Signals signals, @Nullable PersonAct act, Instant now) {
        var work = new Work(console, state, now);
        if (signals != null) {
            Look.at(signals, work);
        }
        if (act != null) {
            Acting.on(act, work);
        }
        return work.done();
    }

    /** What the sources say. */
    public Step look(DeskState state, Signals signals, Instant now) {
        return next(state, signals, null, now);
    }

    /** What a person did. An act on what is not on the desk any more changes nothing. */
    public Step act(DeskState state, PersonAct act, Instant now) {
        return next(state, null, act, now);
    }

    /** Only time passed: what was put aside comes back. */
    public Step pass(DeskState state, Instant now) {
        return next(state, null, null, now);
    }

    /** This desk and another console's: in any order the same, and nothing that a person said is lost. */
    public static DeskState merged(DeskState one, DeskState other) {
        return Merging.of(one, other);
    }

    /**
     * This desk and what others left of theirs, as {@link #merged}; but what is unknown here, and which nobody has judged or
     * spoken of for {@link #KEPT}, is not taken over: the console that left it is gone, and this one has forgotten it.
     */
    public static DeskState joined(DeskState mine, DeskState others, Instant now) {
        return Merging.of(mine, Merging.lately(mine, others, now));
    }

    /** The state while it is worked on. */
    static final class Work {
        final String console;
        final Instant now;
        final Map<String, Entry> entries;
        final Map<String, MuteRule> mutes = new java.util.LinkedHashMap<>();
        private final DeskState before;
        private final List<DeskEvent> told = new java.util.ArrayList<>();

        Work(String console, DeskState before, Instant now) {
            this.console = console;
            this.before = before;
            this.now = now;
            entries = new HashMap<>(before.entries());
            before.mutes().forEach(each -> mutes.put(each.id(), each));
            comeBack();
        }

        void tell(DeskEvent.Kind kind, Entry entry) {
            tell(kind, entry, now, "", "");
        }

        void tell(DeskEvent.Kind kind, Entry entry, Instant at, String by, String text) {
            told.add(new DeskEvent(
                    at,
                    console,
                    kind,
                    entry.key(),
                    entry.opened(),
                    entry.severity(),
                    entry.what(),
                    entry.where(),
                    by,
                    text));
        }

        void tell(DeskEvent event) {
            told.add(event);
        }

        /** What was put aside until a moment that has passed since the last step. */
        private void comeBack() {
            for (var entry : before.queue()) {
                var snooze = entry.attention().snooze();
                if (snooze == null
                        || snooze.value().until() == null
                        || snooze.at().isBefore(entry.reopenedAt())) {
                    continue;
                }
                var until = snooze.value().until();
                if (until.isAfter(before.dueUntil()) && !until.isAfter(now)) {
                    tell(DeskEvent.Kind.CAME_BACK, entry);
                }
            }
        }

        Step done() {
            var due = now.isAfter(before.dueUntil()) ? now : before.dueUntil();
            return new Step(Merging.kept(entries, mutes.values(), before.events(), told, due, now), told);
        }
    }
}
