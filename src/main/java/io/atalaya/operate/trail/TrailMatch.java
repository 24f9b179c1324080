package io.atalaya.operate.trail;

import io.atalaya.deployment.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What CloudTrail says of one act of the journal.
 *
 * @param event the one that was found; null where none was
 * @param differences what it says otherwise; only with {@link Verdict#ALTERED}
 * @param also parameters that CloudTrail has and the journal does not, {@code force = true}: shown, not judged
 * @param compared how many values of the act's parameters stand in the event
 * @param sent how many values the act's parameters have
 * @param problem why CloudTrail did not answer; null where it did
 * @param askedAt when CloudTrail was asked; null where it need not be
 */
public record TrailMatch(
        Verdict verdict,
        @Nullable TrailEvent event,
        List<TrailDifference> differences,
        List<String> also,
        int compared,
        int sent,
        @Nullable Problem problem,
        @Nullable Instant askedAt) {
    /** How journal and CloudTrail go together. */
    public enum Verdict {
        /** An event with its request id says the same. */
        FOUND,
        /** The journal has no request id; one event of that time has the same name, caller and parameters. */
        FOUND_BY_TIME,
        /** An event with its request id contradicts nothing, and not enough of what was sent could be held against it. */
        IN_PART,
        /** An event of it says something else, or the journal's line contradicts itself, with an event or without. */
        ALTERED,
        /** There is none, and the act is younger than {@link TrailRule#DELAY}. */
        NOT_YET,
        /** There is none, and there should be. */
        MISSING,
        /** The endpoint has no {@code LookupEvents}. */
        NOT_OFFERED,
        /** The caller may not ask: {@code cloudtrail:LookupEvents}. */
        DENIED,
        /** CloudTrail did not answer, or has more events of that time than were read. */
        UNREAD,
        /** The journal has no request id, and what was sent cannot be read from it: no event can be told to be this act's. */
        UNREADABLE,
        /** Nothing left this console, as the journal says, and there is no event that could be it. */
        NOTHING_SENT,
        /** CloudTrail keeps events for {@link TrailRule#KEPT}. */
        TOO_OLD,
        /** The server's CloudTrail began after it: a sandbox forgets when it ends. */
        BEFORE_TRAIL,
        /** It was decided in this console, and nothing was to be sent. */
        DECIDED_HERE,
        /** It was done in another account or on another server, where this connection cannot ask. */
        ELSEWHERE;

        /** Of its word. */
        public String key() {
            return "activity.trail." + name();
        }
    }

    public TrailMatch {
        differences = List.copyOf(differences);
        also = List.copyOf(also);
    }

    /** One that rests on no event. */
    static TrailMatch without(Verdict verdict, @Nullable Instant askedAt) {
        return new TrailMatch(verdict, null, List.of(), List.of(), 0, 0, null, askedAt);
    }

    /** What comes of a question that was not answered. */
    static TrailMatch failed(Problem problem, Instant askedAt) {
        var verdict =
                switch (problem.kind()) {
                    case DENIED -> Verdict.DENIED;
                    case NOT_OFFERED -> Verdict.NOT_OFFERED;
                    default -> Verdict.UNREAD;
                };
        return new TrailMatch(verdict, null, List.of(), List.of(), 0, 0, problem, askedAt);
    }

    /** Nothing was asked, because the answer is known without. */
    public static TrailMatch unasked(Verdict verdict) {
        return without(verdict, null);
    }
}
