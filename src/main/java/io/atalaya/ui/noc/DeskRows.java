package io.atalaya.ui.noc;

import io.atalaya.deployment.State;
import io.atalaya.noc.desk.DeskState;
import io.atalaya.noc.desk.Entry;
import io.atalaya.noc.desk.MuteRule;
import io.atalaya.noc.desk.Severity;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes the rows of the desk. Pure. */
public final class DeskRows {
    /** Which entries are looked at. */
    public enum Page {
        OPEN,
        MUTED,
        SNOOZED
    }

    private final Texts texts;
    private final Ages ages;
    private final DeskWords words;

    public DeskRows(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.ages = new Ages(texts, zone);
        this.words = new DeskWords(texts, zone);
    }

    /** In the order of the desk: what asks for attention first, worst first. */
    public List<DeskRow> of(DeskState state, Page page, Instant now) {
        var entries = entries(state, page, now);
        var newest = state.calling(now).stream()
                .min(Comparator.comparing(Entry::severity)
                        .thenComparing(Entry::opened, Comparator.reverseOrder())
                        .thenComparing(Entry::key))
                .map(Entry::key)
                .orElse("");
        return entries.stream()
                .sorted(Comparator.comparing(each -> !isCalling(state, each, now)))
                .map(each -> row(each, state, each.key().equals(newest), now))
                .toList();
    }

    static List<Entry> entries(DeskState state, Page page, Instant now) {
        return switch (page) {
            case OPEN -> state.loud(now);
            case MUTED -> state.muted(now);
            case SNOOZED -> state.snoozed(now);
        };
    }

    static boolean isCalling(DeskState state, Entry entry, Instant now) {
        return !entry.over()
                && !entry.isAcknowledged()
                && !state.isMuted(entry, now)
                && entry.snoozedUntil(now).isEmpty();
    }

    private DeskRow row(Entry entry, DeskState state, boolean newest, Instant now) {
        var muted = state.mutedBy(entry, now);
        var calling = isCalling(state, entry, now);
        return new DeskRow(
                entry.key(),
                entry.kind(),
                entry.severity(),
                state(entry.severity()),
                entry.blind(),
                entry.held(),
                words.title(entry.what(), now),
                words.detail(entry.what(), now),
                AwsText.line(entry.where()),
                lasted(entry, now),
                times(entry, now),
                AwsText.hint(entry.note().orElse("")),
                owner(entry, state, now),
                entry.isAcknowledged(),
                calling,
                newest && calling,
                muted.map(MuteRule::id).orElse(null),
                entry.on(),
                words.runbook(entry),
                below(entry, state, now),
                offers(entry, muted.isPresent(), now));
    }

    private List<DeskRow.Below> below(Entry entry, DeskState state, Instant now) {
        return state.below(entry).stream()
                .map(each -> new DeskRow.Below(
                        state(each.severity()),
                        each.over() || each.blind(),
                        words.title(each.what(), now),
                        each.over() ? texts.get("noc.desk.recovered") : Durations.words(each.lasted(now)),
                        each.on()))
                .toList();
    }

    static State state(Severity severity) {
        return switch (severity) {
            case CRITICAL -> State.FAILED;
            case WARNING -> State.DEGRADED;
            case UNKNOWN -> State.UNKNOWN;
        };
    }

    private String lasted(Entry entry, Instant now) {
        return entry.held() ? texts.get("noc.desk.held") : Durations.words(entry.lasted(now));
    }

    private String times(Entry entry, Instant now) {
        var ended = entry.ended();
        var from = ages.time(entry.opened(), now);
        return ended == null ? from : texts.get("noc.desk.fromTo", from, ages.time(ended, now));
    }

    private String owner(Entry entry, DeskState state, Instant now) {
        var parts = new ArrayList<String>();
        var who = AwsText.word(entry.owner().orElse(texts.get("noc.desk.nobody")));
        parts.add(entry.acknowledgement()
                .map(it -> it.by().equals(entry.owner().orElse(it.by()))
                        ? texts.get("noc.desk.acknowledged", AwsText.word(it.by()), ages.time(it.at(), now))
                        : texts.get("noc.desk.acknowledgedBy", who, AwsText.word(it.by()), ages.time(it.at(), now)))
                .orElse(who));
        entry.snoozedUntil(now).ifPresent(until -> parts.add(texts.get("noc.desk.until", ages.time(until, now))));
        state.mutedBy(entry, now).ifPresent(rule -> {
            var until = rule.until();
            parts.add(
                    until == null
                            ? texts.get("noc.desk.muted")
                            : texts.get("noc.desk.mutedUntil", ages.time(until, now)));
        });
        if (entry.flaps() > 0) {
            parts.add(texts.get("noc.desk.flaps", entry.flaps()));
        }
        if (entry.blind()) {
            parts.add(texts.get("noc.desk.blind", Durations.words(entry.evidenceAge(now))));
        }
        return String.join(" · ", parts);
    }

    private static List<DeskRow.Offer> offers(Entry entry, boolean muted, Instant now) {
        var offers = new ArrayList<DeskRow.Offer>();
        boolean snoozed = entry.snoozedUntil(now).isPresent();
        if (muted) {
            offers.add(DeskRow.Offer.UNMUTE);
        } else if (snoozed) {
            offers.add(DeskRow.Offer.UNSNOOZE);
        } else if (entry.over()) {
            offers.add(DeskRow.Offer.MARK_SEEN);
        } else if (!entry.isAcknowledged()) {
            offers.add(DeskRow.Offer.ACKNOWLEDGE);
        }
        if (entry.isAcknowledged()) {
            offers.add(DeskRow.Offer.NOTE);
        }
        if (entry.over()) {
            offers.add(DeskRow.Offer.HAND_OVER);
        }
        if (!entry.over() && !snoozed) {
            offers.add(DeskRow.Offer.SNOOZE);
        }
        for (var each : List.of(DeskRow.Offer.TAKE, DeskRow.Offer.HAND_OVER, DeskRow.Offer.NOTE)) {
            if (!offers.contains(each)) {
                offers.add(each);
            }
        }
        if (!muted) {
            offers.add(DeskRow.Offer.MUTE);
        }
        if (entry.on() != null) {
            offers.add(DeskRow.Offer.OPEN);
        }
        return offers;
    }
}
