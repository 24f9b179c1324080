package io.atalaya.ui.activity;

import io.atalaya.operate.journal.JournalEntry;
import io.atalaya.operate.trail.TrailMatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One act: what was confirmed and how it ended.
 *
 * @param intent what was written before the request left
 * @param intentNumber of its line's entry in the journal, from 1
 * @param end its outcome, or what was found after a crash; null where neither was written yet
 * @param endNumber of that entry; 0 where there is none
 * @param ending how it stands
 * @param trail what CloudTrail says of it; null before the first answer
 */
public record ActivityRow(
        JournalEntry intent,
        int intentNumber,
        @Nullable JournalEntry end,
        int endNumber,
        Ending ending,
        @Nullable TrailMatch trail) {
    /** How an act stands. */
    public enum Ending {
        /** Sent by this program, watched now. */
        UNDER_WAY,
        DONE,
        ACCEPTED,
        REFUSED,
        FAILED,
        NOT_SENT,
        /** An intent without an outcome, or one that looking does not settle. */
        UNKNOWN;

        static Ending of(JournalEntry.@Nullable Verdict verdict) {
            return verdict == null ? UNKNOWN : valueOf(verdict.name());
        }
    }

    /** The same, of which CloudTrail says this. */
    ActivityRow with(@Nullable TrailMatch match) {
        return new ActivityRow(intent, intentNumber, end, endNumber, ending, match);
    }

    /** Whether journal and CloudTrail do not go together. */
    boolean contradicted() {
        return trail != null
                && (trail.verdict() == TrailMatch.Verdict.ALTERED || trail.verdict() == TrailMatch.Verdict.MISSING);
    }

    /** The id intent and outcome share. */
    public String operation() {
        return intent.operation();
    }

    public Instant at() {
        return intent.at();
    }

    /** AWS's, of intent and outcome. */
    public List<String> requestIds() {
        return end == null ? intent.requestIds() : end.requestIds();
    }

    /** From the request to the verdict. */
    public Optional<Duration> took() {
        return Optional.ofNullable(end).map(JournalEntry::tookMillis).map(Duration::ofMillis);
    }

    /** AWS's words for the verdict, or what was found; may be empty. */
    public String detail() {
        return end == null ? "" : end.detail();
    }

    /** Whether it was settled by looking, after a crash. */
    public boolean settled() {
        return end != null && end.kind() == JournalEntry.Kind.SETTLED;
    }

    /** CloudTrail's id of the event that was found; empty where none was. */
    public String eventId() {
        return trail == null || trail.event() == null ? "" : trail.event().eventId();
    }

    /** What a filter looks at, besides the words in the reader's language. */
    public String searchable() {
        return String.join(
                " ",
                intent.act(),
                intent.action(),
                intent.resource(),
                intent.caller(),
                intent.account(),
                intent.region(),
                ending.name(),
                detail(),
                String.join(" ", requestIds()),
                eventId(),
                intent.cli());
    }
}
