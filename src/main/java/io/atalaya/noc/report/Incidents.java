package io.atalaya.noc.report;

import io.atalaya.noc.desk.DeskEvent;
import io.atalaya.noc.desk.DeskState;
import io.atalaya.noc.desk.Entry;
import io.atalaya.noc.desk.Severity;
import io.atalaya.noc.desk.Words;
import io.atalaya.noc.report.Incident.Deed;
import io.atalaya.noc.report.Incident.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes incidents of the desk's events. What several consoles of a team told of the same trouble is one. */
final class Incidents {
    /** Two consoles see the same within this time. */
    private static final Duration SAME = Duration.ofMinutes(2);

    private Incidents() {}

    static List<Incident> of(DeskState state, Instant from, Instant to) {
        var byKey = new LinkedHashMap<String, List<Draft>>();
        for (var event : state.events()) {
            if (event.at().isAfter(to)
                    || event.kind() == DeskEvent.Kind.MUTED
                    || event.kind() == DeskEvent.Kind.UNMUTED) {
                continue;
            }
            var drafts = byKey.computeIfAbsent(event.key(), key -> new ArrayList<>());
            current(drafts, event).add(event);
        }
        withWhatIsOnTheDesk(state, byKey);
        return byKey.entrySet().stream()
                .flatMap(each -> finished(each.getKey(), each.getValue(), state))
                .filter(each -> each.remains()
                        || !Objects.requireNonNullElse(each.ended(), to).isBefore(from))
                .filter(each -> !each.opened().isAfter(to))
                .toList();
    }

    private static Draft current(List<Draft> drafts, DeskEvent event) {
        var last = drafts.isEmpty() ? null : drafts.getLast();
        var another = event.kind() == DeskEvent.Kind.APPEARED && last != null && last.isOver(event);
        if (last == null || another) {
            last = new Draft(event.opened(), event.severity(), event.what(), event.where());
            drafts.add(last);
        }
        return last;
    }

    /** What appeared longer ago than events are kept. */
    private static void withWhatIsOnTheDesk(DeskState state, Map<String, List<Draft>> byKey) {
        for (var entry : state.queue()) {
            byKey.computeIfAbsent(
                    entry.key(),
                    key -> new ArrayList<>(
                            List.of(new Draft(entry.opened(), entry.worst(), entry.what(), entry.where()))));
        }
    }

    private static java.util.stream.Stream<Incident> finished(String key, List<Draft> drafts, DeskState state) {
        var entry = state.entry(key).orElse(null);
        var all = new ArrayList<Incident>();
        for (var draft : drafts) {
            all.add(draft.finished(key, draft == drafts.getLast() ? entry : null));
        }
        return all.stream();
    }

    private static final class Draft {
        private final Instant opened;
        private Severity worst;
        private final Words what;
        private final String where;
        private final List<Deed> deeds = new ArrayList<>();
        private int flaps;
        private @Nullable Instant lastFlap;
        private @Nullable Instant ended;
        private @Nullable String owner;
        private @Nullable String note;

        Draft(Instant opened, Severity severity, Words what, String where) {
            this.opened = opened;
            this.worst = severity;
            this.what = what;
            this.where = where;
        }

        /** Whether what appears then is another trouble, and not another console's word of this one. */
        boolean isOver(DeskEvent appeared) {
            return ended != null && appeared.at().isAfter(ended.plus(SAME));
        }

        void add(DeskEvent event) {
            worst = worst.worst(event.severity());
            switch (event.kind()) {
                case RECOVERED, RECOVERED_UNSEEN -> ended = ended == null ? event.at() : ended;
                case FLAPPED -> {
                    ended = null;
                    if (lastFlap == null
                            || Duration.between(lastFlap, event.at()).compareTo(SAME) > 0
                            || deedsSince(lastFlap)) {
                        flaps++;
                    }
                    lastFlap = event.at();
                }
                case ACKNOWLEDGED -> {
                    deed(event, Deed.Kind.ACKNOWLEDGED);
                    owner = owner == null ? event.by() : owner;
                }
                case TAKEN -> {
                    deed(event, Deed.Kind.TAKEN);
                    owner = event.by();
                }
                case HANDED_OVER -> {
                    deed(event, Deed.Kind.HANDED_OVER);
                    owner = event.text().isEmpty() ? null : event.text();
                }
                case NOTED -> {
                    deed(event, Deed.Kind.NOTED);
                    note = event.text().isEmpty() ? null : event.text();
                }
                case SEEN -> deed(event, Deed.Kind.SEEN);
                case SNOOZED -> deed(event, Deed.Kind.SNOOZED);
                case APPEARED, WORSENED, BETTERED, BLINDED, SIGHTED, UNSNOOZED, CAME_BACK, MUTED, UNMUTED -> {
                    // the worst and the standing tell of it
                }
            }
        }

        private boolean deedsSince(Instant moment) {
            return deeds.stream().anyMatch(each -> each.at().isAfter(moment));
        }

        private void deed(DeskEvent event, Deed.Kind kind) {
            deeds.add(new Deed(event.at(), event.by(), kind, event.text()));
        }

        Incident finished(String key, @Nullable Entry entry) {
            if (entry == null) {
                return new Incident(key, worst, what, where, opened, ended, Standing.DONE, flaps, deeds, owner, note);
            }
            return new Incident(
                    key,
                    worst.worst(entry.worst()),
                    entry.what(),
                    entry.where(),
                    entry.opened().isBefore(opened) ? entry.opened() : opened,
                    entry.over() ? Objects.requireNonNullElse(entry.ended(), opened) : null,
                    switch (entry.phase()) {
                        case OPEN -> Standing.OPEN;
                        case BLIND -> Standing.BLIND;
                        case HELD -> Standing.HELD;
                        case LEFT -> Standing.DONE;
                    },
                    Math.max(flaps, entry.flaps()),
                    deeds,
                    entry.owner().orElse(entry.over() ? owner : null),
                    entry.note().orElse(note));
        }
    }
}
