package io.atalaya.operate.trail;

import io.atalaya.operate.journal.JournalEntry;
import io.atalaya.operate.journal.JournalEntry.Verdict;
import io.atalaya.operate.trail.TrailDifference.What;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When an act of the journal and an event of CloudTrail are the same. The key is AWS's request id, which both have; what stands
 * beside it must not contradict. Nothing is said that was not looked at.
 */
public final class TrailRule {
    /** AWS: events are there about five minutes after the call, at times fifteen. */
    public static final Duration DELAY = Duration.ofMinutes(15);

    /** AWS: the event history has ninety days. */
    public static final Duration KEPT = Duration.ofDays(90);

    /** AWS refuses requests whose time is further than this from its own. */
    static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /** From the confirmation to the answer, at most; with it, how far the clocks may differ. */
    static final Duration ANSWERED_WITHIN = Duration.ofMinutes(10);

    /** A session that this program named itself, another one whenever credentials are renewed. */
    private static final Pattern OWN_SESSION = Pattern.compile("(.*:assumed-role/[^/]+)/atalaya-\\d+");

    private TrailRule() {}

    /**
     * What can be said of an act without asking anybody.
     *
     * @param end its outcome; null where there is none
     * @return empty when CloudTrail must be asked
     */
    public static Optional<TrailMatch> beforehand(JournalEntry intent, @Nullable JournalEntry end, Instant now) {
        if (end != null && end.verdict() == Verdict.NOT_SENT && end.requestIds().isEmpty()) {
            return Optional.of(TrailMatch.unasked(TrailMatch.Verdict.NOTHING_SENT));
        }
        return intent.at().isBefore(now.minus(KEPT))
                ? Optional.of(TrailMatch.unasked(TrailMatch.Verdict.TOO_OLD))
                : Optional.empty();
    }

    /**
     * What the events of its time say of an act.
     *
     * @param events of its region; at least all of its name, where {@code complete}
     * @param complete whether none of them was left out
     * @param known request ids of the journal: no event of these belongs to an act that has none
     * @param askedAt when CloudTrail was asked
     */
    public static TrailMatch judge(
            TrailAct act, List<TrailEvent> events, boolean complete, Set<String> known, Instant askedAt) {
        for (var event : events) {
            if (act.requestIds().contains(event.requestId())) {
                return compared(act, event, askedAt);
            }
        }
        if (act.requestIds().isEmpty()) {
            var byTime = events.stream()
                    .filter(event -> !known.contains(event.requestId()))
                    .filter(event -> couldBe(act, event))
                    .findFirst();
            if (byTime.isPresent()) {
                var same = compared(act, byTime.get(), askedAt);
                return found(TrailMatch.Verdict.FOUND_BY_TIME, byTime.get(), same, askedAt);
            }
        }
        if (askedAt.isBefore(act.at().plus(DELAY))) {
            return TrailMatch.without(TrailMatch.Verdict.NOT_YET, askedAt);
        }
        return TrailMatch.without(complete ? TrailMatch.Verdict.MISSING : TrailMatch.Verdict.UNREAD, askedAt);
    }

    private static TrailMatch found(TrailMatch.Verdict verdict, TrailEvent event, TrailMatch as, Instant askedAt) {
        return new TrailMatch(verdict, event, List.of(), as.also(), as.compared(), as.sent(), null, askedAt);
    }

    /** The same name, caller, time and parameters; at least one parameter must stand there, or it could be any. */
    private static boolean couldBe(TrailAct act, TrailEvent event) {
        var parameters = act.parameters();
        if (parameters == null || !isCalled(act, event) || !isCaller(act.caller(), event.caller())) {
            return false;
        }
        var inTime = !event.at().isBefore(act.at().minus(CLOCKS_DIFFER))
                && !event.at().isAfter(act.at().plus(ANSWERED_WITHIN));
        var comparison = RecordedParameters.compare(parameters, event.parameters());
        return inTime && comparison.compared() > 0 && comparison.differences().isEmpty();
    }

    private static TrailMatch compared(TrailAct act, TrailEvent event, Instant askedAt) {
        var differences = new ArrayList<TrailDifference>();
        if (!isCalled(act, event)) {
            differences.add(new TrailDifference(
                    What.NAME, "", act.source() + " " + act.name(), event.source() + " " + event.name()));
        }
        if (!isCaller(act.caller(), event.caller())) {
            differences.add(new TrailDifference(What.CALLER, "", act.caller(), event.caller()));
        }
        outcome(act, event).ifPresent(differences::add);
        var parameters = act.parameters();
        var comparison = parameters == null || !isCalled(act, event)
                ? new RecordedParameters.Comparison(List.of(), List.of(), 0, 0)
                : RecordedParameters.compare(parameters, event.parameters());
        differences.addAll(comparison.differences());
        return new TrailMatch(
                differences.isEmpty() ? TrailMatch.Verdict.FOUND : TrailMatch.Verdict.ALTERED,
                event,
                differences,
                comparison.also(),
                comparison.compared(),
                comparison.sent(),
                null,
                askedAt);
    }

    private static boolean isCalled(TrailAct act, TrailEvent event) {
        return act.name().equals(event.name()) && act.source().equals(event.source());
    }

    /** A caller that one side does not know is no difference. */
    private static boolean isCaller(String journal, String trail) {
        return journal.isEmpty()
                || trail.isEmpty()
                || withoutOwnSession(journal).equals(withoutOwnSession(trail));
    }

    private static String withoutOwnSession(String arn) {
        var own = OWN_SESSION.matcher(arn);
        return own.matches() ? own.group(1) : arn;
    }

    /** Only where AWS's answer is known to the journal: of an unknown outcome CloudTrail tells, and contradicts nothing. */
    private static Optional<TrailDifference> outcome(TrailAct act, TrailEvent event) {
        var accepted =
                act.verdict() == Verdict.DONE || act.verdict() == Verdict.ACCEPTED || act.verdict() == Verdict.FAILED;
        var refused = act.verdict() == Verdict.REFUSED;
        var error = event.errorCode();
        if (accepted && error != null) {
            return Optional.of(new TrailDifference(What.OUTCOME, "", "ACCEPTED", error));
        }
        return refused && error == null
                ? Optional.of(new TrailDifference(What.OUTCOME, "", "REFUSED", ""))
                : Optional.empty();
    }
}
